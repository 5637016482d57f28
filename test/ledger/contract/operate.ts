import { describe, expect, it } from 'vitest';
import { ANSWERED, LOST, REFUSED, type Scene } from '../make-scene.ts';

type MakeScene = () => Scene;

export function operateContract(makeScene: MakeScene): void {
  refusals(makeScene);
  foundReports(makeScene);
  absentReports(makeScene);
  stuckWrites(makeScene);
  retries(makeScene);
  holds(makeScene);
  releases(makeScene);
  confirmations(makeScene);
}

const NOTHING = { ok: false, refusal: 'nothing-to-do' };

function refusals(makeScene: MakeScene): void {
  describe('an operator’s command', () => {
    it.each(['resolve', 'retry', 'hold', 'release'] as const)(
      '%s is refused for a case that there is not',
      async (verb) => {
        const { ledger } = makeScene();
        const acts = {
          resolve: () => ledger.resolve('x', null, 1000),
          retry: () => ledger.retry('x', 1000),
          hold: () => ledger.hold('x', 1000),
          release: () => ledger.release('x', 1000),
        };

        expect(await acts[verb]()).toEqual({ ok: false, refusal: 'no-such-case' });
      },
    );

    it.each([
      ['its local id', '1'],
      ['its ticket', 'RBG-1'],
      ['its number', '900'],
    ])('finds the case by %s', async (_, id) => {
      const { ledger, file, hear } = makeScene();
      const create = await file('parked');
      await ledger.resolve('1', '900', 1000);
      await hear(create.caseId, []);

      expect(await ledger.hold(id, 1000)).toMatchObject({ ok: true, case: { localId: '1' } });
    });

    it('is written in the history under the operator’s name', async () => {
      const { ledger, file, query } = makeScene();
      await file('parked');
      await ledger.hold('1', 1000);
      await ledger.release('1', 1000);
      await ledger.retry('1', 1000);
      await ledger.resolve('1', '900', 1000);

      expect(query(`select event from history where actor = 'operator' order by seq`).map((row) => row.event)).toEqual([
        'delivery-hold',
        'case-held',
        'delivery-release',
        'case-released',
        'delivery-retry',
        'delivery-resolve-found',
      ]);
    });
  });
}

function foundReports(makeScene: MakeScene): void {
  describe('resolve with a number', () => {
    it.each(['ready', 'doubt', 'parked'] as const)('ends a create that is %s', async (state) => {
      const { ledger, file, again, caseOf } = makeScene();
      const create = await file(state);

      expect(await ledger.resolve('1', '900', 5000)).toMatchObject({ ok: true, count: 1 });

      expect(await again(create)).toMatchObject({ state: 'done', peerId: '900', reason: null, endedAt: 5000 });
      expect(await caseOf('900')).toMatchObject({ localId: '1', filedAt: 5000 });
    });

    it('ends one that is held, too', async () => {
      const { ledger, file, again } = makeScene();
      const create = await file('doubt');
      await ledger.hold('1', 1000);

      expect(await ledger.resolve('1', '900', 5000)).toMatchObject({ ok: true });
      expect(await again(create)).toMatchObject({ state: 'done', heldFrom: null });
    });

    it('is refused for the number of another case, and for a second number', async () => {
      const { ledger, file, open, again } = makeScene();
      await open({ localId: 'x', nationalId: '900' }, 'linked');
      const create = await file('parked', { localId: 'y' });

      expect(await ledger.resolve('y', '900', 1000)).toEqual({ ok: false, refusal: 'number-taken' });
      expect(await ledger.resolve('x', '901', 1000)).toEqual({ ok: false, refusal: 'has-other-number' });
      expect(await again(create)).toEqual(create);
    });

    it.each(['sending', 'done'] as const)('has nothing to do where the create is %s', async (state) => {
      const { ledger, file, again } = makeScene();
      const create = await file(state);

      expect(await ledger.resolve('1', create.peerId ?? '900', 1000)).toEqual(NOTHING);
      expect(await again(create)).toEqual(create);
    });
  });
}

