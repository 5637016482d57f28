import { describe, expect, it } from 'vitest';
import type { NationalListed, NationalListPage } from '../../src/national/national-system.ts';
import type { FaultName } from '../support/call-faults.ts';
import { createFakeBridge, type FakeBridge } from '../support/fake-bridge.ts';
import { makeConfig } from '../support/make-config.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ID = '1042';
const NO_WAY = { type: 'no-way', reason: 'outcome-unknown' } as const;

/** A bridge with a list, whose first report met `fault` on its way to LAPOR!. */
async function lost(fault: FaultName, given: Parameters<typeof createFakeBridge>[0] = {}): Promise<FakeBridge> {
  const bridge = createFakeBridge({ ...given, national: { list: { lagMs: 0 }, ...given.national } });
  bridge.national.faults.next('create', fault);
  bridge.local.file({ localId: ID });
  await bridge.cycle();
  return bridge;
}

/** Cycles of the daemon, two minutes apart, for so long. */
async function wait(bridge: FakeBridge, forMs: number): Promise<void> {
  for (let passed = 0; passed < forMs; passed += 2 * MINUTE_MS) {
    bridge.clock.advance(2 * MINUTE_MS);
    await bridge.cycle();
  }
}

async function create(bridge: FakeBridge, id = ID) {
  const delivery = (await bridge.deliveriesOf(id)).find(({ kind, side }) => kind === 'create' && side === 'national');
  if (delivery === undefined) throw new Error('nothing to file');
  return delivery;
}

/** Another report in the list, filed now, with what the lost one said. */
async function alike(bridge: FakeBridge, given: (text: string) => Partial<NationalListed>): Promise<string> {
  const other = createFakeBridge();
  other.local.file({ localId: ID });
  await other.cycle();
  const [sent] = other.national.complaints.values();
  if (sent === undefined) throw new Error('not filed');
  const { title, text } = sent.listed;
  return bridge.national.adopt(undefined, { title, text, ...given(text) });
}

/** Every page of LAPOR!'s list is changed before the bridge sees it. */
function changeList({ national }: FakeBridge, change: (page: NationalListPage) => NationalListPage): void {
  const { listInbox } = national;
  if (listInbox === null) throw new Error('no list');
  const changed: typeof listInbox = async (query, stop) => {
    const read = await listInbox(query, stop);
    return read.ok ? { ok: true, value: change(read.value) } : read;
  };
  Object.assign(national, { listInbox: changed });
}

/** The row of this number cannot be read. */
function spoilList(bridge: FakeBridge, key: string): void {
  const row = { key, path: 'content', reason: 'missing', fingerprint: 'f' };
  changeList(bridge, (page) => ({
    ...page,
    reports: page.reports.filter(({ id }) => id !== key),
    rejected: [row],
  }));
}

