import type { Read, ReadFailure, ReadFailureKind, SendResult } from '../../src/http/outcome.ts';

/** How one call to the other side fails. A fault that is meant for writes strikes a read as its nearest relative. */
interface Fault {
  readonly read: ReadFailure;
  /** Whether the other side acted all the same. */
  readonly effect: boolean;
  readonly write: SendResult<never>;
}

const FAULTS = {
  unreachable: fault(read('unreachable', 'refused'), { kind: 'not-sent', cause: 'refused' }),
  throttled: fault(read('throttled', 'throttled', { status: 429, retryAfterMs: 60_000 }), {
    kind: 'not-reached',
    cause: 'throttled',
    status: 429,
    retryAfterMs: 60_000,
  }),
  credentials: fault(read('unauthorized', 'credentials', { status: 401 }), {
    kind: 'not-reached',
    cause: 'credentials',
    status: 401,
    retryAfterMs: null,
  }),
  html: fault(read('malformed', 'html', { status: 200 }), { kind: 'doubt', cause: 'html', status: 200 }),
  'bad-row': fault(read('malformed', 'bad-row'), { kind: 'doubt', cause: 'unreadable', status: 200 }),
  refused: fault(read('refused', 'refused', { status: 422 }), { kind: 'refused', cause: 'content', status: 422 }),
  'already-exists': fault(read('refused', 'refused', { status: 409 }), {
    kind: 'doubt',
    cause: 'already-exists',
    status: 409,
  }),
  'not-found': fault(read('not-found', 'not-found', { status: 404 }), {
    kind: 'refused',
    cause: 'not-found',
    status: 404,
  }),
  'too-large': fault(read('refused', 'too-large'), { kind: 'refused', cause: 'too-large', status: 413 }),
  'lost-request': fault(read('unreachable', 'timeout'), { kind: 'doubt', cause: 'timeout', status: null }),
  'lost-answer': fault(read('unreachable', 'reset'), { kind: 'doubt', cause: 'reset', status: null }, true),
  'error-before': fault(read('unreachable', 'server-error', { status: 500 }), {
    kind: 'doubt',
    cause: 'server-error',
    status: 500,
  }),
  'no-id': fault(read('malformed', 'shape', { status: 200 }), { kind: 'doubt', cause: 'no-id', status: 200 }, true),
} as const satisfies Record<string, Fault>;
export type FaultName = keyof typeof FAULTS;

/** Asked before every call of a fake: the fault that strikes it, or `null`. May wait, which is the call's latency. */
export type Strike<Operation extends string> = (operation: Operation) => Promise<FaultName | null>;

/** Faults waiting for the next calls, and the calls that there were. */
export interface CallFaults<Operation extends string> {
  /** Strikes the next `times` calls of an operation, after letting `after` of them through. */
  next(operation: Operation, name: FaultName, how?: { readonly times?: number; readonly after?: number }): void;
  /** Strikes every call of these operations until `heal`. */
  always(operations: readonly Operation[], name: FaultName): void;
  heal(): void;
  count(operation: Operation): number;
  readonly strike: Strike<Operation>;
}

export function createCallFaults<Operation extends string>(): CallFaults<Operation> {
  const waiting = new Map<Operation, (FaultName | null)[]>();
  const standing = new Map<Operation, FaultName>();
  const counts = new Map<Operation, number>();
  return {
    next(operation, name, { times = 1, after = 0 } = {}) {
      const queue = waiting.get(operation) ?? [];
      queue.push(...Array<null>(after).fill(null), ...Array<FaultName>(times).fill(name));
      waiting.set(operation, queue);
    },
    always(operations, name) {
      for (const operation of operations) standing.set(operation, name);
    },
    heal() {
      waiting.clear();
      standing.clear();
    },
    count: (operation) => counts.get(operation) ?? 0,
    async strike(operation) {
      counts.set(operation, (counts.get(operation) ?? 0) + 1);
      return waiting.get(operation)?.shift() ?? standing.get(operation) ?? null;
    },
  };
}

/** A read of a fake: what the other side shows, unless a fault strikes. */
export async function readThrough<T>(name: FaultName | null, show: () => T): Promise<Read<T>> {
  return name === null ? { ok: true, value: show() } : { ok: false, failure: FAULTS[name].read };
}

/** A write of a fake: the effect happens unless the fault comes before it, and is reported unless it comes behind. */
export async function writeThrough<T>(name: FaultName | null, act: () => T): Promise<SendResult<T>> {
  if (name === null) return { kind: 'done', value: act(), status: 200 };
  const { effect, write }: Fault = FAULTS[name];
  if (effect) act();
  return write;
}

function fault(failure: ReadFailure, write: SendResult<never>, effect = false): Fault {
  return { read: failure, effect, write };
}

function read(
  kind: ReadFailureKind,
  detail: string,
  {
    status = null,
    retryAfterMs = null,
  }: { readonly status?: number | null; readonly retryAfterMs?: number | null } = {},
): ReadFailure {
  return { kind, status, detail, retryAfterMs };
}