function absentReports(makeScene: MakeScene): void {
  describe('resolve without a number', () => {
    it.each(['doubt', 'parked'] as const)(
      'lets a create that is %s go anew, however often it was tried',
      async (state) => {
        const { ledger, file, again, query } = makeScene();
        const create = await file(state);
        query('update delivery set attempts = 12 returning id');

        expect(await ledger.resolve('1', null, 5000)).toMatchObject({ ok: true, count: 1 });

        expect(await again(create)).toMatchObject({ state: 'ready', attempts: 0, dueAt: 5000, reason: null });
      },
    );

    it.each([
      ['doubt', 'too-early'],
      ['parked', undefined],
    ] as const)(
      'is believed of what is %s only once it can no longer turn up, where that is asked',
      async (state, refusal) => {
        const { ledger, file, again, now } = makeScene();
        const create = await file(state);
        const resolve = (at: number) => ledger.resolve({ id: '1', settleMs: 60_000 }, null, at);

        const early = await resolve(now() + 59_999);
        if (refusal === undefined) return expect(early).toMatchObject({ ok: true });
        expect(early).toEqual({ ok: false, refusal });
        expect(await again(create)).toEqual(create);

        expect(await resolve(now() + 60_000)).toMatchObject({ ok: true });
      },
    );

    it('does not keep a number from being believed at once', async () => {
      const { ledger, file, now } = makeScene();
      await file('doubt');

      expect(await ledger.resolve({ id: '1', settleMs: 60_000 }, '900', now())).toMatchObject({ ok: true });
    });

    it.each(['ready', 'sending', 'done'] as const)('has nothing to do where the create is %s', async (state) => {
      const { ledger, file, again } = makeScene();
      const create = await file(state);

      expect(await ledger.resolve('1', null, 1000)).toEqual(NOTHING);
      expect(await again(create)).toEqual(create);
    });

    it('has nothing to do under a hold', async () => {
      const { ledger, file } = makeScene();
      await file('doubt');
      await ledger.hold('1', 1000);

      expect(await ledger.resolve('1', null, 1000)).toEqual(NOTHING);
    });
  });
}

function stuckWrites(makeScene: MakeScene): void {
  async function filedWithWrites() {
    const scene = makeScene();
    const create = await scene.file('done');
    const write = async (key: string, side: 'local' | 'national') => {
      const kind = side === 'local' ? 'write-back' : 'follow-up';
      return await scene.owe(create.caseId, { side, kind, key });
    };
    const inDoubt = await write('follow-up:1:1', 'national');
    await scene.begin(inDoubt);
    await scene.settle(inDoubt, LOST);
    const parked = await write('write-back:1', 'local');
    await scene.begin(parked);
    await scene.settle(parked, REFUSED);
    const waiting = await write('follow-up:2:1', 'national');
    const states = async () => (await scene.ledger.deliveriesOf(create.caseId)).map((one) => one.state);
    return { ...scene, number: create.peerId ?? '', caseId: create.caseId, waiting, states };
  }

  describe('resolve of a report that is filed', () => {
    it('settles what may have arrived, and leaves what waits for its first try', async () => {
      const { ledger, number, states } = await filedWithWrites();

      expect(await ledger.resolve('1', number, 1000)).toMatchObject({ ok: true, count: 1 });
      expect(await states()).toEqual(['done', 'done', 'parked', 'ready']);
    });

    it('settles what certainly did not arrive only where nothing else is stuck: somebody did it by hand', async () => {
      const { ledger, number, states } = await filedWithWrites();
      await ledger.resolve('1', number, 1000);

      expect(await ledger.resolve('1', number, 1000)).toMatchObject({ ok: true, count: 1 });
      expect(await states()).toEqual(['done', 'done', 'done', 'ready']);
      expect(await ledger.resolve('1', number, 1000)).toEqual(NOTHING);
    });

    it('lets go again what is not there', async () => {
      const { ledger, states } = await filedWithWrites();

      expect(await ledger.resolve('1', null, 1000)).toMatchObject({ ok: true, count: 2 });
      expect(await states()).toEqual(['done', 'ready', 'ready', 'ready']);
    });

    it('of one that is named speaks of that alone', async () => {
      const { ledger, number, states } = await filedWithWrites();

      expect(await ledger.resolve({ id: '1', key: 'write-back:1' }, null, 1000)).toMatchObject({ ok: true, count: 1 });
      expect(await states()).toEqual(['done', 'doubt', 'ready', 'ready']);
      expect(await ledger.resolve({ id: '1', key: 'follow-up:1:1' }, number, 1000)).toMatchObject({ count: 1 });
      expect(await states()).toEqual(['done', 'done', 'ready', 'ready']);
      expect(await ledger.resolve({ id: '1', key: 'follow-up:9:1' }, number, 1000)).toEqual(NOTHING);
    });

    it('sees through a hold', async () => {
      const { ledger, number, states } = await filedWithWrites();
      await ledger.hold('1', 1000);

      expect(await ledger.resolve('1', number, 1000)).toMatchObject({ ok: true, count: 1 });
      expect(await states()).toEqual(['done', 'done', 'held', 'held']);
    });

    it('leaves what an operator holds where something else may have arrived, too', async () => {
      const { ledger, number, caseId, owe, states } = await filedWithWrites();
      await ledger.hold('1', 1000);
      await owe(caseId, { kind: 'follow-up', key: 'follow-up:3:1', state: 'doubt', reason: 'ledger-lost' });

      expect(await ledger.resolve('1', number, 1000)).toMatchObject({ ok: true, count: 1 });
      expect(await states()).toEqual(['done', 'held', 'held', 'held', 'done']);
    });

    it('takes no word that a report is here which does not say under which id: its reference shows it', async () => {
      const { ledger, query, owe } = makeScene();
      query(`insert into cases (id, route, national_id, kind, anonymous, secret, created_at, first_seen_at)
        values (1, 'national', '77', 'pengaduan', 0, 0, 1, 1) returning id`);
      await owe(1, { side: 'local', kind: 'report', key: 'report', state: 'doubt' });

      for (const which of ['77', { id: '77', key: 'report' }])
        expect(await ledger.resolve(which, '77', 1000)).toEqual(NOTHING);
    });
  });
}

