import { describe, expect, it } from 'vitest';
import { type LocalIntake, runIntakeLocal } from '../../src/intake/run-intake-local.ts';
import type { SideWatch } from '../../src/lane/side-watch.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { LocalPage, LocalSystem } from '../../src/local/local-system.ts';
import { createFakeClock, type FakeClock, MONDAY_MS } from '../support/fake-clock.ts';
import { createFakeLocal, type FakeLocal, type FakeLocalOptions } from '../support/fake-local.ts';
import { makeConfig } from '../support/make-config.ts';
import { openTestLedger } from '../support/make-ledger.ts';
import { makeFollowUp } from '../support/make-report.ts';
import { openWatch } from '../support/open-watch.ts';

const CONFIG = makeConfig();
const MINUTE_MS = 60_000;

interface Stage {
  readonly clock: FakeClock;
  readonly local: FakeLocal;
  readonly ledger: Ledger;
  readonly watch: SideWatch;
  readonly halt: AbortController;
  readonly progress: number[];
  read(system?: Partial<LocalSystem>): Promise<LocalIntake>;
  /** Ids that the ledger knows, of those asked for. */
  known(...ids: readonly string[]): Promise<readonly string[]>;
  alarms(): Promise<readonly string[]>;
}

async function start(options: Partial<FakeLocalOptions> = {}): Promise<Stage> {
  const clock = createFakeClock();
  const local = createFakeLocal({ clock, pageSize: 3, ...options });
  const ledger = openTestLedger().ledger;
  const watch = await openWatch('local', clock);
  const halt = new AbortController();
  const progress: number[] = [];
  return {
    clock,
    local,
    ledger,
    watch,
    halt,
    progress,
    read: (system = {}) =>
      runIntakeLocal({
        ledger,
        local: { ...local, ...system },
        config: CONFIG,
        overlapMs: 15 * MINUTE_MS,
        clock,
        watch,
        halt: halt.signal,
        named: [],
        onProgress: (seen) => progress.push(seen),
      }),
    async known(...ids) {
      const found = await Promise.all(ids.map((id) => ledger.findCase(id)));
      return ids.filter((_, index) => found[index] !== null);
    },
    alarms: async () => (await ledger.readAttention()).alarms.map(({ kind }) => kind),
  };
}

/** So many reports, one a minute, the last of them now. */
function fill({ clock, local }: Stage, count: number): void {
  for (let index = 0; index < count; index += 1) {
    clock.advance(MINUTE_MS);
    local.file();
  }
}

/** Does something between the reading of one page and the next. */
function afterPage({ local }: Stage, page: number, act: () => void): Partial<LocalSystem> {
  let acted = false;
  return {
    async readPage(query, stop) {
      const read = await local.readPage(query, stop);
      if (query.page === page && !acted) {
        acted = true;
        act();
      }
      return read;
    },
  };
}

