import type { TwinPair } from '../twin.ts';
import type { Verb } from '../verb.ts';
import { all } from '../verb.ts';

type PairColumns = Omit<TwinPair, 'localPrivacy' | 'evidence'> & {
  readonly anonymous: number;
  readonly secret: number;
  readonly evidence: string | null;
};

/** Every pair that a person may want to see, what waits first. */
export function* readTwins(): Verb<readonly TwinPair[]> {
  const rows = yield* all<PairColumns>(
    `select t.state, c.local_id as "localId", c.ticket, t.national_id as "nationalId", c.national_id as "localHasNumber",
       c.created_at as "localCreatedAt", c.anonymous, c.secret, n.created_at as "nationalCreatedAt", t.evidence, t.at, t.until
     from twin t join cases c on c.id = t.case_id left join cases n on n.national_id = t.national_id and n.id <> c.id
     where t.state in ('proposed', 'linked') and c.local_id is not null
     order by t.state desc, t.until is null, t.id`,
  );
  return rows.map(({ anonymous, secret, evidence, ...row }) => ({
    ...row,
    localPrivacy: { anonymous: anonymous === 1, secret: secret === 1 },
    evidence: evidence === null ? null : JSON.parse(evidence),
  }));
}
