import { createGate } from '../../src/http/create-gate.ts';
import type { Gate, Permit } from '../../src/http/gate.ts';
import type { NotReachedCause, Read, ReadFailureKind, SendResult } from '../../src/http/outcome.ts';
import type { SendContext } from '../../src/http/send-context.ts';
import type { SimProcess } from './sim-process.ts';
import type { SimWorld } from './sim-world.ts';

/** One side as the process reaches it over the network: every fault of the plan strikes here. */
export interface SimNetwork {
  readonly gate: Gate;
  read<T>(operation: string, answer: () => T): Promise<Read<T>>;
  write<T>(operation: string, context: SendContext, effect: () => T): Promise<SendResult<T>>;
}

const TIMEOUT_MS = 30_000;

export interface NetworkOptions {
  readonly world: SimWorld;
  readonly process: SimProcess;
  readonly side: 'local' | 'national';
  /** True while the whole side is cut off. */
  readonly isDown: () => boolean;
}

export function createSimNetwork({ world, process, side, isDown }: NetworkOptions): SimNetwork {
  const { perMinute, concurrency } = world.plan;
  const gate = createGate({ perMinute, concurrency, clock: process.clock });
  const wait = (ms: number) => process.clock.sleep(ms);
  const latency = () => wait(1 + world.random() * 400);

  async function read<T>(operation: string, answer: () => T): Promise<Read<T>> {
    const permit = await gate.enter();
    await process.boundary(`${side}:${operation}:before`);
    try {
      if (world.strikes('read-slow', 0.3)) await wait(20_000);
      await latency();
      if (isDown() || world.strikes('read-unreachable', 0.3)) return failed('unreachable', 'refused');
      if (world.strikes('read-malformed', 0.2)) return failed('malformed', 'html');
      if (world.strikes('read-throttled', 0.1)) return failed('throttled', 'status');
      const value = answer();
      await process.boundary(`${side}:${operation}:after`);
      return { ok: true, value };
    } finally {
      permit?.release();
    }
  }

  async function write<T>(operation: string, { permit }: SendContext, effect: () => T): Promise<SendResult<T>> {
    const act = () => {
      world.trace(`${side}:${operation} effect`);
      return effect();
    };
    await process.boundary(`${side}:${operation}:before`);
    try {
      await latency();
      const result = await outcome(operation, act);
      world.trace(`${side}:${operation} ${result.kind}`);
      await process.boundary(`${side}:${operation}:after`);
      return result;
    } finally {
      (permit as Permit).release();
    }
  }

  /** What becomes of one write: at most one fault strikes it. */
  async function outcome<T>(operation: string, act: () => T): Promise<SendResult<T>> {
    if (isDown() || world.strikes('not-sent', 0.4)) return { kind: 'not-sent', cause: 'refused' };
    if (world.strikes('throttled', 0.2)) return notReached('throttled', 429, 60_000);
    if (world.strikes('suspended', 0.2)) return notReached('suspended', 503, 30_000);
    if (world.strikes('credentials', 0.05)) return notReached('credentials', 401, null);
    if (world.strikes('refused', 0.05)) return { kind: 'refused', status: 422, cause: 'content' };
    if (world.strikes('lost-request', 0.3)) return await lost();
    if (world.strikes('error-before', 0.3)) return doubt('server-error', 500);
    if (operation === 'create' && world.strikes('conflict', 0.1)) return doubt('already-exists', 409);
    if (world.strikes('late-effect', 0.3)) {
      world.time.at(world.time.mono() + world.random() * world.plan.settleMs * 0.8, act);
      return await lost();
    }
    const value = act();
    if (world.strikes('twice', 0.1)) act();
    await process.boundary(`${side}:${operation}:effect`);
    if (world.strikes('lost-answer', 0.4)) return doubt('reset', null);
    if (world.strikes('never-answered', 0.3)) return await lost();
    if (world.strikes('error-after', 0.3)) return doubt('server-error', 500);
    if (world.strikes('gateway-timeout', 0.3)) return doubt('server-error', 504);
    if (world.strikes('html', 0.2)) return doubt('html', 200);
    if (operation === 'create' && world.strikes('no-id', 0.3)) return doubt('no-id', 200);
    await latency();
    return { kind: 'done', value, status: 200 };
  }

  async function lost(): Promise<SendResult<never>> {
    await wait(TIMEOUT_MS);
    return doubt('timeout', null);
  }

  return { gate, read, write };
}

function failed(kind: ReadFailureKind, detail: string): Read<never> {
  return { ok: false, failure: { kind, status: null, detail, retryAfterMs: null } };
}

function notReached(cause: NotReachedCause, status: number, retryAfterMs: number | null): SendResult<never> {
  return { kind: 'not-reached', cause, status, retryAfterMs };
}

function doubt(cause: (SendResult<never> & { kind: 'doubt' })['cause'], status: number | null): SendResult<never> {
  return { kind: 'doubt', cause, status };
}
