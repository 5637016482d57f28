import type { InstitutionsDecision, KnownInstitution } from '../institution.ts';
import type { Verb } from '../verb.ts';
import { all, one, run } from '../verb.ts';
import { raiseOnly } from './alarms.ts';
import { putMeta, readMeta } from './meta.ts';

const NEXT_READ = 'institutions-next-read';

/** Every institution that LAPOR! ever named, also those that are gone. */
export function* readInstitutions(): Verb<readonly KnownInstitution[]> {
  return yield* all<KnownInstitution>('select id, name, gone_at as "goneAt" from institution order by id');
}

/** True where the list is to be read again. */
export function* institutionsAreDue(now: number): Verb<boolean> {
  return Number((yield* readMeta(NEXT_READ)) ?? 0) <= now;
}

/** The list is to be read again at this time. */
export function* postponeInstitutions(nextAt: number): Verb<void> {
  yield* putMeta(NEXT_READ, String(nextAt));
}

export interface InstitutionsFacts {
  readonly known: readonly KnownInstitution[];
  readonly read: readonly { readonly id: string; readonly name: string }[];
  /** A person has said that the list is right although it shrank. */
  readonly isConfirmed: boolean;
}

/** Records one whole reading of the list, or refuses it. What it does not name any more is kept and marked. */
export function* recordInstitutions(
  { read, at, nextAt }: { readonly read: InstitutionsFacts['read']; readonly at: number; readonly nextAt: number },
  decide: (facts: InstitutionsFacts) => InstitutionsDecision,
): Verb<void> {
  const known = yield* readInstitutions();
  const confirmed = yield* one(
    `select 1 as seen from alarm where kind = 'institutions-shrunk' and confirmed_at is not null limit 1`,
  );
  yield* postponeInstitutions(nextAt);
  const decision = decide({ known, read, isConfirmed: confirmed !== undefined });
  if (decision.type === 'refuse') {
    const before = known.filter(({ goneAt }) => goneAt === null).length;
    return yield* raiseOnly('institutions-shrunk', `${read.length}/${before}`, at);
  }
  for (const { id, name } of read) {
    yield* run(
      `insert into institution (id, name, gone_at) values (:id, :name, null)
       on conflict (id) do update set name = excluded.name, gone_at = null`,
      { id, name },
    );
  }
  for (const id of decision.gone) {
    yield* run('update institution set gone_at = coalesce(gone_at, :at) where id = :id', { id, at });
  }
  yield* raiseOnly('institutions-shrunk', null, at);
  yield* raiseOnly('institution-gone', goneText(decision.gone), at);
}

const NAMED_MAX = 5;

function goneText(gone: readonly string[]): string | null {
  if (gone.length === 0) return null;
  const more = gone.length > NAMED_MAX ? ` (+${gone.length - NAMED_MAX})` : '';
  return `${gone.slice(0, NAMED_MAX).join(', ')}${more}`;
}
