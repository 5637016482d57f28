import type { NationalListed } from '../../national/national-system.ts';
import type { Delivery } from '../delivery.ts';
import { mayHaveArrived } from '../may-have-arrived.ts';
import type { Adopted, TwinNote, TwinState } from '../twin.ts';
import type { Verb } from '../verb.ts';
import { all, one, only, run } from '../verb.ts';
import { adoptReport } from './adopt-report.ts';
import type { Actor } from './append-history.ts';
import { appendHistory } from './append-history.ts';
import { deliveriesOf, findCaseByNationalId } from './find-case.ts';
import { insertDelivery, moveDelivery } from './move-delivery.ts';
import { getPayload, putPayload, type Vault } from './payload.ts';

/** A row of `twin`. */
export interface Twin {
  readonly id: number;
  /** The local report's. */
  readonly caseId: number;
  readonly nationalId: string;
  readonly state: TwinState;
  /** The national report is known by this row alone. */
  readonly apart: number;
  readonly adopted: string | null;
}

export interface TwinEntry {
  readonly caseId: number;
  readonly nationalId: string;
  readonly state: TwinState;
  readonly at: number;
  readonly actor?: Actor;
  readonly note: TwinNote | null;
  /** The national report's words and place, where no case has them. */
  readonly listed?: NationalListed | null;
  readonly apart?: boolean;
  readonly adopted?: Adopted | null;
}

/** Writes down what is said of two reports; what a person said before is not overwritten by a proposal. */
export function* noteTwin(vault: Vault, entry: TwinEntry): Verb<void> {
  const { caseId, nationalId, state, at, note, listed = null, apart = false, adopted = null } = entry;
  const known = yield* findTwin(caseId, nationalId);
  if (state === 'proposed' && known !== null && known.state !== 'proposed') return;
  const { id } = yield* only<{ id: number }>(
    `insert into twin (case_id, national_id, state, apart, adopted, evidence, at, until)
     values (:caseId, :nationalId, :state, :apart, :adopted, :evidence, :at, :until)
     on conflict (case_id, national_id) do update set state = excluded.state, apart = excluded.apart,
       adopted = coalesce(excluded.adopted, adopted), evidence = coalesce(excluded.evidence, evidence), at = excluded.at,
       until = case when excluded.state = 'proposed' then until else null end
     returning id`,
    {
      caseId,
      nationalId,
      state,
      apart: Number(apart),
      adopted: adopted === null ? null : JSON.stringify(adopted),
      evidence: note === null ? null : JSON.stringify(note.evidence),
      at,
      until: note?.until ?? null,
    },
  );
  if (listed !== null) yield* putPayload(vault, { caseId, messageId: -id, at }, listed);
  if (known?.state === state) return;
  const data = { nationalId, points: note?.evidence.points ?? null };
  const actor = entry.actor ?? 'bridge';
  yield* appendHistory({ at, caseId, deliveryId: null, event: `twin-${state}`, actor, data });
}

export function* findTwin(caseId: number, nationalId: string): Verb<Twin | null> {
  const row = yield* one<Twin>(`${TWINS} where case_id = :caseId and national_id = :nationalId`, {
    caseId,
    nationalId,
  });
  return row ?? null;
}

export function* twinsOf(nationalId: string): Verb<readonly Twin[]> {
  return yield* all<Twin>(`${TWINS} where national_id = :nationalId order by id`, { nationalId });
}

/** Every pair that a local report is one of. */
export function* twinsWith(caseId: number): Verb<readonly Twin[]> {
  return yield* all<Twin>(`${TWINS} where case_id = :caseId order by id`, { caseId });
}

const TWINS = 'select id, case_id as "caseId", national_id as "nationalId", state, apart, adopted from twin';

/**
 * Whether what would make this report on the other side is kept back: for a while, or for as long as it is linked. One born at
 * LAPOR! waits only for a report that has a number of its own: another one is not filed instead.
 */
export function* waitsForTwin(
  { id, nationalId }: { readonly id: number; readonly nationalId: string | null },
  { kind, at }: Pick<Delivery, 'kind'> & { readonly at: number },
): Verb<boolean> {
  if (kind !== 'create' && kind !== 'report') return false;
  const row = yield* one(
    `select 1 as waits from twin t where ((:kind = 'create' and case_id = :id)
         or (:kind = 'report' and national_id = :nationalId and case_id <> :id
           and exists (select 1 from cases l where l.id = t.case_id and l.national_id is not null)))
       and (state = 'linked' or (state = 'proposed' and until > :at)) limit 1`,
    { kind, id, nationalId, at },
  );
  return row !== undefined;
}

