import type { Clock } from '../../src/clock.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createLedger } from '../../src/ledger/ledger.ts';
import type { Store } from '../../src/ledger/store.ts';
import type { Vault } from '../../src/ledger/verbs/payload.ts';
import type { SimWorld } from './sim-world.ts';

/** The ledger could not write: what better-sqlite3 throws, as far as anybody looks at it. */
export class SimLedgerError extends Error {
  override readonly name = 'SqliteError';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** A bug in a port: the process ends, as for any that is not expected. */
export class SimBugError extends Error {
  override readonly name = 'SimBugError';
}

/**
 * One life of the bridge's process. A promise cannot be killed, so whatever a dead process awaits never comes: every call
 * to the outside passes `boundary`, where it may die before, after, or between an effect and its answer.
 */
export interface SimProcess {
  readonly number: number;
  readonly clock: Clock;
  readonly ledger: Ledger;
  isAlive(): boolean;
  boundary(name: string): Promise<void>;
  kill(): void;
}

/** No timer of Node is shorter; a wait of less might end before any clock has moved, and begin again for ever. */
const TIMER_MIN_MS = 1;
const SLOW_DISK_MS = 2_000;
const NEVER = new Promise<never>(() => undefined);

/** Number of a person's command beside the daemon: nobody starts it again when it dies. */
export const OPERATOR = 0;

export function createSimProcess(world: SimWorld, number: number, vault: Vault): SimProcess {
  let alive = true;
  const kill = () => {
    alive = false;
  };

  /** Goes on once the process runs: a dead one never, a stopped one after its pause. */
  async function running(): Promise<void> {
    if (!alive) await NEVER;
    const thaw = world.frozenUntil();
    if (number === OPERATOR || thaw <= world.time.mono()) return;
    await new Promise<void>((resolve) => void world.time.at(thaw, resolve));
    if (!alive) await NEVER;
  }

  async function boundary(name: string): Promise<void> {
    await running();
    world.boundaries += 1;
    if (number !== OPERATOR && world.strikes('port-bug', 0.005)) throw new SimBugError(name);
    if (!world.crashesHere(name)) return;
    world.trace(`crash #${number} at ${name}`);
    kill();
    if (number !== OPERATOR) world.onCrash();
    await NEVER;
  }

  const pass = (ms: number) => new Promise<void>((resolve) => void world.time.at(world.time.mono() + ms, resolve));

  // As the real store: once the disk has failed, nothing that the connection says is believed.
  let broken: SimLedgerError | null = null;
  const store: Store = {
    failed: new AbortController().signal,
    async write(verb) {
      if (world.strikes('slow-disk', 0.2)) await pass(SLOW_DISK_MS);
      await boundary('ledger:before');
      const failure = world.ledgerFault();
      const error = broken ?? (failure === null ? null : new SimLedgerError(failure));
      if (failure === 'SQLITE_IOERR') broken = error;
      if (error !== null) throw error;
      const value = world.transact(verb);
      await boundary('ledger:after');
      return value;
    },
    async read(verb) {
      if (!alive) await NEVER;
      if (broken !== null) throw broken;
      return world.read(verb);
    },
    trimLog: async () => 0,
    close: async () => undefined,
  };

  const clock: Clock = {
    now: () => world.wall(),
    mono: () => world.ownMono(),
    async sleep(ms, signal) {
      if (signal?.aborted !== true) {
        await new Promise<void>((resolve) => {
          const forget = world.time.at(world.time.mono() + Math.max(TIMER_MIN_MS, ms), done);
          function done(): void {
            forget();
            signal?.removeEventListener('abort', done);
            resolve();
          }
          signal?.addEventListener('abort', done, { once: true });
        });
      }
      await running();
    },
  };

  return { number, clock, ledger: createLedger(store, vault), isAlive: () => alive, boundary, kill };
}
