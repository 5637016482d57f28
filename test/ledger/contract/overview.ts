import { describe, expect, it } from 'vitest';
import { type Delivery, SIDES } from '../../../src/ledger/delivery.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { healthySide } from '../../../src/ledger/side.ts';
import type { Binding } from '../../../src/ledger/verbs/binding.ts';
import type { Scene } from '../make-scene.ts';

type MakeScene = () => Scene;

export function overviewContract(makeScene: MakeScene): void {
  binding(makeScene);
  alarms(makeScene);
  attention(makeScene);
  sides(makeScene);
  cases(makeScene);
}

async function begin(ledger: Ledger, of: Binding): Promise<string | null> {
  return (await ledger.begin({ binding: of, freshId: 'a', at: 1000, recovers: null })).refusal;
}

function binding(makeScene: MakeScene): void {
  describe('beginLedger()', () => {
    it('binds a new ledger for ever', async () => {
      const { ledger } = makeScene();
      const serang = { site: 'kota-serang', environment: 'production' };

      expect(await begin(ledger, serang)).toBeNull();
      expect(await begin(ledger, serang)).toBeNull();
      expect(await begin(ledger, { ...serang, site: 'kota-lain' })).toBe('binding');
      expect(await begin(ledger, { ...serang, environment: 'sandbox' })).toBe('binding');
    });

    it.each([
      ['lost', 'delete from meta where name = $$ returning name'],
      ['replaced', 'update meta set value = $x$ where name = $$ returning name'],
    ])('is refused where the proof of the key is %s', async (_, sql) => {
      const { ledger, query } = makeScene();
      const serang = { site: 'kota-serang', environment: 'production' };
      await begin(ledger, serang);

      query(sql.replace('$$', `'key-check'`).replace('$x$', `'${'A'.repeat(60)}'`));

      expect(await begin(ledger, serang)).toBe('key');
    });
  });
}

function alarms(makeScene: MakeScene): void {
  describe('an alarm', () => {
    it('is raised once, cleared once, and may be raised again', async () => {
      const { ledger, events } = makeScene();
      const paging = { kind: 'paging', caseId: null, detail: 'local' } as const;

      expect(await ledger.raiseAlarm({ ...paging, at: 1000 })).toBe(true);
      expect(await ledger.raiseAlarm({ ...paging, at: 2000 })).toBe(false);
      expect((await ledger.readAttention()).alarms).toEqual([
        { key: 'paging:-:local', ...paging, raisedAt: 1000, secret: false, localId: null, nationalId: null },
      ]);
      await ledger.clearAlarms(['paging'], 3000);
      await ledger.clearAlarms(['paging'], 3000);
      expect((await ledger.readAttention()).alarms).toEqual([]);
      expect(await ledger.raiseAlarm({ ...paging, at: 4000 })).toBe(true);

      expect((await ledger.readAttention()).alarms).toMatchObject([{ raisedAt: 4000 }]);
      expect(events()).toEqual(['alarm-raised', 'alarm-cleared', 'alarm-raised']);
    });

    it('stands for one case and one thing', async () => {
      const { ledger, open } = makeScene();
      const [a, b] = [(await open()).id, (await open()).id];
      const raise = (caseId: number, detail: string | null) =>
        ledger.raiseAlarm({ kind: 'number-conflict', caseId, detail, at: 1000 });

      expect([await raise(a, '1'), await raise(a, '2'), await raise(b, null), await raise(a, '1')]).toEqual([
        true,
        true,
        true,
        false,
      ]);
      await ledger.raiseAlarm({ kind: 'unknown-number', caseId: a, detail: null, at: 1000 });

      await ledger.clearAlarms(['number-conflict'], 2000);
      expect((await ledger.readAttention()).alarms.map((alarm) => alarm.key)).toEqual([`unknown-number:${a}:-`]);
    });

    it('is over by itself once its name is in the map, or the guard holds nothing', async () => {
      const { ledger, open, owe, standing } = makeScene();
      await owe((await open()).id, { state: 'held', reason: 'guard' });
      await ledger.raiseAlarm({ kind: 'guard', caseId: null, detail: '57', at: 1000 });
      for (const detail of ['Baru', 'Lain']) {
        await ledger.raiseAlarm({ kind: 'unknown-status', caseId: null, detail, at: 1000 });
      }

      await ledger.reviewAlarms(2000, (name) => name === 'Baru');
      expect(await standing()).toEqual(['guard:-:57', 'unknown-status:-:Lain']);
      await ledger.release('1', 3000);
      await ledger.reviewAlarms(3000, () => true);

      expect(await standing()).toEqual([]);
    });
  });
}

