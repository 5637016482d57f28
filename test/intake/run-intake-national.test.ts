import { describe, expect, it } from 'vitest';
import { runIntakeNational } from '../../src/intake/run-intake-national.ts';
import type { SideWatch } from '../../src/lane/side-watch.ts';
import type { Case } from '../../src/ledger/case.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { NationalSystem } from '../../src/national/national-system.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';
import { createFakeNational, type FakeNational } from '../support/fake-national.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeRow, openTestLedger } from '../support/make-ledger.ts';
import { openWatch } from '../support/open-watch.ts';

const MINUTE_MS = 60_000;

interface Stage {
  readonly clock: FakeClock;
  readonly national: FakeNational;
  readonly ledger: Ledger;
  readonly watch: SideWatch;
  readonly halt: AbortController;
  /** Asks for `of`, or for all. */
  poll(options?: {
    readonly of?: readonly string[];
    readonly withAnswers?: boolean;
    readonly system?: Partial<NationalSystem>;
  }): Promise<{
    readonly polled: number;
    readonly changed: number;
  }>;
  caseOf(id: string): Promise<Case>;
}

/** A ledger that knows these numbers, and LAPOR! with reports under them. */
async function start(...numbers: readonly string[]): Promise<Stage> {
  const clock = createFakeClock();
  const national = createFakeNational({ clock });
  const ledger = openTestLedger().ledger;
  const watch = await openWatch('national', clock);
  const halt = new AbortController();
  for (const number of numbers) national.adopt(number);
  await ledger.recordLocalPage(
    {
      rows: numbers.map((nationalId) => makeRow({ localId: `L${nationalId}`, nationalId })),
      rejected: [],
      position: null,
      at: clock.now(),
      dueAt: () => null,
    },
    ({ report }) => [{ type: 'open', route: 'linked', nationalId: report.nationalId }],
  );

  async function caseOf(id: string): Promise<Case> {
    const found = await ledger.findCase(id);
    if (found === null) throw new Error(`no case ${id}`);
    return found;
  }

  return {
    clock,
    national,
    ledger,
    watch,
    halt,
    async poll({ of = numbers, withAnswers = false, system = {} } = {}) {
      const cases = await Promise.all(of.map(caseOf));
      const deps = { ledger, national: { ...national, ...system }, config: makeConfig(), clock, random: () => 0.5 };
      return await runIntakeNational({ ...deps, watch, halt: halt.signal, onProgress: () => undefined }, cases, {
        withAnswers,
      });
    },
    caseOf,
  };
}

