import { expect, it } from 'vitest';
import { createFakeBridge } from '../support/fake-bridge.ts';

const HOUR_MS = 3_600_000;

async function readAfter(bridge: ReturnType<typeof createFakeBridge>, ms: number): Promise<number> {
  bridge.clock.advance(ms);
  const before = bridge.national.faults.count('institutions');
  await bridge.cycle();
  return bridge.national.faults.count('institutions') - before;
}

it('reads the list once a day', async () => {
  const bridge = createFakeBridge();

  const reads = [await readAfter(bridge, 0), await readAfter(bridge, 23 * HOUR_MS), await readAfter(bridge, HOUR_MS)];

  expect(reads).toEqual([1, 0, 1]);
  expect(await bridge.ledger.readInstitutions()).toEqual([
    { id: '151345', name: 'Pemerintah Kota Serang', goneAt: null },
  ]);
});

it('keeps what is gone, refuses what lost half, and says so', async () => {
  const bridge = createFakeBridge();
  const { institutionList } = bridge.national;
  institutionList.push({ id: '1', name: 'A' }, { id: '2', name: 'B' });
  await readAfter(bridge, 0);
  institutionList.pop();
  await readAfter(bridge, 24 * HOUR_MS);
  expect(await bridge.alarms()).toEqual(['institution-gone']);
  institutionList.splice(0);

  await readAfter(bridge, 24 * HOUR_MS);

  expect((await bridge.alarms()).toSorted()).toEqual(['institution-gone', 'institutions-shrunk']);
  expect((await bridge.ledger.readInstitutions()).filter(({ goneAt }) => goneAt === null)).toHaveLength(2);
});

it.each(['html', 'unreachable'] as const)('tries again in an hour where the list is %s', async (fault) => {
  const bridge = createFakeBridge();
  bridge.national.faults.next('institutions', fault);
  await readAfter(bridge, 0);

  const reads = [await readAfter(bridge, HOUR_MS / 2), await readAfter(bridge, HOUR_MS / 2)];

  expect(reads).toEqual([0, 1]);
  expect(await bridge.ledger.readSide('national')).toMatchObject({ state: 'up' });
});

it('does not ask a side that is down', async () => {
  const bridge = createFakeBridge();
  bridge.local.file({ localId: '1042' });
  bridge.national.faults.always(['ping'], 'unreachable');

  expect(await readAfter(bridge, 0)).toBe(0);
});
