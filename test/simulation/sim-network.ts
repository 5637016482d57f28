import { createGate } from '../../src/http/create-gate.ts';
import type { Gate, Permit } from '../../src/http/gate.ts';
import type { Read, ReadFailureKind, SendResult } from '../../src/http/outcome.ts';
import type { SendContext } from '../../src/http/send-context.ts';
import { createRateWatch } from './rate-watch.ts';
import type { SimProcess } from './sim-process.ts';
import type { SimWorld } from './sim-world.ts';
import { createWriteOutcomes, TIMEOUT_MS, type Written } from './write-outcomes.ts';

/** One side as the process reaches it over the network: every fault of the plan strikes here. */
export interface SimNetwork {
  readonly gate: Gate;
  read<T>(operation: string, answer: () => T): Promise<Read<T>>;
  write<T>(what: Written, context: SendContext, effect: (isDouble: boolean) => T): Promise<SendResult<T>>;
}

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
  const watch = createRateWatch({ world, side, clock: process.clock });
  /** What travels goes on travelling when the process is dead or frozen. */
  const wire = (ms: number) => new Promise<void>((resolve) => void world.time.at(world.time.mono() + ms, resolve));
  const outcomes = createWriteOutcomes({ world, process, isDown, wire });
  const latency = () => wire(1 + world.random() * 400);

  async function read<T>(operation: string, answer: () => T): Promise<Read<T>> {
    const permit = await gate.enter();
    try {
      await process.boundary(`${side}:${operation}:before`);
      watch.begins('read');
      if (world.strikes('read-slow', 0.3)) await wire(20_000);
      await latency();
      const result = readOutcome(answer);
      await process.boundary(`${side}:${operation}:after`);
      return result;
    } finally {
      permit?.release();
    }
  }

  function readOutcome<T>(answer: () => T): Read<T> {
    if (isDown() || world.strikes('read-unreachable', 0.3)) return failed('unreachable', 'refused');
    if (world.strikes('read-malformed', 0.2)) return failed('malformed', 'html');
    if (world.strikes('read-throttled', 0.1)) return failed('throttled', 'status');
    return { ok: true, value: answer() };
  }

  async function write<T>(
    what: Written,
    { permit }: SendContext,
    effect: (isDouble: boolean) => T,
  ): Promise<SendResult<T>> {
    const { operation, subject } = what;
    const act = (isDouble = false) => {
      world.trace(`${side}:${operation} ${subject} effect`);
      return effect(isDouble);
    };
    await process.boundary(`${side}:${operation}:before`);
    watch.begins(operation);
    world.unsettled.set(subject, world.time.mono() + TIMEOUT_MS + world.plan.settleMs);
    try {
      await latency();
      const result = await outcomes.of(what, act);
      world.trace(`${side}:${operation} ${subject} ${result.kind}`);
      await process.boundary(`${side}:${operation}:after`);
      watch.ends(result);
      return result;
    } finally {
      (permit as Permit).release();
    }
  }

  return { gate, read, write };
}

function failed(kind: ReadFailureKind, detail: string): Read<never> {
  return { ok: false, failure: { kind, status: null, detail, retryAfterMs: null } };
}