function attention(makeScene: MakeScene): void {
  describe('readAttention()', () => {
    it('lists what is stuck, oldest first, without what is older than the start', async () => {
      const { ledger, file, open, owe } = makeScene();
      await file('ready');
      await file('done');
      await file('sending');
      const doubt = await file('doubt');
      const parked = await file('parked');
      await owe((await open()).id, { state: 'held', reason: 'before-since' });
      const guarded = await owe((await open()).id, { state: 'held', reason: 'guard' });

      expect((await ledger.readAttention()).stuck).toEqual([
        stuckAs(doubt, '4', { state: 'doubt', reason: 'lost-answer' }),
        stuckAs(parked, '5', { state: 'parked', reason: 'refused' }),
        stuckAs(guarded, '7', { state: 'held', reason: 'guard' }),
      ]);
    });
  });

  function stuckAs(
    { id, createdAt, endedAt, attempts }: Pick<Delivery, 'id' | 'createdAt' | 'endedAt' | 'attempts'>,
    localId: string,
    as: object,
  ) {
    return {
      deliveryId: id,
      localId,
      nationalId: null,
      side: 'national',
      kind: 'create',
      key: 'create',
      createdAt,
      endedAt,
      attempts,
      secret: false,
      ...as,
    };
  }
}

function sides(makeScene: MakeScene): void {
  describe('a side’s health', () => {
    it.each(SIDES)('of %s is good before anything is known, and kept as it was written', async (name) => {
      const { ledger, events } = makeScene();
      expect(await ledger.readSide(name)).toEqual(healthySide(name));
      const down = {
        ...healthySide(name),
        state: 'down',
        until: 5000,
        failures: 3,
        reason: 'unreachable',
        creates: 'stopped',
        createDoubts: 2,
        createsUntil: 6000,
        lastOkAt: 7000,
        lastNewAt: 8000,
      } as const;

      await ledger.writeSide(down, 1000);
      await ledger.writeSide({ ...down, failures: 4 }, 2000);

      expect(await ledger.readSide(name)).toEqual({ ...down, failures: 4 });
      expect(events()).toEqual(['side-changed']);
      await ledger.writeSide({ ...down, creates: 'single' }, 3000);
      expect(events()).toHaveLength(2);
    });
  });
}

function cases(makeScene: MakeScene): void {
  describe('an overview', () => {
    it('of an empty ledger is empty', async () => {
      const { ledger } = makeScene();

      expect(await ledger.readTally()).toEqual({
        deliveries: { ready: 0, sending: 0, doubt: 0, parked: 0, held: 0, done: 0 },
        open: 0,
        closed: 0,
      });
      expect(await ledger.oldestOpenAt()).toBeNull();
      expect(await ledger.countLate(1000)).toBe(0);
      expect(await ledger.historyHead()).toBeNull();
      expect(await ledger.findCase('1')).toBeNull();
      expect(await ledger.readCursor()).toBeNull();
    });

    it('tells the oldest open case and how many are late', async () => {
      const { ledger, open, hear, pass, now, query } = makeScene();
      const first = await open();
      const startedAt = now();
      pass(1000);
      await open();
      query(`update cases set due_at = ${now() + 10} returning id`);

      expect(await ledger.oldestOpenAt()).toBe(startedAt);
      expect(await ledger.countLate(now() + 10)).toBe(0);
      expect(await ledger.countLate(now() + 11)).toBe(2);
      await hear(first.id, [
        {
          type: 'status',
          name: 'x',
          bridgeStatus: 'closed',
          institution: null,
          returned: null,
          logSize: 1,
          logAt: 1,
          fingerprint: 'f',
        },
      ]);
      expect(await ledger.oldestOpenAt()).toBe(now());
      expect(await ledger.countLate(now() + 11)).toBe(1);
    });

    it('shows the history of one case, and the head of all', async () => {
      const { ledger, file, query } = makeScene();
      const { caseId } = await file('done');
      await file();

      const lines = await ledger.historyOf(caseId);

      expect(lines.map((line) => line.event)).toEqual([
        'case-opened',
        'delivery-owed',
        'delivery-begin',
        'delivery-answered',
      ]);
      expect(await ledger.historyHead()).toEqual(query('select seq, hash from history order by seq desc limit 1')[0]);
    });

    it('finds a case by local id before ticket before number', async () => {
      const { ledger, open } = makeScene();
      await open({ localId: 'a', ticket: 'b', nationalId: 'c' }, 'linked');
      await open({ localId: 'b', ticket: 'c', nationalId: 'd' }, 'linked');
      await open({ localId: 'e', ticket: 'c' });

      expect((await ledger.findCase('b'))?.localId).toBe('b');
      expect((await ledger.findCase('c'))?.localId).toBe('b');
      expect((await ledger.findCase('d'))?.localId).toBe('b');
    });
  });
}
