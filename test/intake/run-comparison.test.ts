import { describe, expect, it } from 'vitest';
import { createFakeBridge, type FakeBridge } from '../support/fake-bridge.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { openTestLedger } from '../support/make-ledger.ts';

const DAY_MS = 86_400_000;
const PAGE_SIZE = 3;

/** A bridge that knows so many reports, all but the last of them long since out of the overlap. */
async function knowMany(count: number): Promise<FakeBridge> {
  const bridge = createFakeBridge({ local: { pageSize: PAGE_SIZE } });
  for (let id = 1; id < count; id += 1) bridge.local.file({ localId: String(id) });
  await bridge.cycle();
  bridge.clock.advance(DAY_MS);
  bridge.local.file({ localId: String(count) });
  await bridge.cycle();
  bridge.clock.advance(DAY_MS);
  return bridge;
}

/** Somebody edits a report past the application, which therefore does not note when. */
function editSilently({ local }: FakeBridge, localId: string, secret: boolean): void {
  const { updatedAt, privacy } = local.report(localId);
  local.change(localId, { updatedAt, privacy: { ...privacy, secret } });
}

describe('the comparison of all rows', () => {
  it('finds a change that moved no time, which no other reading finds', async () => {
    const bridge = await knowMany(5);
    editSilently(bridge, '1', true);
    await bridge.cycle();
    expect(await bridge.caseOf('1')).toMatchObject({ secret: false });

    await bridge.ledger.beginComparison(bridge.clock.now(), 0);
    const { local } = await bridge.cycle();

    expect(await bridge.caseOf('1')).toMatchObject({ secret: true });
    expect(local.changed).toBe(1);
    expect(await bridge.alarms()).toEqual(['privacy-raised']);
  });

  it('finds a report that came later than the overlap, and files it', async () => {
    const bridge = await knowMany(2);
    const savedAt = bridge.clock.now() - 2 * DAY_MS;
    bridge.local.file({ localId: '9', createdAt: savedAt, updatedAt: savedAt });
    await bridge.ledger.beginComparison(bridge.clock.now(), 0);

    await bridge.cycle();

    expect(await bridge.deliveriesOf('9')).toContainEqual(expect.objectContaining({ kind: 'create', state: 'done' }));
  });

  it('writes nothing where nothing differs, and is over then', async () => {
    const bridge = await knowMany(5);
    await bridge.cycle();
    const writes = bridge.local.writes.length;
    await bridge.ledger.beginComparison(bridge.clock.now(), 0);

    expect((await bridge.cycle()).local).toMatchObject({ new: 0, changed: 0 });

    expect(bridge.local.writes).toHaveLength(writes);
    expect(await bridge.ledger.readComparison()).toEqual({ nextPage: null, completedAt: bridge.clock.now() });
  });

  it('goes on where it was, less a page, when its slice is over', async () => {
    const bridge = await knowMany(10);
    await bridge.ledger.beginComparison(bridge.clock.now(), 0);
    const pages: number[] = [];
    const slow: typeof bridge.local = {
      ...bridge.local,
      readPage(query, stop) {
        bridge.clock.advance(15_000);
        if (query.sinceMs === 0) pages.push(query.page);
        return bridge.local.readPage(query, stop);
      },
    };

    for (let round = 1; round <= 4; round += 1) await bridge.again({ local: slow }).cycle();

    expect(pages).toEqual([1, 2, 2, 3, 3, 4]);
  });

  it('goes on with the page that could not be read', async () => {
    const bridge = await knowMany(5);
    await bridge.ledger.beginComparison(bridge.clock.now(), 0);
    const failing: typeof bridge.local = {
      ...bridge.local,
      readPage(query, stop) {
        if (query.page === 2) bridge.local.faults.next('readPage', 'unreachable');
        return bridge.local.readPage(query, stop);
      },
    };
    await bridge.again({ local: failing }).cycle();
    expect(await bridge.ledger.readComparison()).toMatchObject({ nextPage: 2 });
    bridge.clock.advance(DAY_MS);

    await bridge.cycle();

    expect(await bridge.ledger.readComparison()).toMatchObject({ nextPage: null });
  });

  it('says that pages do not end', async () => {
    const bridge = await knowMany(2);
    await bridge.ledger.beginComparison(bridge.clock.now(), 0);
    const endless: typeof bridge.local = {
      ...bridge.local,
      async readPage(query, stop) {
        const read = await bridge.local.readPage({ ...query, page: 1 }, stop);
        return read.ok && query.sinceMs === 0 ? { ok: true, value: { ...read.value, more: true } } : read;
      },
    };

    await bridge.again({ local: endless }).cycle();

    expect(await bridge.alarms()).toEqual(['paging']);
    expect(await bridge.ledger.readComparison()).toMatchObject({ nextPage: null });
  });

  it('trips a brake that the scan beside it leaves alone', async () => {
    const bridge = await knowMany(25);
    for (let id = 1; id <= 22; id += 1) editSilently(bridge, String(id), true);
    await bridge.ledger.beginComparison(bridge.clock.now(), 0);

    await bridge.cycle();
    await bridge.cycle();
    expect(await bridge.alarms()).toContain('mass-privacy');
    await bridge.ledger.confirm(bridge.clock.now());
    await bridge.cycle();

    expect(await bridge.caseOf('22')).toMatchObject({ secret: true });
    expect(await bridge.ledger.readComparison()).toMatchObject({ nextPage: null });
  });

  it('does not begin before all was read once, nor soon after the last one', async () => {
    const bridge = createFakeBridge();
    await bridge.ledger.beginComparison(bridge.clock.now(), 0);
    expect(await bridge.ledger.readComparison()).toEqual({ nextPage: null, completedAt: null });
    bridge.local.file();
    await bridge.cycle();
    const completedAt = bridge.clock.now();
    bridge.clock.advance(DAY_MS - 1);

    await bridge.ledger.beginComparison(bridge.clock.now(), DAY_MS);
    expect(await bridge.ledger.readComparison()).toEqual({ nextPage: null, completedAt });
    bridge.clock.advance(1);
    await bridge.ledger.beginComparison(bridge.clock.now(), DAY_MS);

    expect(await bridge.ledger.readComparison()).toEqual({ nextPage: 1, completedAt });
  });

  it('begins in a ledger of an earlier version, which does not know of any', async () => {
    const { ledger, query } = openTestLedger();
    const clock = createFakeClock();
    await ledger.recordLocalPage({ rows: [], rejected: [], position: 1, at: clock.now(), dueAt: () => null }, () => []);
    query(`delete from meta where name = 'comparison' returning name`);

    await ledger.beginComparison(clock.now(), DAY_MS);

    expect(await ledger.readComparison()).toEqual({ nextPage: 1, completedAt: null });
  });

  it('begins where the last one ended by a clock that was ahead', async () => {
    const bridge = await knowMany(1);

    await bridge.ledger.beginComparison(0, DAY_MS);

    expect(await bridge.ledger.readComparison()).toMatchObject({ nextPage: 1 });
  });
});