/** Keeps back what would make a report on the other side; owes it first, held, where nothing is owed yet. */
export function* keepBack(caseId: number, kind: 'create' | 'report', at: number): Verb<void> {
  const making = yield* makingOf(caseId, kind);
  if (making === null) {
    const side = kind === 'create' ? 'national' : 'local';
    yield* insertDelivery(caseId, { ...UNSENT, side, kind, key: kind }, at);
  } else if (making.state === 'ready' || (making.state === 'parked' && !mayHaveArrived(making))) {
    yield* moveDelivery(making, { event: 'hold', at, reason: 'twin' });
  }
}

const UNSENT = { messageId: null, state: 'held', reason: 'twin', body: {} } as const;

export function* makingOf(caseId: number, kind: 'create' | 'report'): Verb<Delivery | null> {
  return (yield* deliveriesOf(caseId)).find((delivery) => delivery.kind === kind) ?? null;
}

/** Lets go what nothing keeps back any more: the local report’s filing, and the national one’s making here. */
export function* letGo(
  vault: Vault,
  { caseId, nationalId }: Pick<Twin, 'caseId' | 'nationalId'>,
  { at, actor }: { readonly at: number; readonly actor: Actor },
): Verb<void> {
  const there = yield* findCaseByNationalId(nationalId);
  yield* release({ id: caseId, nationalId: null }, 'create', { at, actor });
  if (there !== null) yield* release(there, 'report', { at, actor });
  else yield* adoptApart(vault, nationalId, at);
}

function* release(
  owner: { readonly id: number; readonly nationalId: string | null },
  kind: 'create' | 'report',
  { at, actor }: { readonly at: number; readonly actor: Actor },
): Verb<void> {
  const making = yield* makingOf(owner.id, kind);
  if (making?.state !== 'held' || making.reason !== 'twin') return;
  if (yield* waitsForTwin(owner, { kind, at })) return;
  yield* moveDelivery(making, { event: 'release', actor, at, reason: making.reasonBefore, dueAt: at });
}

/** What was set apart becomes a report of its own, unless it may still be another one of ours. */
function* adoptApart(vault: Vault, nationalId: string, at: number): Verb<void> {
  const rows = (yield* twinsOf(nationalId)).filter(({ apart }) => apart === 1);
  const [first] = rows;
  const waits = yield* one(
    `select 1 as waits from twin where national_id = :nationalId and state = 'proposed' and until > :at limit 1`,
    { nationalId, at },
  );
  if (first === undefined || waits !== undefined) return;
  for (const { caseId, state } of rows) {
    const create = yield* makingOf(caseId, 'create');
    if (state === 'proposed' && create !== null && create.state !== 'done' && mayHaveArrived(create)) return;
  }
  yield* adoptFrom(vault, first, at);
}

/** Gives the case, or `null` where nothing is kept to open it with. */
export function* adoptFrom(vault: Vault, { id, caseId, nationalId, adopted }: Twin, at: number): Verb<number | null> {
  const listed = yield* getPayload<NationalListed>(vault, { caseId, messageId: -id });
  yield* run('update twin set apart = 0 where national_id = :nationalId', { nationalId });
  if (listed === null || adopted === null) return null;
  const opened = yield* adoptReport(vault, { listed, at }, JSON.parse(adopted) as Adopted);
  yield* run('delete from payload where case_id = :caseId and message_id = :messageId', { caseId, messageId: -id });
  return opened;
}

/**
 * Lets go what waited its time for a person; the pair stays shown. What was in doubt by then, and was settled since, keeps
 * nobody out any longer. Gives the number of pairs that waited their time.
 */
export function* letTwinsGo(vault: Vault, at: number): Verb<number> {
  const over = yield* all<Twin>(`${TWINS} where until <= :at order by id`, { at });
  for (const twin of over) {
    yield* run('update twin set until = null where id = :id', { id: twin.id });
    yield* letGo(vault, twin, { at, actor: 'policy' });
  }
  for (const { nationalId } of yield* all<Twin>(`${TWINS} where ${STILL_APART} order by id`)) {
    yield* adoptApart(vault, nationalId, at);
  }
  return over.length;
}

const STILL_APART = `apart = 1 and state = 'proposed' and until is null
  and not exists (select 1 from cases where cases.national_id = twin.national_id)`;
