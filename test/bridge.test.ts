import { describe, expect, it } from 'vitest';
import { createBridge, type World } from '../src/bridge.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { makeConfig } from './support/make-config.ts';
import { openTestLedger } from './support/make-ledger.ts';

const WORLD: World = { clock: createFakeClock(), random: () => 0.5, version: '1.2.3', environmentProxy: null };

function bridgeTo(local: Readonly<Record<string, unknown>>) {
  return createBridge({ config: makeConfig({ top: { local } }), ledger: openTestLedger().ledger }, WORLD);
}

describe('createBridge()', () => {
  it('speaks to a database, and connects to nothing before it is asked', async () => {
    const bridge = bridgeTo({ kind: 'mysql', url: 'mysql://reader@db.example.test/pengaduan', preset: 'classic' });
    expect([bridge.local.gate.begun, bridge.local.lacks.size]).toEqual([0, 0]);
    await bridge.close();
  });

  it('puts both sides and the ledger together, and closes them', async () => {
    const bridge = bridgeTo({ kind: 'rest', baseUrl: 'https://rabeg.example.test/api', headers: {} });
    expect([bridge.local.gate.begun, bridge.national.gate.begun]).toEqual([0, 0]);
    expect(await bridge.ledger.readTally()).toMatchObject({ open: 0, closed: 0 });
    await bridge.close();
    await expect(bridge.ledger.readTally()).rejects.toThrow();
  });
});
