import { describe, expect, it } from 'vitest';
import { createFakeBridge } from '../support/fake-bridge.ts';

const DAY_MS = 86_400_000;
const ONCE = { once: true } as const;

/** A bridge that knows one report, which somebody edited since without saying so. */
async function edited() {
  const bridge = createFakeBridge();
  bridge.local.file({ localId: '1', category: 'Taman' });
  await bridge.cycle(ONCE);
  bridge.clock.advance(DAY_MS);
  bridge.local.file({ localId: '2' });
  await bridge.cycle(ONCE);
  // What the bridge wrote there is read, too.
  await bridge.cycle(ONCE);
  const { updatedAt } = bridge.local.report('1');
  bridge.local.change('1', { category: 'Jalan', updatedAt });
  return bridge;
}

describe('a round that is told which reports changed', () => {
  it('reads them, whatever the list says', async () => {
    const bridge = await edited();
    await bridge.cycle();
    expect(await bridge.caseOf('1')).toMatchObject({ category: 'Taman' });
    const { local } = await bridge.cycle({ named: ['404', '1'] });
    expect(local.changed).toBe(1);
    expect(await bridge.caseOf('1')).toMatchObject({ category: 'Jalan' });
  });

  it('takes in a report that no list shows yet, once', async () => {
    const bridge = await edited();
    const savedAt = bridge.clock.now() - DAY_MS;
    bridge.local.file({ localId: '9', createdAt: savedAt, updatedAt: savedAt });
    expect((await bridge.cycle({ named: ['9', '9'] })).local.new).toBe(1);
    await bridge.cycle({ named: ['9'] });
    expect(bridge.national.complaints.size).toBe(3);
  });

  it('goes on where one of them cannot be read, and stops where the side is away', async () => {
    const bridge = await edited();
    bridge.local.faults.next('readReport', 'bad-row');
    expect((await bridge.cycle({ named: ['2', '1'] })).local.changed).toBe(1);
    const away = await edited();
    away.local.faults.next('readReport', 'unreachable');
    expect((await away.cycle({ named: ['2', '1'] })).local.changed).toBe(0);
  });

  it('records none while a brake is on', async () => {
    const bridge = await edited();
    await bridge.ledger.raiseAlarm({ kind: 'mass-deletion', caseId: null, detail: '30', at: bridge.clock.now() });
    const { updatedAt } = bridge.local.report('1');
    bridge.local.change('1', { deletedAt: 5, updatedAt });
    await bridge.cycle({ named: ['1'] });
    expect(await bridge.caseOf('1')).toMatchObject({ deletedAt: null });
  });
});
