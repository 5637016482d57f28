import type { NotReachedCause, SendResult } from '../../src/http/outcome.ts';
import type { SimProcess } from './sim-process.ts';
import type { SimWorld } from './sim-world.ts';

export interface Written {
  readonly operation: string;
  /** The local id of the report that it is about. */
  readonly subject: string;
  /** Whether the other side knows what is written to. */
  readonly isThere?: (subject: string) => boolean;
}

export interface OutcomeOptions {
  readonly world: SimWorld;
  readonly process: SimProcess;
  /** True while the whole side is cut off. */
  readonly isDown: () => boolean;
  /** Lets something travel, whatever becomes of the process meanwhile. */
  readonly wire: (ms: number) => Promise<void>;
}

/** After so long without an answer the client gives up. */
export const TIMEOUT_MS = 30_000;
const THROTTLED_MS = 60_000;
const SUSPENDED_MS = 30_000;

/** What becomes of writes on the wire. */
export function createWriteOutcomes({ world, process, isDown, wire }: OutcomeOptions) {
  /** At most one fault strikes a write; `act` is its effect on the other side. */
  async function of<T>(what: Written, act: (isDouble?: boolean) => T): Promise<SendResult<T>> {
    return notArrived(what) ?? (await lostOnTheWay(what, act)) ?? (await arrived(what, act));
  }

  function notArrived(what: Written): SendResult<never> | null {
    if (isDown() || world.strikes('not-sent', 0.5)) return { kind: 'not-sent', cause: 'refused' };
    if (world.strikes('throttled', 0.2)) return notReached('throttled', 429, THROTTLED_MS);
    if (world.strikes('suspended', 0.2)) return notReached('suspended', 503, SUSPENDED_MS);
    if (world.strikes('credentials', 0.1)) return notReached('credentials', 401, null);
    if (world.strikes('refused', 0.1)) return { kind: 'refused', status: 422, cause: 'content' };
    if (what.isThere?.(what.subject) === false) return { kind: 'refused', status: 404, cause: 'not-found' };
    return null;
  }

  async function lostOnTheWay(what: Written, act: () => void): Promise<SendResult<never> | null> {
    if (world.strikes('lost-request', 0.3)) return await lost();
    if (world.strikes('error-before', 0.3)) return doubt('server-error', 500);
    if (what.operation === 'create' && world.strikes('conflict', 0.2)) return doubt('already-exists', 409);
    if (!world.strikes('late-effect', 0.3)) return null;
    world.time.at(world.time.mono() + world.random() * world.plan.settleMs * 0.8, act);
    return await lost();
  }

  async function arrived<T>({ operation }: Written, act: (isDouble?: boolean) => T): Promise<SendResult<T>> {
    const value = act();
    if (world.strikes('twice', 0.1)) act(true);
    await process.boundary(`${operation}:effect`);
    if (world.strikes('lost-answer', 0.4)) return doubt('reset', null);
    if (world.strikes('never-answered', 0.3)) return await lost();
    if (world.strikes('error-after', 0.3)) return doubt('server-error', 500);
    if (world.strikes('gateway-timeout', 0.3)) return doubt('server-error', 504);
    if (world.strikes('html', 0.2)) return doubt('html', 200);
    if (operation === 'create' && world.strikes('no-id', 0.3)) return doubt('no-id', 200);
    await wire(1 + world.random() * 400);
    return { kind: 'done', value, status: 200 };
  }

  async function lost(): Promise<SendResult<never>> {
    await wire(TIMEOUT_MS);
    return doubt('timeout', null);
  }

  return { of };
}

function notReached(cause: NotReachedCause, status: number, retryAfterMs: number | null): SendResult<never> {
  return { kind: 'not-reached', cause, status, retryAfterMs };
}

function doubt(cause: (SendResult<never> & { kind: 'doubt' })['cause'], status: number | null): SendResult<never> {
  return { kind: 'doubt', cause, status };
}