function retries(makeScene: MakeScene): void {
  describe('retry', () => {
    it('lets go what was refused, with all its tries', async () => {
      const { ledger, file, again } = makeScene();
      const create = await file('parked');

      expect(await ledger.retry('1', 5000)).toMatchObject({ ok: true, count: 1 });
      expect(await again(create)).toMatchObject({ state: 'ready', attempts: 0, dueAt: 5000, reason: null });
    });

    it.each(['outcome-unknown', 'already-exists', 'number-taken'] as const)('is refused for %s', async (reason) => {
      const { ledger, file, again, now } = makeScene();
      const create = await file('doubt');
      await ledger.settleDoubt(create.id, { type: 'no-way', reason }, now());

      expect(await ledger.retry('1', 5000)).toEqual({ ok: false, refusal: 'outcome-unknown' });
      expect(await again(create)).toMatchObject({ state: 'parked', reason });
    });

    it.each(['ready', 'sending', 'doubt', 'done'] as const)('has nothing to do where all is %s', async (state) => {
      const { ledger, file } = makeScene();
      await file(state);

      expect(await ledger.retry('1', 1000)).toEqual(NOTHING);
    });

    it('takes the certain ones and leaves the others', async () => {
      const { ledger, file, owe, begin, settle, now } = makeScene();
      const { caseId } = await file('parked');
      const reject = await owe(caseId, { kind: 'reject' });
      await begin(reject);
      await settle(reject, LOST);
      await ledger.settleDoubt(reject.id, { type: 'no-way', reason: 'outcome-unknown' }, now());

      expect(await ledger.retry('1', 1000)).toMatchObject({ ok: true, count: 1 });
      expect((await ledger.deliveriesOf(caseId)).map((one) => one.state)).toEqual(['ready', 'parked']);
    });
  });
}

function holds(makeScene: MakeScene): void {
  describe('hold', () => {
    it.each(['ready', 'doubt', 'parked'] as const)(
      'holds what is %s, and release gives it back as it was',
      async (state) => {
        const { ledger, file, again } = makeScene();
        const create = await file(state);

        expect(await ledger.hold('1', 1000)).toMatchObject({ ok: true, count: 1 });
        expect(await again(create)).toMatchObject({ state: 'held', heldFrom: state, reason: 'operator' });
        expect(await ledger.release('1', 5000)).toMatchObject({ ok: true, count: 1 });

        expect(await again(create)).toEqual({ ...create, dueAt: 5000 });
      },
    );

    it('lets what is being sent end', async () => {
      const { ledger, file, settle, again, caseOf } = makeScene();
      const create = await file('sending');

      expect(await ledger.hold('1', 1000)).toMatchObject({ ok: true, count: 0 });
      expect(await caseOf('1')).toMatchObject({ hold: true });
      expect(await settle(create, ANSWERED)).toMatchObject({ state: 'done' });
      expect(await again(create)).toMatchObject({ reason: null });
    });

    it('is not held twice, nor released without a hold', async () => {
      const { ledger, file } = makeScene();
      await file();

      expect(await ledger.release('1', 1000)).toEqual(NOTHING);
      await ledger.hold('1', 1000);
      expect(await ledger.hold('1', 1000)).toEqual(NOTHING);
    });
  });
}