describe('runIntakeLocal()', () => {
  it('reads page after page to the end and moves the cursor to the newest row', async () => {
    const stage = await start();
    fill(stage, 7);
    expect(await stage.read()).toEqual({ seen: 7, new: 7, changed: 0, quarantined: 0 });
    expect(stage.progress).toEqual([3, 6, 7]);
    expect(await stage.ledger.readCursor()).toBe(stage.clock.now());
    expect(stage.watch.health().lastNewAt).toBe(stage.clock.now());
  });

  it('finds nothing new in what it reads again, and looks no further back than the overlap', async () => {
    const stage = await start();
    fill(stage, 30);
    await stage.read();
    // Reports of the last fifteen minutes, both ends included.
    expect(await stage.read()).toEqual({ seen: 16, new: 0, changed: 0, quarantined: 0 });
  });

  it('finds a row that became visible late, with a time within the overlap', async () => {
    const stage = await start();
    fill(stage, 4);
    await stage.read();
    stage.local.file({ localId: '99', updatedAt: stage.clock.now() - 14 * MINUTE_MS });
    expect(await stage.read()).toMatchObject({ new: 1 });
  });

  it('never moves the cursor beyond the moment at which the scan began', async () => {
    const stage = await start();
    stage.local.file({ updatedAt: stage.clock.now() + 10 * 365 * 86_400_000 });
    await stage.read();
    expect(await stage.ledger.readCursor()).toBe(stage.clock.now());
  });

  it('reads a list that has no row', async () => {
    const stage = await start();
    expect(await stage.read()).toEqual({ seen: 0, new: 0, changed: 0, quarantined: 0 });
    expect(await stage.ledger.readCursor()).toBe(0);
  });

  it('reads rows of one and the same moment that fill more than a page', async () => {
    const stage = await start();
    stage.clock.advance(MINUTE_MS);
    for (let index = 0; index < 10; index += 1) stage.local.file();
    expect(await stage.read()).toMatchObject({ seen: 10, new: 10 });
    expect(await stage.read()).toMatchObject({ seen: 10, new: 0, changed: 0 });
    expect(await stage.ledger.readCursor()).toBe(stage.clock.now());
  });

  it('counts what changed since', async () => {
    const stage = await start();
    fill(stage, 2);
    await stage.read();
    stage.local.change('1', { text: 'Makin besar.' });
    stage.local.respond('2');
    expect(await stage.read()).toMatchObject({ new: 0, changed: 2 });
    expect(await stage.ledger.messagesOf((await stage.ledger.findCase('2'))?.id ?? 0)).toHaveLength(1);
  });

  it.each(['before', 'behind'])(
    'takes the newer of two looks of one report, with the older one %s it',
    async (place) => {
      const stage = await start();
      fill(stage, 1);
      const old = await stage.local.readReport('1', new AbortController().signal);
      const older = old.ok && old.value !== null ? [old.value] : [];
      stage.clock.advance(MINUTE_MS);
      stage.local.respond('1');
      await stage.read({
        async readPage(query, stop) {
          const read = await stage.local.readPage(query, stop);
          if (!read.ok) return read;
          const { reports } = read.value;
          return {
            ok: true,
            value: { ...read.value, reports: place === 'before' ? [...older, ...reports] : [...reports, ...older] },
          };
        },
      });
      const [message] = await stage.ledger.messagesOf((await stage.ledger.findCase('1'))?.id ?? 0);

      expect(message?.internal).toBe(false);
    },
  );

  describe('where a page cannot be read', () => {
    it('keeps the rows before it, their count, and the cursor', async () => {
      const stage = await start();
      fill(stage, 8);
      stage.local.faults.next('readPage', 'error-before', { after: 2 });
      expect(await stage.read()).toEqual({ seen: 6, new: 6, changed: 0, quarantined: 0 });
      expect(await stage.known('1', '6', '7')).toEqual(['1', '6']);
      expect(await stage.ledger.readCursor()).toBeNull();
      expect(stage.watch.health()).toMatchObject({ state: 'down', reason: 'unreachable' });
      expect(await stage.alarms()).toEqual([]);
    });

    it('goes on from the old cursor once the side is back', async () => {
      const stage = await start();
      fill(stage, 8);
      stage.local.faults.next('readPage', 'html', { after: 2 });
      await stage.read();
      stage.clock.advance(MINUTE_MS);
      expect(await stage.read()).toMatchObject({ seen: 8, new: 2 });
      expect(await stage.ledger.readCursor()).toBe(stage.clock.now() - MINUTE_MS);
    });

    it('asks nothing while the side must be left alone', async () => {
      const stage = await start();
      stage.local.faults.next('readPage', 'throttled');
      await stage.read();
      await stage.read();
      expect(stage.local.faults.count('readPage')).toBe(1);
    });
  });

  it('says nothing of the side where it was broken off', async () => {
    const stage = await start();
    fill(stage, 8);
    const breakOff: Partial<LocalSystem> = {
      async readPage(query, stop) {
        if (query.page === 2) {
          stage.halt.abort();
          stage.local.faults.next('readPage', 'unreachable');
        }
        return await stage.local.readPage(query, stop);
      },
    };
    expect(await stage.read(breakOff)).toMatchObject({ seen: 3, new: 3 });
    expect(stage.watch.health().state).toBe('up');
    expect(await stage.ledger.readCursor()).toBeNull();
  });

  describe('where rows move between pages', () => {
    it('reads again, and finds the row that slipped through', async () => {
      const stage = await start();
      fill(stage, 7);
      // Row 1 moves to the end, so that row 4 takes a place on the page that was read already.
      const moving = afterPage(stage, 1, () => stage.local.change('1', { text: 'Makin besar.' }));
      expect(await stage.read(moving)).toEqual({ seen: 7, new: 7, changed: 1, quarantined: 0 });
      expect(await stage.known('4')).toEqual(['4']);
      expect(stage.local.faults.count('readPage')).toBe(6);
      expect(await stage.alarms()).toEqual([]);
    });

    it('gives up after three readings, keeps the cursor, and raises an alarm until one is undisturbed', async () => {
      const stage = await start();
      fill(stage, 7);
      const restless: Partial<LocalSystem> = {
        async readPage(query, stop) {
          const read = await stage.local.readPage(query, stop);
          const first = read.ok && query.page === 1 ? read.value.reports[0] : undefined;
          if (first !== undefined)
            stage.local.change(first.localId, { status: `s${stage.local.faults.count('readPage')}` });
          return read;
        },
      };
      expect(await stage.read(restless)).toMatchObject({ new: 7 });
      expect(stage.local.faults.count('readPage')).toBe(9);
      expect(await stage.ledger.readCursor()).toBeNull();
      expect(await stage.alarms()).toEqual(['paging']);
      await stage.read();
      expect(await stage.alarms()).toEqual([]);
      expect(await stage.ledger.readCursor()).toBe(stage.clock.now());
    });
  });

  it.each<readonly [string, (page: LocalPage) => LocalPage]>([
    ['repeats itself', (page) => ({ ...page, more: true })],
    ['goes on empty', () => ({ reports: [], rejected: [], rowCount: 0, more: true })],
  ])('raises an alarm where a list that announces more %s', async (_name, distort) => {
    const stage = await start();
    fill(stage, 2);
    const endless: Partial<LocalSystem> = {
      async readPage(_query, stop) {
        const read = await stage.local.readPage({ sinceMs: 0, page: 1 }, stop);
        return read.ok ? { ok: true, value: distort(read.value) } : read;
      },
    };
    await stage.read(endless);
    expect(stage.local.faults.count('readPage')).toBeLessThanOrEqual(2);
    expect(await stage.alarms()).toEqual(['paging']);
    expect(await stage.ledger.readCursor()).toBeNull();
  });

  it('sets rows apart that the adapter could not read, and goes on', async () => {
    const stage = await start();
    fill(stage, 2);
    const rejected = { key: '7', path: 'created_at', reason: 'not-a-time', fingerprint: 'f' };
    const withBadRow: Partial<LocalSystem> = {
      async readPage(query, stop) {
        const read = await stage.local.readPage(query, stop);
        return read.ok ? { ok: true, value: { ...read.value, rejected: [rejected], rowCount: 3 } } : read;
      },
    };
    expect(await stage.read(withBadRow)).toEqual({ seen: 3, new: 2, changed: 0, quarantined: 1 });
    expect((await stage.ledger.readAttention()).quarantined).toMatchObject([{ key: '7', reason: 'not-a-time' }]);
    expect(await stage.ledger.readCursor()).toBe(stage.clock.now());
  });

  describe('of a list without answers', () => {
    it('asks for each report', async () => {
      const stage = await start({ listsResponses: false });
      stage.local.file({ localId: '1', responses: [makeFollowUp()] });
      expect(await stage.read()).toMatchObject({ new: 1 });
      expect(await stage.ledger.messagesOf((await stage.ledger.findCase('1'))?.id ?? 0)).toHaveLength(1);
      expect(await stage.read()).toMatchObject({ new: 0, changed: 0 });
    });

    it('takes the list’s word for one that is gone meanwhile', async () => {
      const stage = await start({ listsResponses: false });
      fill(stage, 1);
      await stage.read({ readReport: async () => ({ ok: true, value: null }) });
      expect(await stage.known('1')).toEqual(['1']);
    });

    it.each(['unreachable', 'error-before', 'html'] as const)(
      'stops where the side does not answer: %s',
      async (fault) => {
        const stage = await start({ listsResponses: false });
        fill(stage, 5);
        stage.local.faults.next('readReport', fault, { after: 4 });
        expect(await stage.read()).toMatchObject({ seen: 3, new: 3 });
        expect(await stage.known('1', '4', '5')).toEqual(['1']);
        expect(await stage.ledger.readCursor()).toBeNull();
        expect(stage.watch.health().state).toBe('down');
      },
    );

    it.each(['refused', 'bad-row'] as const)('sets one apart that cannot be read alone: %s', async (fault) => {
      const stage = await start({ listsResponses: false });
      fill(stage, 3);
      stage.local.faults.next('readReport', fault, { after: 1 });
      expect(await stage.read()).toEqual({ seen: 3, new: 2, changed: 0, quarantined: 1 });
      expect((await stage.ledger.readAttention()).quarantined).toMatchObject([{ key: '2', path: 'tanggapan' }]);
      expect(await stage.ledger.readCursor()).toBe(stage.clock.now());
      expect(stage.watch.health().state).toBe('up');
    });

    it('finds one again that was set apart', async () => {
      const stage = await start({ listsResponses: false });
      fill(stage, 1);
      stage.local.faults.next('readReport', 'bad-row');
      await stage.read();
      expect(await stage.read()).toMatchObject({ new: 1 });
      expect((await stage.ledger.readAttention()).quarantined).toEqual([]);
    });
  });

  it('leaves what is older than `policy.since` known and held', async () => {
    const stage = await start();
    const config = makeConfig({ policy: { since: '2026-08-04' } });
    stage.local.file({ localId: '1', createdAt: MONDAY_MS });
    await runIntakeLocal({
      ...stage,
      config,
      overlapMs: 0,
      halt: stage.halt.signal,
      named: [],
      onProgress: () => undefined,
    });
    expect((await stage.ledger.findCase('1'))?.route).toBe('before-since');
  });
});