describe('runIntakeNational()', () => {
  it('reads status and answers, and plans the next reading', async () => {
    const stage = await start('77');
    stage.national.setStatus('77', 'Terverifikasi');
    stage.national.answer('77', { id: '501' });
    expect(await stage.poll()).toEqual({ polled: 1, changed: 1 });
    expect(await stage.caseOf('77')).toMatchObject({
      nationalStatus: 'Terverifikasi',
      bridgeStatus: 'verified',
      polledAt: stage.clock.now(),
      answersReadAt: stage.clock.now(),
      nextPollAt: stage.clock.now() + 2 * MINUTE_MS,
    });
    expect(stage.watch.health().lastNewAt).toBe(stage.clock.now());
  });

  it('reads the answers only where the report moved, on their own beat, or when told to', async () => {
    const stage = await start('77');
    await stage.poll();
    expect(stage.national.faults.count('answers')).toBe(1);
    expect(await stage.poll()).toEqual({ polled: 1, changed: 0 });
    expect(stage.national.faults.count('answers')).toBe(1);
    await stage.poll({ withAnswers: true });
    expect(stage.national.faults.count('answers')).toBe(2);
    stage.national.setStatus('77', 'Dalam Proses');
    await stage.poll();
    expect(stage.national.faults.count('answers')).toBe(3);
    stage.clock.advance(10 * MINUTE_MS);
    await stage.poll();
    expect(stage.national.faults.count('answers')).toBe(4);
  });

  it('tells a status again only where it says something new', async () => {
    const stage = await start('77');
    await stage.poll();
    const before = await stage.caseOf('77');
    stage.clock.advance(MINUTE_MS);
    await stage.poll();
    expect((await stage.caseOf('77')).nationalChangedAt).toBe(before.nationalChangedAt);
  });

  it('records no move of a report whose answers could not be read, so that both are read again', async () => {
    const stage = await start('77');
    stage.national.faults.next('answers', 'error-before');
    expect(await stage.poll()).toEqual({ polled: 0, changed: 0 });
    expect(await stage.caseOf('77')).toMatchObject({ nationalFingerprint: null, answersReadAt: null });
    stage.clock.advance(15 * MINUTE_MS);
    expect(await stage.poll()).toEqual({ polled: 1, changed: 1 });
  });

  it('leaves a case alone for ten minutes that cannot be read, and goes on with the others', async () => {
    const stage = await start('77', '78');
    stage.national.faults.next('detail', 'refused');
    expect(await stage.poll()).toEqual({ polled: 1, changed: 1 });
    expect(await stage.caseOf('77')).toMatchObject({ nextPollAt: stage.clock.now() + 10 * MINUTE_MS });
    expect(await stage.caseOf('78')).toMatchObject({ bridgeStatus: 'received' });
  });

  it.each([
    ['unreachable', 'down'],
    ['throttled', 'paused'],
    ['credentials', 'stopped'],
  ] as const)('asks for no further case once the side is %s', async (fault, state) => {
    const stage = await start('77', '78', '79');
    stage.national.faults.always(['detail', 'ping'], fault);
    expect(await stage.poll()).toEqual({ polled: 0, changed: 0 });
    expect(stage.national.faults.count('detail')).toBe(1);
    expect(stage.watch.health().state).toBe(state);
  });

  describe.each(['detail', 'answers'] as const)('a report whose %s alone cannot be read', (operation) => {
    it.each(['error-before', 'html', 'no-id', 'lost-request', 'refused'] as const)(
      'says nothing of the side (%s), is raised the third time in a row, and over once it is read',
      async (fault) => {
        const stage = await start('77', '78');
        for (const kinds of [[], [], ['unreadable-report'], ['unreadable-report']]) {
          stage.national.faults.next(operation, fault);
          expect((await stage.poll({ withAnswers: true })).polled).toBe(1);
          expect(stage.watch.health().state).toBe('up');
          expect((await stage.ledger.readAttention()).alarms.map(({ kind }) => kind)).toEqual(kinds);
          stage.clock.advance(10 * MINUTE_MS);
        }
        expect((await stage.ledger.readAttention()).alarms).toMatchObject([{ nationalId: '77' }]);
        await stage.poll({ withAnswers: true });
        expect((await stage.ledger.readAttention()).alarms).toEqual([]);
        stage.national.faults.next(operation, fault);
        await stage.poll({ withAnswers: true });
        expect((await stage.ledger.readAttention()).alarms).toEqual([]);
      },
    );
  });

  it('raises at once each report whose answers do not end, and goes on with the others', async () => {
    const stage = await start('77', '78', '79', '80', '81');
    const endless = { kind: 'malformed', status: null, detail: 'endless', retryAfterMs: null } as const;
    const system: Partial<NationalSystem> = {
      answers: async (id, stop) =>
        id === '81' ? await stage.national.answers(id, stop) : { ok: false, failure: endless },
    };
    expect(await stage.poll({ system })).toEqual({ polled: 1, changed: 1 });
    expect(stage.watch.health().state).toBe('up');
    const { alarms } = await stage.ledger.readAttention();
    expect(alarms.map(({ kind, nationalId }) => `${kind} ${nationalId}`)).toEqual(
      ['77', '78', '79', '80'].map((id) => `unreadable-report ${id}`),
    );
    expect(await stage.caseOf('77')).toMatchObject({ nationalFingerprint: null, answersReadAt: null });
  });

  it('takes the third report in a row that cannot be read for a fault of the side', async () => {
    const stage = await start('77', '78', '79', '80');
    stage.national.faults.always(['detail'], 'html');
    expect(await stage.poll()).toEqual({ polled: 0, changed: 0 });
    expect(stage.watch.health()).toMatchObject({ state: 'down', reason: 'malformed' });
    expect(stage.national.faults.count('ping')).toBe(2);
  });

  describe.each(['detail', 'answers'] as const)(
    'where the %s of several reports cannot be read, one in a turn',
    (operation) => {
      const alarmsOf = async ({ ledger }: Stage) =>
        (await ledger.readAttention()).alarms.map(({ kind, detail, nationalId }) =>
          [kind, detail ?? nationalId].join(' '),
        );

      /** Half an hour in which each is asked for every ten minutes, and LAPOR! answers whatever else it is asked. */
      async function halfAnHour(
        stage: Stage,
        broken: readonly string[],
        others: readonly string[] = [],
      ): Promise<void> {
        for (let turn = 1; turn <= 3; turn += 1) {
          for (const id of broken) {
            stage.national.faults.next(operation, 'html');
            expect((await stage.poll({ of: [id], withAnswers: true })).polled).toBe(0);
            expect(stage.watch.health().state).toBe('up');
          }
          for (const id of others) expect((await stage.poll({ of: [id], withAnswers: true })).polled).toBe(1);
          stage.clock.advance(10 * MINUTE_MS);
        }
      }

      it('is one alarm where none is read, over with the first', async () => {
        const stage = await start('77', '78', '79', '80');
        await stage.poll({ withAnswers: true });
        stage.clock.advance(MINUTE_MS);
        await halfAnHour(stage, ['77', '78', '79', '80']);
        expect(await alarmsOf(stage)).toEqual([`unreadable-reports ${operation}`]);
        await stage.poll({ of: ['80'], withAnswers: true });
        expect(await alarmsOf(stage)).toEqual([]);
      });

      it('names each where another is read meanwhile', async () => {
        const stage = await start('77', '78', '79');
        await halfAnHour(stage, ['77', '78'], ['79']);
        expect(await alarmsOf(stage)).toEqual(['unreadable-report 77', 'unreadable-report 78']);
      });
    },
  );

  it('keeps the alarm of all answers while reports are read without them', async () => {
    const stage = await start('77', '78');
    for (let turn = 1; turn <= 3; turn += 1) {
      stage.national.faults.always(['answers'], 'html');
      await stage.poll({ withAnswers: true });
      stage.clock.advance(10 * MINUTE_MS);
    }
    const kinds = async () => (await stage.ledger.readAttention()).alarms.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['unreadable-reports']);
    const system: Partial<NationalSystem> = { detail: async () => ({ ok: true, value: null }) };
    await stage.poll({ of: ['77'], system });
    expect(await kinds()).toEqual(expect.arrayContaining(['unreadable-reports']));
  });

  it('raises a number that LAPOR! does not know', async () => {
    const stage = await start('77');
    const system: Partial<NationalSystem> = { detail: async () => ({ ok: true, value: null }) };
    expect(await stage.poll({ system })).toEqual({ polled: 1, changed: 0 });
    expect((await stage.ledger.readAttention()).alarms).toMatchObject([{ kind: 'unknown-number', nationalId: '77' }]);
  });

  it.each(['detail', 'answers'] as const)(
    'says nothing of the side where it was broken off at %s',
    async (operation) => {
      const stage = await start('77');
      const before = await stage.caseOf('77');
      const system: Partial<NationalSystem> = {
        [operation]: async () => {
          stage.halt.abort();
          return { ok: false, failure: { kind: 'unreachable', status: null, detail: 'stopped', retryAfterMs: null } };
        },
      };
      expect(await stage.poll({ system })).toEqual({ polled: 0, changed: 0 });
      expect(stage.watch.health().state).toBe('up');
      expect(await stage.caseOf('77')).toEqual(before);
    },
  );
});
