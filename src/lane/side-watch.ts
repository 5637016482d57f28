import type { Clock } from '../clock.ts';
import type { ReadFailure, SendResult } from '../http/outcome.ts';
import type { DeliveryKind, Side } from '../ledger/delivery.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { CreatesState, SideEvent, SideHealth } from '../ledger/side.ts';
import { mustWait, nextSide, withinReach } from '../ledger/side.ts';

export interface SideWatchDeps {
  readonly ledger: Pick<Ledger, 'readSide' | 'writeSide'>;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** How long a side is left alone when it throttles without saying for how long. */
  readonly pauseMs: number;
  /** A run by hand begins by trying a side that failed lately; a pause that the side asked for is kept all the same. */
  readonly impatient: boolean;
}

/** What the lanes know of one side's health during a run. */
export interface SideWatch {
  health(): SideHealth;
  /** True while nothing may be asked of the side. */
  waits(): boolean;
  /**
   * Whether new reports may go: all at once (`open`), one at a time (`single`), or none. Always one at a time until one
   * of this run succeeded and after anything failed: whatever swallows answers costs one manual case, not as many as
   * may be under way.
   */
  creates(): CreatesState;
  note(event: SideEvent): Promise<void>;
  noteRead(failure: ReadFailure | null, news: boolean): Promise<void>;
  noteWrite(result: SendResult<unknown>, kind: DeliveryKind): Promise<void>;
  /** Writes down what changed only in memory: the time of the last good answer, kept to the minute until then. */
  save(): Promise<void>;
}

/** What a restart must not forget. */
const KEPT_AT_ONCE = ['state', 'until', 'creates', 'createsUntil'] as const;
/** A round can take long; `status` must not say meanwhile that a side which answers was silent. */
const FRESH_MS = 60_000;

/** So many creates in doubt are enough for one run, whoever started it. */
const DOUBTS_PER_RUN = 3;

/** Watches one side: reads its health from the ledger once, and keeps it there whenever its state changes. */
export async function createSideWatch(name: Side, deps: SideWatchDeps): Promise<SideWatch> {
  const stored = await deps.ledger.readSide(name);
  const believed = withinReach(stored, deps.clock.now());
  let saved = stored;
  let health = deps.impatient ? forgiven(believed) : believed;
  let doubts = 0;
  let creating = false;

  async function save(): Promise<void> {
    if (saved === health) return;
    saved = health;
    await deps.ledger.writeSide(health, deps.clock.now());
  }

  async function note(event: SideEvent): Promise<void> {
    const before = health;
    if (event.type === 'create-in-doubt') doubts += 1;
    if (event.type === 'write-ok') creating ||= event.create;
    else if (event.type !== 'read-ok') creating = false;
    health = nextSide(health, event, { now: deps.clock.now(), random: deps.random() });
    if (deps.impatient) health = { ...health, createsUntil: 0 };
    const lagMs = (health.lastOkAt ?? 0) - (saved.lastOkAt ?? 0);
    if (lagMs >= FRESH_MS || KEPT_AT_ONCE.some((name) => before[name] !== health[name])) await save();
  }

  function creates(): CreatesState {
    if (doubts >= DOUBTS_PER_RUN || deps.clock.now() < health.createsUntil) return 'stopped';
    return health.creates === 'open' && !creating ? 'single' : health.creates;
  }

  return {
    health: () => health,
    waits: () => mustWait(health, deps.clock.now()),
    creates,
    note,
    async noteRead(failure, news) {
      const event = failure === null ? ({ type: 'read-ok', news } as const) : readEvent(failure, deps.pauseMs);
      if (event !== null) await note(event);
    },
    async noteWrite(result, kind) {
      const event = writeEvent(result, kind, deps.pauseMs);
      if (event !== null) await note(event);
    },
    save,
  };
}

function forgiven(health: SideHealth): SideHealth {
  const until = health.state === 'paused' ? health.until : 0;
  return { ...health, until, createsUntil: 0 };
}

/** What a failed read says about its side; one report that is missing or refused says nothing. */
export function readEvent(failure: ReadFailure, pauseMs: number): SideEvent | null {
  switch (failure.kind) {
    case 'unreachable':
    case 'malformed':
      return { type: 'unreachable', reason: failure.kind };
    case 'throttled':
      return { type: 'pause', ms: failure.retryAfterMs ?? pauseMs, reason: 'throttled' };
    case 'unauthorized':
      return { type: 'refuses-us', reason: 'unauthorized' };
    case 'not-found':
    case 'refused':
      return null;
  }
}

/** What the outcome of a write says about its side. */
export function writeEvent(result: SendResult<unknown>, kind: DeliveryKind, pauseMs: number): SideEvent | null {
  switch (result.kind) {
    case 'done':
      return { type: 'write-ok', create: kind === 'create' };
    case 'refused':
      return { type: 'write-ok', create: false };
    case 'not-sent':
      return result.cause === 'stopped' ? null : { type: 'unreachable', reason: 'not-sent' };
    case 'not-reached':
      if (result.cause === 'throttled' || result.cause === 'suspended') {
        return { type: 'pause', ms: result.retryAfterMs ?? pauseMs, reason: result.cause };
      }
      return { type: 'refuses-us', reason: result.cause };
    case 'doubt':
      if (result.cause === 'stopped') return null;
      return kind === 'create' ? { type: 'create-in-doubt' } : { type: 'unreachable', reason: 'lost-answer' };
  }
}