describe('lookUpCreates()', () => {
  it('finds what arrived, and files nothing twice', async () => {
    const bridge = await lost('lost-answer');
    const [number = ''] = bridge.national.complaints.keys();
    expect(await create(bridge)).toMatchObject({ state: 'done', peerId: number });
    expect(bridge.local.report(ID).nationalId).toBe(number);
    await wait(bridge, HOUR_MS);
    expect(bridge.national.complaints.size).toBe(1);
  });

  it('finds what arrived though our clock is hours ahead of both systems’', async () => {
    const aheadMs = 7 * HOUR_MS;
    const bridge = createFakeBridge({ national: { list: { lagMs: 0 } } });
    const { listInbox } = bridge.national;
    if (listInbox === null) throw new Error('no list');
    const behind: typeof listInbox = async (query, stop) =>
      await listInbox({ ...query, sinceMs: query.sinceMs + aheadMs }, stop);
    Object.assign(bridge.national, { listInbox: behind });
    changeList(bridge, (page) => ({
      ...page,
      reports: page.reports.map((one) => ({ ...one, createdAt: one.createdAt - aheadMs })),
    }));
    bridge.national.faults.next('create', 'lost-answer');
    bridge.local.file({ localId: ID, createdAt: bridge.clock.now() - aheadMs });
    await bridge.cycle();
    const [number = ''] = bridge.national.complaints.keys();

    await wait(bridge, HOUR_MS);

    expect(await create(bridge)).toMatchObject({ state: 'done', peerId: number, attempts: 1 });
    expect(bridge.national.complaints.size).toBe(1);
  });

  it('finds it as LAPOR! shows it, late, and moved to another institution meanwhile', async () => {
    const show = (text: string) => `<p>${text.replaceAll('&', '&amp;').replaceAll('\n', '<br>')}</p>`;
    const bridge = await lost('lost-answer', { national: { list: { lagMs: 9 * MINUTE_MS }, show } });
    const [number = ''] = bridge.national.complaints.keys();
    expect(await create(bridge)).toMatchObject({ state: 'doubt' });
    await wait(bridge, 10 * MINUTE_MS);
    expect(await create(bridge)).toMatchObject({ state: 'done', peerId: number });
  });

  it('sends again what two complete look-ups did not find, late enough and apart', async () => {
    const bridge = await lost('lost-request');
    await wait(bridge, 18 * MINUTE_MS);
    expect(await create(bridge)).toMatchObject({ state: 'doubt', absences: 0 });
    await wait(bridge, 2 * MINUTE_MS);
    expect(await create(bridge)).toMatchObject({ state: 'doubt', absences: 1 });
    expect(bridge.national.complaints.size).toBe(0);
    await wait(bridge, 2 * MINUTE_MS);
    expect(await create(bridge)).toMatchObject({ state: 'done', attempts: 2 });
    expect(bridge.national.complaints.size).toBe(1);
  });

  it('counts the wait anew after the clock was set forward', async () => {
    const bridge = await lost('lost-request');
    bridge.clock.setWall(10 * HOUR_MS);
    await wait(bridge, 20 * MINUTE_MS);
    expect(await create(bridge)).toMatchObject({ state: 'doubt', absences: 0 });
    await wait(bridge, 4 * MINUTE_MS);
    expect(await create(bridge)).toMatchObject({ state: 'done', attempts: 2 });
  });

  it('takes back a first look-up where the clock is set forward before the second', async () => {
    const bridge = await lost('lost-request');
    await wait(bridge, 20 * MINUTE_MS);
    expect(await create(bridge)).toMatchObject({ state: 'doubt', absences: 1 });
    bridge.clock.setWall(HOUR_MS);
    await wait(bridge, 20 * MINUTE_MS);
    expect(await create(bridge)).toMatchObject({ state: 'doubt', absences: 0 });
  });

  it('waits for the lag of the list where that is longer', async () => {
    const config = makeConfig({ national: { list: { lag: '1h' } } });
    const bridge = await lost('lost-answer', { config, national: { list: { lagMs: 59 * MINUTE_MS } } });
    await wait(bridge, HOUR_MS);
    expect(await create(bridge)).toMatchObject({ state: 'done', attempts: 1 });
    expect(bridge.national.complaints.size).toBe(1);
  });

  it('counts no look-up that failed, and gives it to a person after a day', async () => {
    const bridge = await lost('lost-request');
    bridge.national.faults.always(['list'], 'html');
    await wait(bridge, 2 * HOUR_MS);
    expect(await create(bridge)).toMatchObject({ state: 'doubt', absences: 0 });
    bridge.clock.advance(24 * HOUR_MS);
    await bridge.cycle();
    expect(await create(bridge)).toMatchObject({ state: 'parked', reason: 'outcome-unknown' });
    expect(bridge.national.complaints.size).toBe(0);
  });

  it('counts no look-up of which a page is missing', async () => {
    const bridge = await lost('lost-request', { national: { list: { lagMs: 0, pageSize: 1 } } });
    for (const id of ['1', '2']) bridge.national.adopt(id, { institutionId: '999' });
    for (let cycle = 0; cycle < 15; cycle += 1) {
      bridge.national.faults.next('list', 'error-before', { after: 2 });
      await wait(bridge, 2 * MINUTE_MS);
    }
    expect(await create(bridge)).toMatchObject({ state: 'doubt', absences: 0 });
  });

  it('binds the oldest of two, says so, and never files a third', async () => {
    const bridge = await lost('lost-answer', { national: { list: { lagMs: 3 * MINUTE_MS } } });
    const [number = ''] = bridge.national.complaints.keys();
    bridge.clock.advance(1000);
    await alike(bridge, () => ({}));
    bridge.national.relist(number, {});
    await wait(bridge, 6 * MINUTE_MS);
    expect(await create(bridge)).toMatchObject({ state: 'done', peerId: number });
    expect(await bridge.alarms()).toEqual(['found-twice']);
    await wait(bridge, HOUR_MS);
    expect(bridge.national.complaints.size).toBe(2);
  });

  it.each([
    ['by its number', '99999999', true],
    ['by its number, as a number', '99999', false],
  ])('tells which of two of the same second is the older %s', async (_name, other, isOurs) => {
    const bridge = await lost('lost-answer', { national: { list: { lagMs: 3 * MINUTE_MS } } });
    const [number = ''] = bridge.national.complaints.keys();
    const { title, text } = bridge.national.complaint(number).listed;
    bridge.national.adopt(other, { title, text });
    await wait(bridge, 6 * MINUTE_MS);
    expect(await create(bridge)).toMatchObject({ state: 'done', peerId: isOurs ? number : other });
    expect(await bridge.alarms()).toEqual(['found-twice']);
  });

  it('never takes a report for absent where a row that may be it cannot be read', async () => {
    const bridge = await lost('lost-request');
    spoilList(bridge, '9');
    await wait(bridge, HOUR_MS);
    expect(await create(bridge)).toMatchObject({ state: 'doubt', absences: 0 });
    expect(bridge.national.complaints.size).toBe(0);
  });

  it('passes over a row that cannot be read where it is another report for certain', async () => {
    const bridge = createFakeBridge({ national: { list: { lagMs: 0 } } });
    bridge.local.file({ localId: '7', nationalId: bridge.national.adopt('9') });
    await bridge.cycle();
    bridge.national.faults.next('create', 'lost-request');
    bridge.local.file({ localId: ID });
    spoilList(bridge, '9');
    await wait(bridge, 26 * MINUTE_MS);
    expect(await create(bridge)).toMatchObject({ state: 'done', attempts: 2 });
  });

  it('takes no list that never ends for a complete one', async () => {
    const bridge = await lost('lost-request', { national: { list: { lagMs: 0, pageSize: 1 } } });
    bridge.national.adopt('9', { institutionId: '999' });
    changeList(bridge, (page) => ({ ...page, more: true, reports: page.reports.slice(0, 1) }));
    await wait(bridge, HOUR_MS);
    expect(await create(bridge)).toMatchObject({ state: 'doubt', absences: 0 });
  });

  it.each<readonly [string, (text: string) => Partial<NationalListed>]>([
    ['with an altered reference', (text) => ({ text: text.replace('[Ref: kota', '[ref: Kota') })],
    ['with other words', () => ({ text: `[Ref: kota-serang-${ID}]\nAda genangan.` })],
    ['without its reference', (text) => ({ text: text.replace(/^.*\n/, '') })],
  ])('leaves one %s to a person, with its number', async (_name, given) => {
    const bridge = await lost('lost-request');
    const number = await alike(bridge, given);
    await wait(bridge, HOUR_MS);
    expect(await create(bridge)).toMatchObject({ state: 'parked', reason: 'near-match' });
    const { alarms } = await bridge.ledger.readAttention();
    expect(alarms).toMatchObject([{ kind: 'near-match', detail: number, localId: ID }]);

    await bridge.ledger.resolve(ID, null, bridge.clock.now());
    expect(await bridge.alarms()).toEqual([]);
    bridge.clock.advance(HOUR_MS);
    await bridge.cycle();
    expect(await create(bridge)).toMatchObject({ state: 'done' });
    expect(bridge.national.complaints.size).toBe(2);
  });

  it('takes no other known report for one like it', async () => {
    const bridge = createFakeBridge({ national: { list: { lagMs: 0 } } });
    const number = bridge.national.adopt();
    bridge.local.file({ localId: '7', nationalId: number });
    await bridge.cycle();
    bridge.national.faults.next('create', 'lost-request');
    bridge.local.file({ localId: ID });
    bridge.clock.advance(MINUTE_MS);
    await bridge.cycle();
    const delivery = await create(bridge);
    bridge.national.relist(number, { title: 'Jalan berlubang', text: `Ref kota-serang-${ID}` });
    await wait(bridge, 22 * MINUTE_MS);
    expect(delivery.state).toBe('doubt');
    expect(await create(bridge)).toMatchObject({ state: 'done', attempts: 2 });
  });

  it('settles what is parked by a match that is found later', async () => {
    const bridge = await lost('lost-answer', { national: { list: { lagMs: 30 * HOUR_MS } } });
    bridge.national.faults.always(['list'], 'html');
    bridge.clock.advance(25 * HOUR_MS);
    await bridge.cycle();
    expect(await create(bridge)).toMatchObject({ state: 'parked' });
    bridge.national.faults.heal();
    await wait(bridge, 10 * MINUTE_MS);
    expect(await create(bridge)).toMatchObject({ state: 'parked' });
    bridge.clock.advance(8 * HOUR_MS);
    await bridge.cycle({ once: true });
    expect(await create(bridge)).toMatchObject({ state: 'done' });
    expect(bridge.national.complaints.size).toBe(1);
  });

  it('looks for what is parked ever more seldom', async () => {
    const bridge = await lost('lost-request');
    await bridge.ledger.settleDoubt((await create(bridge)).id, NO_WAY, bridge.clock.now());
    bridge.clock.advance(10 * HOUR_MS);
    await bridge.cycle();
    const before = bridge.national.faults.count('list');
    await wait(bridge, 2 * HOUR_MS);
    // Once in each of the sixty rounds for reports that were born there.
    expect(bridge.national.faults.count('list') - before).toBe(61);
  });

  it('looks for what is parked though the clock was years ahead when it did last', async () => {
    const bridge = await lost('lost-request');
    await bridge.ledger.settleDoubt((await create(bridge)).id, NO_WAY, bridge.clock.now());
    await bridge.ledger.noteLookUp(bridge.clock.now() + 10_000 * HOUR_MS);
    bridge.clock.advance(10 * HOUR_MS);
    const before = bridge.national.faults.count('list');
    await bridge.cycle();
    expect(bridge.national.faults.count('list') - before).toBe(2);
  });

  it('binds what LAPOR! says it has where the list shows it', async () => {
    const bridge = await lost('already-exists');
    expect(await create(bridge)).toMatchObject({ state: 'doubt', reason: 'already-exists' });
    const number = await alike(bridge, () => ({}));
    await wait(bridge, 2 * MINUTE_MS);
    expect(await create(bridge)).toMatchObject({ state: 'done', peerId: number });
  });

  it('never sends again what LAPOR! says it has where the list does not', async () => {
    const bridge = await lost('already-exists');
    await wait(bridge, HOUR_MS);
    expect(await create(bridge)).toMatchObject({ state: 'parked', reason: 'already-exists' });
    expect(bridge.national.faults.count('create')).toBe(1);
  });
});
