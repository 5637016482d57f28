import { createHmac } from 'node:crypto';
import type { NationalListed } from '../../national/national-system.ts';
import type { Report } from '../../report/report.ts';
import { scoreTwins } from '../../twins/score-twins.ts';
import { twinKeys } from '../../twins/twin-keys.ts';
import { type TwinSubject, twinSubject } from '../../twins/twin-subject.ts';
import type { Delivery } from '../delivery.ts';
import { mayHaveArrived } from '../may-have-arrived.ts';
import type { TwinCandidate } from '../twin.ts';
import { twinFacts } from '../twin-facts.ts';
import type { Verb } from '../verb.ts';
import { all, atMost, one, run } from '../verb.ts';
import { deliveriesOf, findCase } from './find-case.ts';
import { getPayload, type Vault } from './payload.ts';

type Born = 'local' | 'national';

/** Older reports are nobody's twins any more. */
const WINDOW_MS = 30 * 86_400_000;
/** Of one key: what more have is a template, and tells nothing. */
const OF_ONE_KEY = 500;
const COMPARED = 20;
const DROPPED_AT_ONCE = 50;

/** Makes a report findable for its twins. Nothing of it can be read without the master key. */
export function* putTwinKeys(
  vault: Vault,
  { caseId, born, at }: { readonly caseId: number; readonly born: Born; readonly at: number },
  content: Report | NationalListed,
): Verb<void> {
  const { createdAt } = content;
  if (createdAt < at - WINDOW_MS) return;
  yield* run('delete from twin_key where case_id = :caseId', { caseId });
  for (const key of twinKeys(twinSubject(twinFacts(content)), indexKey(vault))) {
    yield* run(
      'insert into twin_key (key, born, at, case_id) values (:key, :born, :createdAt, :caseId) on conflict do nothing',
      { key, born, createdAt, caseId },
    );
  }
}

/** Reports of the other side that this one may be, compared with what is kept of their words: likest first. */
export function* findTwins(
  vault: Vault,
  content: Report | NationalListed,
  staff: readonly string[],
): Verb<readonly TwinCandidate[]> {
  const isLocal = 'localId' in content;
  const subject = twinSubject(twinFacts(content), isLocal ? [] : staff);
  const found: TwinCandidate[] = [];
  for (const caseId of yield* sharing(vault, subject, isLocal ? 'national' : 'local')) {
    const candidate = yield* compare(vault, { subject, isLocal, staff }, caseId);
    const other = isLocal ? content.localId : content.id;
    if (candidate !== null) found.push({ ...candidate, rejected: yield* isRejected(candidate.case.id, other) });
  }
  return found
    .filter(({ score }) => score.verdict !== null)
    .toSorted((a, b) => b.score.evidence.points - a.score.evidence.points);
}

/** Forgets what is too old to be a twin, the first that was seen first and a little with every call. */
export function* dropOldTwinKeys(at: number): Verb<void> {
  for (let dropped = 0; dropped < DROPPED_AT_ONCE; dropped += 1) {
    const oldest = yield* one<{ caseId: number; createdAt: number }>(
      `select k.case_id as "caseId", c.created_at as "createdAt" from twin_key k join cases c on c.id = k.case_id
       order by k.case_id ${atMost(1)}`,
    );
    if (oldest === undefined || oldest.createdAt >= at - 2 * WINDOW_MS) return;
    yield* run('delete from twin_key where case_id = :caseId', { caseId: oldest.caseId });
  }
}

function* sharing(vault: Vault, subject: TwinSubject, born: Born): Verb<readonly number[]> {
  const shared = new Map<number, number>();
  for (const key of twinKeys(subject, indexKey(vault))) {
    const rows = yield* all<{ caseId: number }>(
      `select case_id as "caseId" from twin_key where key = :key and born = :born and at between :from and :to
       order by at desc ${atMost(OF_ONE_KEY)}`,
      { key, born, from: subject.createdAt - WINDOW_MS, to: subject.createdAt + WINDOW_MS },
    );
    for (const { caseId } of rows) shared.set(caseId, (shared.get(caseId) ?? 0) + 1);
  }
  return [...shared]
    .toSorted(([idA, a], [idB, b]) => b - a || idA - idB)
    .slice(0, COMPARED)
    .map(([caseId]) => caseId);
}

interface Comparing {
  readonly subject: TwinSubject;
  readonly isLocal: boolean;
  readonly staff: readonly string[];
}

function* compare(
  vault: Vault,
  { subject, isLocal, staff }: Comparing,
  caseId: number,
): Verb<Omit<TwinCandidate, 'rejected'> | null> {
  const owner = yield* findCase(caseId);
  const content = yield* getPayload<Report | NationalListed>(vault, { caseId, messageId: 0 });
  if (owner === null || content === null || owner.deletedAt !== null) return null;
  if ((isLocal ? owner.nationalId : owner.localId) === null || (yield* isLinked(caseId, owner.nationalId))) return null;
  const other = twinSubject(twinFacts(content), isLocal ? staff : []);
  const score = isLocal ? scoreTwins(subject, other) : scoreTwins(other, subject);
  const making = (yield* deliveriesOf(caseId)).find(({ kind }) => kind === (isLocal ? 'report' : 'create'));
  const number = isLocal ? owner.localId : owner.nationalId;
  return { case: owner, score, there: number === null ? perhaps(making) : 'yes' };
}

function perhaps(making: Delivery | undefined): TwinCandidate['there'] {
  return making !== undefined && mayHaveArrived(making) ? 'perhaps' : 'no';
}

function* isLinked(caseId: number, nationalId: string | null): Verb<boolean> {
  const row = yield* one(
    `select 1 as linked from twin where state = 'linked' and (case_id = :caseId or national_id = :nationalId) limit 1`,
    { caseId, nationalId },
  );
  return row !== undefined;
}

/** `other` is an id of the side that the case is not of. */
function* isRejected(caseId: number, other: string): Verb<boolean> {
  const row = yield* one(
    `select 1 as said from twin t join cases c on c.id = t.case_id where t.state = 'rejected'
       and ((t.case_id = :caseId and t.national_id = :other)
         or (c.local_id = :other and t.national_id = (select national_id from cases where id = :caseId))) limit 1`,
    { caseId, other },
  );
  return row !== undefined;
}

function indexKey({ masterKey }: Vault): Uint8Array {
  return createHmac('sha256', masterKey).update('twins').digest();
}
