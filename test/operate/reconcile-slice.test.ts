import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../src/bridge.ts';
import type { LogEvent } from '../../src/logger.ts';
import { createReconcileSlice } from '../../src/operate/reconcile-slice.ts';
import type { ReconcileEnd } from '../../src/reconcile/run-reconcile.ts';
import { createPeerWatch } from '../../src/watch/create-peer-watch.ts';
import { createFakeBridge } from '../support/fake-bridge.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeHost } from './make-host.ts';

const NEVER = new AbortController().signal;
const HOUR_MS = 3_600_000;

function start(ends: readonly ReconcileEnd[]) {
  const fake = createFakeBridge();
  const { host } = makeHost({ clock: fake.clock });
  const logged: LogEvent[] = [];
  const went: boolean[] = [];
  const left = [...ends];
  const bridge: Bridge = {
    config: makeConfig(),
    ledger: fake.ledger,
    local: fake.local,
    national: fake.national,
    peers: createPeerWatch(),
    cycle: ({ stop: _, ...options }) => fake.cycle(options),
    async reconcile({ goesOn }) {
      const before = goesOn();
      fake.clock.advance(20_000);
      went.push(before && !goesOn());
      const end = left.shift() ?? 'done';
      return end === 'done' ? await fake.reconcile() : end;
    },
    close: async () => undefined,
  };
  const slice = createReconcileSlice({ host, bridge, log: (event) => logged.push(event) });
  return { fake, logged, went, slice };
}

describe('createReconcileSlice()', () => {
  it('does nothing where none has begun, or the round is over', async () => {
    const { slice, went, fake } = start([]);
    await slice(NEVER);
    await fake.ledger.beginReconciliation(fake.clock.now());
    await slice(AbortSignal.abort());
    expect(went).toEqual([]);
  });

  it('goes on for twenty seconds after each round, and says what it found in the end', async () => {
    const { slice, went, fake, logged } = start(['cut', 'done']);
    await fake.ledger.beginReconciliation(fake.clock.now());
    for (let index = 0; index < 3; index += 1) await slice(NEVER);
    expect(went).toEqual([true, true]);
    expect(logged).toEqual([{ event: 'reconciled', compared: 0, findings: 0, unsettled: 0 }]);
  });

  it.each(['local', 'national'] as const)('lets a side rest that could not be read whole: %s', async (side) => {
    const { slice, went, fake } = start([side, 'done']);
    await fake.ledger.beginReconciliation(fake.clock.now());
    await slice(NEVER);
    await slice(NEVER);
    expect(went).toHaveLength(1);
    fake.clock.advance(HOUR_MS);
    await slice(NEVER);
    expect(went).toHaveLength(2);
  });
});
