import type { Side } from '../ledger/delivery.ts';
import type { Finding } from '../ledger/notice.ts';
import type { SideHealth } from '../ledger/side.ts';
import type { DeadlineCount } from '../ledger/verbs/deadline-board.ts';
import type { PeerFacts } from './create-peer-watch.ts';

/** What is silent, away or running out; each has one words of its own. */
export type Trouble = 'away' | 'pauses' | 'refuses' | 'quiet' | 'undelivered' | 'disk' | 'clock' | 'certificate';

export interface TroubleFinding extends Finding {
  readonly trouble: Trouble | 'late';
  /** The side, the OPD, or nothing. */
  readonly of: string | null;
  /** Hours, megabytes, reports, minutes (clock) or days (certificate): what the trouble is measured in. */
  readonly amount: number;
}

export interface WatchFacts {
  readonly now: number;
  readonly sides: Readonly<Record<Side, SideHealth>>;
  /** Usual time between two rounds. */
  readonly roundMs: number;
  readonly late: readonly Pick<DeadlineCount, 'institution' | 'late'>[];
  readonly oldestReadyAt: number | null;
  /** How many reports would usually have come since the last one. */
  readonly missing: { readonly expected: number; readonly sinceMs: number } | null;
  /** Bytes left for the ledger, and of how many. */
  readonly disk: DiskSpace | null;
  readonly peers: Readonly<Record<Side, PeerFacts>>;
}

/** Bytes. */
export interface DiskSpace {
  readonly free: number;
  readonly total: number;
}

const HOUR_MS = 3_600_000;
/** Whoever asked for a pause will be back; not after this. */
const PAUSE_MAX_MS = HOUR_MS;
const UNDELIVERED_MS = HOUR_MS;
/** Seven reports that usually come and did not: chance does that to one city in a thousand (Poisson). */
const MISSING_MAX = 7;
const DISK_MIN_BYTES = 512 * 1024 * 1024;
const DISK_MIN_SHARE = 0.03;
const DAY_MS = 24 * HOUR_MS;
/** Renewed a month before its end by who renews by machine: now somebody forgot. */
const CERTIFICATE_MS = 14 * DAY_MS;
/** Less is the time that an answer takes; more breaks the order of what happened on the two sides. */
const SKEW_MAX_MS = 120_000;
const SIDES = ['local', 'national'] as const;

/** What people should be told of, besides what waits for a person: whatever is late, and whatever is silent. */
export function decideFindings(facts: WatchFacts): readonly TroubleFinding[] {
  return [
    ...SIDES.flatMap((side) => awayOf(facts, side)),
    ...facts.late.flatMap(lateOf),
    ...undelivered(facts),
    ...quiet(facts),
    ...disk(facts),
    ...SIDES.flatMap((side) => [...clockOf(facts, side), ...certificateOf(facts, side)]),
  ];
}

/** Away for more than a round, so that one bad moment tells nobody. */
function awayOf({ now, sides, roundMs }: WatchFacts, side: Side): readonly TroubleFinding[] {
  const { state, lastOkAt } = sides[side];
  const ageMs = now - (lastOkAt ?? 0);
  if (state === 'up' || ageMs < roundMs * 1.5) return [];
  const trouble = ({ down: 'away', paused: 'pauses', stopped: 'refuses' } as const)[state];
  if (trouble === 'pauses' && ageMs < PAUSE_MAX_MS) return [];
  return [silent(`side:${side}`, { trouble, of: side, amount: lastOkAt === null ? 0 : ageMs / HOUR_MS })];
}

function lateOf({ institution, late }: WatchFacts['late'][number]): readonly TroubleFinding[] {
  if (late === 0) return [];
  const key = `late:${institution ?? ''}`;
  return [{ key, event: 'late', subject: null, trouble: 'late', of: institution, amount: late }];
}

/** What waits although its side answers. */
function undelivered({ now, sides, oldestReadyAt }: WatchFacts): readonly TroubleFinding[] {
  const ageMs = oldestReadyAt === null ? 0 : now - oldestReadyAt;
  const allAnswer = sides.local.state === 'up' && sides.national.state === 'up';
  if (!allAnswer || ageMs < UNDELIVERED_MS) return [];
  return [silent('undelivered', { trouble: 'undelivered', of: null, amount: ageMs / HOUR_MS })];
}

function quiet({ now, missing }: WatchFacts): readonly TroubleFinding[] {
  if (missing === null || missing.expected < MISSING_MAX) return [];
  return [silent('quiet:local', { trouble: 'quiet', of: 'local', amount: (now - missing.sinceMs) / HOUR_MS })];
}

function disk({ disk: space }: WatchFacts): readonly TroubleFinding[] {
  if (space === null || !isShort(space)) return [];
  return [silent('disk', { trouble: 'disk', of: null, amount: space.free / 1024 / 1024 })];
}

/** Whether little is left for a ledger that grows. */
export function isShort({ free, total }: DiskSpace): boolean {
  return free < DISK_MIN_BYTES || free < total * DISK_MIN_SHARE;
}

/** Minutes by which a clock is off where that matters, ahead or behind; 0: it is right, or nobody knows. */
export function minutesOff({ skewMs }: PeerFacts): number {
  return skewMs === null || Math.abs(skewMs) <= SKEW_MAX_MS ? 0 : skewMs / 60_000;
}

/** Days that a certificate has left, never below 0, where they are few; `null`: there is time, or no certificate. */
export function daysLeft({ certificateEndsAt }: PeerFacts, now: number): number | null {
  if (certificateEndsAt === null || certificateEndsAt - now > CERTIFICATE_MS) return null;
  return Math.max(0, (certificateEndsAt - now) / DAY_MS);
}

function clockOf({ peers }: WatchFacts, side: Side): readonly TroubleFinding[] {
  const minutes = Math.abs(minutesOff(peers[side]));
  return minutes === 0 ? [] : [silent(`clock:${side}`, { trouble: 'clock', of: side, amount: minutes })];
}

function certificateOf({ peers, now }: WatchFacts, side: Side): readonly TroubleFinding[] {
  const days = daysLeft(peers[side], now);
  return days === null ? [] : [silent(`certificate:${side}`, { trouble: 'certificate', of: side, amount: days })];
}

function silent(key: string, what: Pick<TroubleFinding, 'trouble' | 'of' | 'amount'>): TroubleFinding {
  return { key, event: 'silent', subject: null, ...what, amount: Math.round(what.amount * 100) / 100 };
}
