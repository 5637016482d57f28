import { expect, it } from 'vitest';
import { createFakeBridge } from '../support/fake-bridge.ts';

it('leaves a line in the history of the report that somebody has in hand, without his name', async () => {
  const { ledger, local, cycle, caseOf, clock } = createFakeBridge();
  local.file({ localId: '1042' });
  await cycle();
  await ledger.reviewNotices([{ key: 'delivery:7', event: 'parked', subject: '1042' }], clock.now());
  const said = { owner: 'Sari', note: 'ditelepon', until: clock.now() + 1, at: clock.now() };

  expect(await ledger.acknowledge({ ...said, id: '1042' })).toBe(1);
  expect(await ledger.acknowledge({ ...said, id: '1043' })).toBe(0);

  const { id } = await caseOf('1042');
  const lines = (await ledger.historyOf(id)).filter(({ event }) => event === 'acknowledged');
  expect(lines).toMatchObject([{ actor: 'operator', data: JSON.stringify({ until: said.until, count: 1 }) }]);
  expect(JSON.stringify(lines)).not.toMatch(/Sari|ditelepon/);
});
