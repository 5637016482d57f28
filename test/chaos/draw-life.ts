import type { Operation } from '../../src/simulate/operation.ts';
import { pick } from '../../src/simulate/pick.ts';

/** When a process is struck. Times are milliseconds. */
export type Moment =
  /** So long after it was started, wherever that finds it. */
  | { readonly kind: 'clock'; readonly ms: number }
  /** So long after it took the lock: while it opens the ledger and recovers what the one before it left. */
  | { readonly kind: 'opening'; readonly ms: number }
  /** So long after the request number `count` that it sent, or after the one of this operation. */
  | { readonly kind: 'request'; readonly operation: Operation | null; readonly count: number; readonly ms: number };

/** One process of the bridge: what it is started as, and how and when it ends. */
export interface Life {
  readonly args: readonly string[];
  readonly moment: Moment;
  readonly end: 'kill' | 'stop' | 'stop-twice';
  /** Before the next one is started. */
  readonly pauseMs: number;
}

/** What a process may be doing when it is struck; every write stands here more than once. */
const OPERATIONS: readonly Operation[] = [
  'create',
  'create',
  'create',
  'add-follow-up',
  'add-follow-up',
  'reject',
  'upload',
  'detail',
  'follow-ups',
  'list',
  'attachment',
  'write-back',
  'write-back',
  'respond',
  'respond',
];

const START_MAX_MS = 700;
const OPENING_MAX_MS = 60;
const LATE_MAX_MS = 3_000;
const REQUESTS_MAX = 40;
/** Before, in and after the effect of a request, whose answer comes after a few milliseconds. */
const AROUND_MAX_MS = 10;

/** Draws a process. Few live for long: most of what can go wrong lies in the first second. */
export function drawLife(random: () => number): Life {
  const lot = random();
  return {
    args: random() < 0.5 ? ['run'] : ['run', '--once', '--json'],
    moment: drawMoment(random),
    end: lot < 0.8 ? 'kill' : lot < 0.92 ? 'stop' : 'stop-twice',
    pauseMs: random() < 0.8 ? 0 : random() * 300,
  };
}

function drawMoment(random: () => number): Moment {
  const lot = random();
  const ms = random() * AROUND_MAX_MS;
  if (lot < 0.1) return { kind: 'clock', ms: random() * START_MAX_MS };
  if (lot < 0.2) return { kind: 'clock', ms: START_MAX_MS + random() * (LATE_MAX_MS - START_MAX_MS) };
  if (lot < 0.35) return { kind: 'opening', ms: random() * OPENING_MAX_MS };
  if (lot < 0.55) return { kind: 'request', operation: null, count: 1 + Math.floor(random() * REQUESTS_MAX), ms };
  return { kind: 'request', operation: pick(OPERATIONS, random), count: 1 + Math.floor(random() * 3), ms };
}
