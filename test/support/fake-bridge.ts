import type { Config } from '../../src/config/to-config.ts';
import { type CycleDeps, type CycleOptions, type CycleResult, runCycle } from '../../src/cycle/run-cycle.ts';
import { createSideWatch } from '../../src/lane/side-watch.ts';
import type { Case, Message } from '../../src/ledger/case.ts';
import type { Delivery, Side } from '../../src/ledger/delivery.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { type ReconcileEnd, runReconcile } from '../../src/reconcile/run-reconcile.ts';
import { createLeapWatch } from '../../src/settle/create-leap-watch.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createFakeLocal, type FakeLocal, type FakeLocalOptions } from './fake-local.ts';
import { createFakeNational, type FakeNational, type FakeNationalOptions } from './fake-national.ts';
import { makeConfig } from './make-config.ts';
import { openTestLedger } from './make-ledger.ts';

/** A bridge between two systems in memory, with a real ledger. Time passes only by `clock.advance`. */
export interface FakeBridge {
  readonly clock: FakeClock;
  readonly local: FakeLocal;
  readonly national: FakeNational;
  readonly ledger: Ledger;
  /** One round of the daemon, unless told otherwise. */
  cycle(options?: Partial<CycleOptions & Pick<CycleDeps, 'halt' | 'onProgress'>>): Promise<CycleResult>;
  /** Goes on with a comparison of both sides with the ledger. */
  reconcile(goesOn?: () => boolean): Promise<ReconcileEnd>;
  /** The case of a local id or number; throws where there is none. */
  caseOf(id: string): Promise<Case>;
  deliveriesOf(id: string): Promise<readonly Delivery[]>;
  messagesOf(id: string): Promise<readonly Message[]>;
  /** Kinds of the standing alarms. */
  alarms(): Promise<readonly string[]>;
  /** The same two systems and clock under another configuration or ledger. */
  again(changes: { readonly config?: Config; readonly ledger?: Ledger; readonly local?: FakeLocal }): FakeBridge;
}

interface Given {
  readonly config?: Config;
  readonly local?: Partial<FakeLocalOptions>;
  readonly national?: Partial<FakeNationalOptions>;
}

type Parts = Pick<FakeBridge, 'clock' | 'local' | 'national' | 'ledger'> & { readonly config: Config };

export function createFakeBridge({ config = makeConfig(), local = {}, national = {} }: Given = {}): FakeBridge {
  const clock = createFakeClock();
  return bridgeOf({
    clock,
    local: createFakeLocal({ clock, ...local }),
    national: createFakeNational({ clock, ...national }),
    ledger: openTestLedger().ledger,
    config,
  });
}

function bridgeOf(parts: Parts): FakeBridge {
  const { clock, local, national, ledger, config } = parts;
  const leaps = createLeapWatch(clock);
  const never = new AbortController().signal;

  async function caseOf(id: string): Promise<Case> {
    const found = await ledger.findCase(id);
    if (found === null) throw new Error(`no case ${id}`);
    return found;
  }

  return {
    clock,
    local,
    national,
    ledger,
    async reconcile(goesOn = () => true) {
      const watch = (side: Side) =>
        createSideWatch(side, { ledger, clock, random: () => 0.5, impatient: true, pauseMs: 65_000 });
      const sides = { local: await watch('local'), national: await watch('national') };
      return await runReconcile({ ledger, local, national, config, clock, sides, halt: never, goesOn });
    },
    cycle: ({ once = false, sends = true, named = [], halt = never, onProgress = () => undefined } = {}) =>
      runCycle(
        {
          config,
          ledger,
          local,
          national,
          clock,
          leaps,
          random: () => 0.5,
          halt,
          stop: never,
          onProgress,
        },
        { once, sends, named },
      ),
    caseOf,
    deliveriesOf: async (id) => await ledger.deliveriesOf((await caseOf(id)).id),
    messagesOf: async (id) => await ledger.messagesOf((await caseOf(id)).id),
    alarms: async () => (await ledger.readAttention()).alarms.map((alarm) => alarm.kind),
    again: (changes) => bridgeOf({ ...parts, ...changes }),
  };
}
