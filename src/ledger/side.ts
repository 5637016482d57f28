import type { DeliveryReason, Side } from './delivery.ts';

/** `up` answers; `down` did not; `paused` asked for a pause; `stopped` refuses our credentials or address. */
export type SideState = 'up' | 'down' | 'paused' | 'stopped';

/**
 * Whether new reports may be created there: after one outcome in doubt they are `stopped` until a read there answered
 * properly, then one goes at a time (`single`) until one succeeds. So a maintenance page costs one manual case.
 */
export type CreatesState = 'open' | 'stopped' | 'single';

/** What the bridge knows of one side's health; kept in the ledger so that a restart forgets no pause. */
export interface SideHealth {
  readonly name: Side;
  readonly state: SideState;
  readonly creates: CreatesState;
  /** Epoch ms before which the side is left alone. */
  readonly until: number;
  readonly failures: number;
  readonly reason: DeliveryReason | ReadReason | null;
  /** Creates in doubt one after the other, without one that succeeded between; and the wait that follows from them. */
  readonly createDoubts: number;
  readonly createsUntil: number;
  readonly lastOkAt: number | null;
  /** When the side last had news. */
  readonly lastNewAt: number | null;
}

export type ReadReason = 'unreachable' | 'throttled' | 'unauthorized' | 'malformed' | 'refused' | 'not-found';

export type SideEvent =
  | { readonly type: 'read-ok'; readonly news: boolean }
  | { readonly type: 'write-ok'; readonly create: boolean }
  | { readonly type: 'unreachable'; readonly reason: SideHealth['reason'] }
  | { readonly type: 'pause'; readonly ms: number; readonly reason: SideHealth['reason'] }
  | { readonly type: 'refuses-us'; readonly reason: SideHealth['reason'] }
  | { readonly type: 'create-in-doubt' };

const BACKOFF_BASE_MS = 2_000;
const BACKOFF_CAP_MS = 15 * 60_000;
const PAUSE_CAP_MS = 6 * 3_600_000;

const CREATES_OPEN = { creates: 'open', createDoubts: 0, createsUntil: 0 } as const;
const CREATES_BASE_MS = 60_000;
const CREATES_CAP_MS = 3_600_000;

export function healthySide(name: Side): SideHealth {
  return {
    name,
    state: 'up',
    creates: 'open',
    until: 0,
    failures: 0,
    reason: null,
    createDoubts: 0,
    createsUntil: 0,
    lastOkAt: null,
    lastNewAt: null,
  };
}

/** The side's health after an event. `random` in [0, 1) spreads the waits (full jitter). */
export function nextSide(
  side: SideHealth,
  event: SideEvent,
  { now, random }: { now: number; random: number },
): SideHealth {
  switch (event.type) {
    case 'read-ok':
      return {
        ...answered(side, now),
        creates: side.creates === 'stopped' ? 'single' : side.creates,
        lastNewAt: event.news ? now : side.lastNewAt,
      };
    case 'write-ok':
      // One that was under way when another went into doubt does not open what only a good read may.
      return { ...answered(side, now), ...(event.create && side.creates !== 'stopped' ? CREATES_OPEN : {}) };
    case 'unreachable':
      return isPaused(side, now)
        ? side
        : { ...side, ...backoff(side, now, random), state: 'down', reason: event.reason };
    case 'refuses-us':
      return isPaused(side, now)
        ? side
        : { ...side, ...backoff(side, now, random), state: 'stopped', reason: event.reason };
    case 'pause':
      return { ...side, state: 'paused', until: pauseUntil(side, now, event.ms), reason: event.reason };
    case 'create-in-doubt':
      return { ...side, ...createsStopped(side, now) };
  }
}

/** A side's health as it was kept, without waits longer than any that is set here: the clock that set those was wrong. */
export function withinReach(side: SideHealth, now: number): SideHealth {
  const until = Math.min(side.until, now + PAUSE_CAP_MS);
  const createsUntil = Math.min(side.createsUntil, now + CREATES_CAP_MS);
  return until === side.until && createsUntil === side.createsUntil ? side : { ...side, until, createsUntil };
}

/** True while the side asked to be left alone, or failed lately. */
export function mustWait(side: SideHealth, now: number): boolean {
  return side.state !== 'up' && now < side.until;
}

/** A pause that the side asked for stands until it is over, whatever requests that were under way have to tell. */
function isPaused(side: SideHealth, now: number): boolean {
  return side.state === 'paused' && now < side.until;
}

function pauseUntil(side: SideHealth, now: number, ms: number): number {
  const until = now + Math.min(ms, PAUSE_CAP_MS);
  return isPaused(side, now) ? Math.max(until, side.until) : until;
}

function answered(side: SideHealth, now: number): SideHealth {
  if (isPaused(side, now)) return { ...side, lastOkAt: now };
  return { ...side, state: 'up', until: 0, failures: 0, reason: null, lastOkAt: now };
}

function backoff(side: SideHealth, now: number, random: number): Pick<SideHealth, 'failures' | 'until'> {
  const failures = side.failures + 1;
  const capMs = Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** Math.min(failures - 1, 20));
  return { failures, until: now + Math.round(capMs * random) };
}

/** The first doubt asks for a good read only; every further one in a row also for twice the time. */
function createsStopped(side: SideHealth, now: number): Pick<SideHealth, 'creates' | 'createDoubts' | 'createsUntil'> {
  const createDoubts = side.createDoubts + 1;
  const waitMs = createDoubts === 1 ? 0 : Math.min(CREATES_CAP_MS, CREATES_BASE_MS * 2 ** (createDoubts - 1));
  return { creates: 'stopped', createDoubts, createsUntil: now + waitMs };
}