function releases(makeScene: MakeScene): void {
  describe('release', () => {
    it.each(['before-since', 'guard'] as const)('lets go what is held as %s', async (reason) => {
      const { ledger, open, owe, again } = makeScene();
      const create = await owe((await open()).id, { state: 'held', reason });

      expect(await ledger.release('1', 5000)).toMatchObject({ ok: true, count: 1 });
      expect(await again(create)).toMatchObject({ state: 'ready', heldFrom: null, reason: null, dueAt: 5000 });
    });

    it('of an operator’s hold leaves what something else holds', async () => {
      const { ledger, open, owe, again } = makeScene();
      const create = await owe((await open()).id, { state: 'held', reason: 'before-since' });
      await ledger.hold('1', 1000);

      expect(await ledger.release('1', 1000)).toMatchObject({ ok: true, count: 0 });
      expect(await again(create)).toEqual(create);
      expect(await ledger.release('1', 1000)).toMatchObject({ ok: true, count: 1 });
      expect(await again(create)).toMatchObject({ state: 'ready' });
    });
  });
}

function confirmations(makeScene: MakeScene): void {
  describe('confirm', () => {
    it('lets go what the guard held, clears its alarm, and leaves the rest', async () => {
      const { ledger, open, owe, again } = makeScene();
      const guarded = await owe((await open()).id, { state: 'held', reason: 'guard' });
      const old = await owe((await open()).id, { state: 'held', reason: 'before-since' });
      await ledger.raiseAlarm({ kind: 'guard', caseId: null, detail: '57', at: 1000 });
      await ledger.raiseAlarm({ kind: 'paging', caseId: null, detail: 'local', at: 1000 });

      expect(await ledger.confirm(5000)).toEqual({ deliveries: 1, brakes: 0 });

      expect(await again(guarded)).toMatchObject({ state: 'ready', dueAt: 5000 });
      expect(await again(old)).toEqual(old);
      expect((await ledger.readAttention()).alarms.map((alarm) => alarm.kind)).toEqual(['paging']);
      expect(await ledger.confirm(6000)).toEqual({ deliveries: 0, brakes: 0 });
    });

    it('lets go every brake, and the sides they stopped', async () => {
      const { ledger, standing } = makeScene();
      for (const kind of ['mass-closing', 'empty-list', 'unknown-status'] as const) {
        await ledger.raiseAlarm({ kind, caseId: null, detail: '1', at: 1000 });
      }
      expect(await ledger.stoppedSides()).toEqual(new Set(['local', 'national']));

      expect(await ledger.confirm(5000)).toEqual({ deliveries: 0, brakes: 2 });

      expect(await standing()).toEqual(['unknown-status:-:1']);
      expect(await ledger.stoppedSides()).toEqual(new Set());
    });

    it('of one report notes that its alarms were seen: what goes on is silent until it is over, what happened may happen again', async () => {
      const { ledger, open, standing, events } = makeScene();
      const caseId = (await open({ localId: '1' })).id;
      const other = (await open({ localId: '2' })).id;
      const raise = async () => {
        await ledger.raiseAlarm({ kind: 'unknown-number', caseId, detail: null, at: 1000 });
        await ledger.raiseAlarm({ kind: 'privacy-raised', caseId, detail: null, at: 1000 });
      };
      await raise();
      await ledger.raiseAlarm({ kind: 'unknown-number', caseId: other, detail: null, at: 1000 });

      expect(await ledger.confirmOne('1', 5000)).toEqual({ ok: true, count: 2 });
      expect(await standing()).toEqual([`unknown-number:${other}:-`]);
      await raise();
      expect(await standing()).toEqual([`privacy-raised:${caseId}:-`, `unknown-number:${other}:-`]);
      await ledger.clearAlarms(['unknown-number'], 6000);
      await raise();

      expect(await standing()).toEqual([`privacy-raised:${caseId}:-`, `unknown-number:${caseId}:-`]);
      expect(events().filter((event) => event === 'alarm-confirmed')).toHaveLength(2);
    });

    it('of a status notes that its name was seen, and leaves guard and brakes to the other', async () => {
      const { ledger, open, standing } = makeScene();
      await open({ localId: '1' });
      for (const kind of ['unknown-status', 'guard', 'mass-closing'] as const) {
        await ledger.raiseAlarm({ kind, caseId: null, detail: '57', at: 1000 });
      }

      expect(await ledger.confirmOne('57', 5000)).toEqual({ ok: true, count: 1 });
      expect(await standing()).toEqual(['guard:-:57', 'mass-closing:-:57']);
      expect(await ledger.confirmOne('57', 5000)).toEqual({ ok: false, refusal: 'no-such-case' });
      expect(await ledger.confirmOne('1', 5000)).toEqual({ ok: false, refusal: 'nothing-to-do' });
    });
  });
}
