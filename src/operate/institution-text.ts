import type { KnownInstitution } from '../ledger/institution.ts';
import type { Locale } from './say.ts';
import { say } from './say.ts';

/** An institution for people: its id, LAPOR!'s own name for it, and whether it is listed there. */
export function institutionText(locale: Locale, id: string, known: readonly KnownInstitution[]): string {
  if (known.length === 0) return id;
  const found = known.find((one) => one.id === id);
  if (found === undefined) return `${id} (${say(locale, 'route.unlisted')})`;
  return `${id} (${found.name}${found.goneAt === null ? '' : `; ${say(locale, 'route.gone')}`})`;
}
