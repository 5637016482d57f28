import type { InstitutionsDecision } from '../ledger/institution.ts';
import type { InstitutionsFacts } from '../ledger/verbs/institutions.ts';

/**
 * Whether a reading of LAPOR!'s institutions is believed. An empty list never is, and one that lost half of what was there
 * only once a person has confirmed: a list that was cut short must not make routes look wrong (docs/decisions/0035).
 */
export function decideInstitutions({ known, read, isConfirmed }: InstitutionsFacts): InstitutionsDecision {
  const named = new Set(read.map(({ id }) => id));
  const present = known.filter(({ goneAt }) => goneAt === null);
  const still = present.filter(({ id }) => named.has(id));
  const isHalved = still.length * 2 <= present.length && present.length > 0;
  if (read.length === 0 || (isHalved && !isConfirmed)) return { type: 'refuse' };
  return { type: 'take', gone: known.filter(({ id }) => !named.has(id)).map(({ id }) => id) };
}
