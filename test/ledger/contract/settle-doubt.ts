import { describe, expect, it } from 'vitest';
import type { ProbeVerdict } from '../../../src/ledger/probe.ts';
import { decideProbe } from '../../../src/ledger/probe.ts';
import { ANSWERED, LOST, type Scene } from '../make-scene.ts';

const MINUTE_MS = 60_000;
const POLICY = { settleMs: 20 * MINUTE_MS, giveUpMs: 24 * 60 * MINUTE_MS };
const FOUND = { type: 'found', peerId: '900', others: [] } as const satisfies ProbeVerdict;
const MISSING: ProbeVerdict = { type: 'missing', absent: false };
const ABSENT: ProbeVerdict = { type: 'missing', absent: true };

type MakeScene = () => Scene;

export function settleDoubtContract(makeScene: MakeScene): void {
  finds(makeScene);
  findsParts(makeScene);
  nears(makeScene);
  absences(makeScene);
  leaps(makeScene);
  ends(makeScene);
  resends(makeScene);
  replans(makeScene);
}

function replans(makeScene: MakeScene): void {
  describe('a write-back that is not there', () => {
    it('is planned anew, so that the newest values are written', async () => {
      const { ledger, open, owe, pass, now } = makeScene();
      const { id } = await open({ nationalId: '77' });
      const owed = await owe(id, { side: 'local', kind: 'write-back', key: 'write-back:1', state: 'doubt' });
      const plan = () => ledger.planOwed('local', { limit: 10, at: now() }, () => []);
      await plan();
      pass(21 * MINUTE_MS);

      await ledger.settleDoubt(owed.id, ABSENT, now());

      expect(await plan()).toBe(1);
    });
  });
}

function finds(makeScene: MakeScene): void {
  describe('a look-up that finds', () => {
    it('ends the doubt with what it found', async () => {
      const { ledger, file, again, caseOf, pass, now } = makeScene();
      const create = await file('doubt');
      pass(1000);

      await ledger.settleDoubt(create.id, FOUND, now());

      expect(await again(create)).toMatchObject({ state: 'done', reason: null, peerId: '900', endedAt: now() });
      expect(await caseOf('900')).toMatchObject({ localId: '1', filedAt: now() });
      expect((await ledger.readAttention()).alarms).toEqual([]);
    });

    it('two takes the oldest and raises an alarm', async () => {
      const { ledger, file, again, now } = makeScene();
      const create = await file('doubt');

      await ledger.settleDoubt(create.id, { ...FOUND, others: ['8'] }, now());

      expect(await again(create)).toMatchObject({ state: 'done', peerId: '900' });
      expect((await ledger.readAttention()).alarms).toMatchObject([{ kind: 'found-twice', detail: '8', localId: '1' }]);
    });

    it('settles what is parked or held, too', async () => {
      const { ledger, file, again, now } = makeScene();
      const parked = await file('doubt', { localId: 'x' });
      await ledger.settleDoubt(parked.id, { type: 'no-way', reason: 'outcome-unknown' }, now());
      const held = await file('doubt', { localId: 'y' });
      await ledger.hold('y', now());

      await ledger.settleDoubt(parked.id, FOUND, now());
      await ledger.settleDoubt(held.id, { ...FOUND, peerId: '901' }, now());

      expect(await again(parked)).toMatchObject({ state: 'done', peerId: '900' });
      expect(await again(held)).toMatchObject({ state: 'done', peerId: '901' });
    });

    it('the number of another case leaves it to a person', async () => {
      const { ledger, open, file, again, now } = makeScene();
      await open({ localId: 'x', nationalId: '900' }, 'linked');
      const create = await file('doubt', { localId: 'y' });

      await ledger.settleDoubt(create.id, FOUND, now());

      expect(await again(create)).toMatchObject({ state: 'parked', reason: 'number-taken' });
      expect((await ledger.readAttention()).alarms).toMatchObject([
        { kind: 'number-taken', localId: 'y', detail: '900' },
      ]);
    });

    it('the number of another case leaves what waits for a person as it is', async () => {
      const { ledger, open, file, again, now, standing } = makeScene();
      await open({ localId: 'x', nationalId: '900' }, 'linked');
      const create = await file('doubt', { localId: 'y' });
      await ledger.settleDoubt(create.id, { type: 'no-way', reason: 'outcome-unknown' }, now());

      await ledger.settleDoubt(create.id, FOUND, now());

      expect(await again(create)).toMatchObject({ state: 'parked', reason: 'outcome-unknown' });
      expect(await standing()).toHaveLength(1);
    });
  });
}

function findsParts(makeScene: MakeScene): void {
  describe('a look-up that finds', () => {
    it('one part goes on with a long answer', async () => {
      const { ledger, open, owe, begin, settle, now } = makeScene();
      const { id } = await open();
      const first = await owe(id, { kind: 'follow-up', key: 'follow-up:7:1', body: { part: 1, parts: 2 } });
      await begin(first);
      await settle(first, LOST);

      await ledger.settleDoubt(first.id, FOUND, now());

      expect((await ledger.deliveriesOf(id)).map(({ key, state }) => [key, state])).toEqual([
        ['follow-up:7:1', 'done'],
        ['follow-up:7:2', 'ready'],
      ]);
    });

    it('one part looks the next one up, too, where whoever linked the report sent it', async () => {
      const { ledger, open, owe, now } = makeScene();
      const { id } = await open({ nationalId: '77' }, 'linked');
      const first = await owe(id, {
        kind: 'follow-up',
        key: 'follow-up:7:1',
        state: 'doubt',
        reason: 'linked',
        body: { part: 1, parts: 2 },
      });

      await ledger.settleDoubt(first.id, FOUND, now());

      expect((await ledger.deliveriesOf(id)).map(({ key, state, reason }) => [key, state, reason])).toEqual([
        ['follow-up:7:1', 'done', null],
        ['follow-up:7:2', 'doubt', 'linked'],
      ]);
    });
  });
}

function nears(makeScene: MakeScene): void {
  describe('a look-up that finds', () => {
    it('one like it parks it, and says where it is until it is settled', async () => {
      const { ledger, file, again, now } = makeScene();
      const create = await file('doubt');

      await ledger.settleDoubt(create.id, { type: 'near', nearIds: ['77', '78'] }, now());

      expect(await again(create)).toMatchObject({ state: 'parked', reason: 'near-match' });
      expect((await ledger.readAttention()).alarms).toMatchObject([{ detail: '77' }, { detail: '78' }]);
      expect(await ledger.retry('1', now())).toMatchObject({ ok: false, refusal: 'outcome-unknown' });
      await ledger.settleDoubt(create.id, FOUND, now());
      expect((await ledger.readAttention()).alarms).toEqual([]);
    });
  });
}

function absences(makeScene: MakeScene): void {
  describe('a look-up that finds nothing', () => {
    it('lets go only with a second one, both late enough and a minute apart', async () => {
      const { ledger, file, again, pass, now, events } = makeScene();
      const create = await file('doubt');
      const states: string[] = [];
      for (const waitMs of [0, 19 * MINUTE_MS, MINUTE_MS, MINUTE_MS - 1, 1]) {
        pass(waitMs);
        const verdict = decideProbe(await again(create), { foundIds: [] }, { beganAt: now(), policy: POLICY });
        await ledger.settleDoubt(create.id, verdict, now());
        states.push(`${verdict.type} ${(await again(create)).state} ${(await again(create)).absences}`);
      }

      expect(states).toEqual(['wait doubt 0', 'wait doubt 0', 'missing doubt 1', 'wait doubt 1', 'missing ready 1']);
      expect(events().slice(-2)).toEqual(['looked-up-missing', 'delivery-absent']);
      expect(await again(create)).toMatchObject({ dueAt: now(), reason: null, attempts: 1 });
    });

    it('by a clock that was set back begins the wait anew, and years are not waited', async () => {
      const { ledger, file, again, pass, now, events } = makeScene();
      const create = await file('doubt');
      await ledger.settleDoubt(create.id, MISSING, now());
      pass(-365 * 24 * 60 * MINUTE_MS);
      const states: string[] = [];
      for (const waitMs of [0, 20 * MINUTE_MS, MINUTE_MS]) {
        pass(waitMs);
        const verdict = decideProbe(await again(create), { foundIds: [] }, { beganAt: now(), policy: POLICY });
        await ledger.settleDoubt(create.id, verdict, now());
        states.push(`${verdict.type} ${(await again(create)).state} ${(await again(create)).absences}`);
      }

      expect(states).toEqual(['clock-set-back doubt 0', 'missing doubt 1', 'missing ready 1']);
      expect(events()).toContain('counted-anew');
    });

    it('is not counted for a later attempt', async () => {
      const { ledger, file, again, begin, settle, pass, now } = makeScene();
      const create = await file('doubt');
      await ledger.settleDoubt(create.id, MISSING, now());
      await ledger.settleDoubt(create.id, ABSENT, now());
      pass(1000);
      await begin(create);
      await settle(create, LOST);
      expect(await again(create)).toMatchObject({ state: 'doubt', absences: 0, lastAbsenceAt: null });

      await ledger.settleDoubt(create.id, ABSENT, now() - 1);
      await ledger.settleDoubt(create.id, MISSING, now() - 1);

      expect(await again(create)).toMatchObject({ state: 'doubt', absences: 0 });
    });

    it('still counts after a hold', async () => {
      const { ledger, file, again, now } = makeScene();
      const create = await file('doubt');
      await ledger.settleDoubt(create.id, MISSING, now());

      await ledger.hold('1', now());
      await ledger.release('1', now());

      expect(await again(create)).toMatchObject({ state: 'doubt', absences: 1, lastAbsenceAt: now() });
    });

    it('counts from when a delivery that began in doubt was owed', async () => {
      const { open, owe, now } = makeScene();
      const delivery = await owe((await open()).id, { state: 'doubt', reason: 'linked' });
      const early = { beganAt: now() + POLICY.settleMs - 1, policy: POLICY };

      expect(decideProbe(delivery, { foundIds: [] }, early)).toEqual({ type: 'wait' });
    });
  });
}

function leaps(makeScene: MakeScene): void {
  describe('countDoubtsAnew()', () => {
    it('begins the wait anew of what is in doubt, and where the rule sends again of what is parked for it', async () => {
      const { ledger, file, again, pass, now } = makeScene();
      const doubt = await file('doubt', { localId: 'x' });
      await ledger.settleDoubt(doubt.id, MISSING, now());
      const held = await file('doubt', { localId: 'y' });
      await ledger.hold('y', now());
      const parked = await file('doubt', { localId: 'z' });
      await ledger.settleDoubt(parked.id, { type: 'no-way', reason: 'outcome-unknown' }, now());
      const refused = await file('parked', { localId: 'w' });
      pass(1000);

      await ledger.countDoubtsAnew(now(), false);

      const anew = { endedAt: now(), absences: 0, lastAbsenceAt: null };
      for (const one of [doubt, held]) expect(await again(one)).toMatchObject(anew);
      expect(await again(parked)).toMatchObject({ endedAt: now() - 1000 });

      await ledger.countDoubtsAnew(now(), true);

      expect(await again(parked)).toMatchObject(anew);
      expect(await again(refused)).toEqual(refused);
    });
  });
}

function ends(makeScene: MakeScene): void {
  describe('settleDoubt()', () => {
    it('parks what nothing can look up', async () => {
      const { ledger, file, again, now } = makeScene();
      const create = await file('doubt');

      await ledger.settleDoubt(create.id, { type: 'no-way', reason: 'outcome-unknown' }, now());

      expect(await again(create)).toMatchObject({ state: 'parked', reason: 'outcome-unknown' });
    });

    it('leaves what waits, and what a person settled meanwhile', async () => {
      const { ledger, file, again, begin, settle, now } = makeScene();
      const create = await file('doubt');
      await ledger.settleDoubt(create.id, { type: 'wait' }, now());
      await ledger.settleDoubt(99, FOUND, now());
      expect(await again(create)).toEqual(create);

      await ledger.resolve('1', null, now());
      await begin(create);
      await settle(create, ANSWERED);
      const done = await again(create);
      for (const verdict of [FOUND, MISSING, ABSENT]) await ledger.settleDoubt(create.id, verdict, now());

      expect(await again(create)).toEqual(done);
    });
  });
}

function resends(makeScene: MakeScene): void {
  const UNKNOWN: ProbeVerdict = { type: 'no-way', reason: 'outcome-unknown' };

  describe('resendUnknown()', () => {
    it('lets go creates of unknown outcome after a time, and says that the rule did it', async () => {
      const { ledger, file, again, now, query } = makeScene();
      const create = await file('doubt');
      await ledger.settleDoubt(create.id, UNKNOWN, now());

      expect(await ledger.resendUnknown(now() + 999, 1000)).toBe(0);
      expect(await ledger.resendUnknown(now() + 1000, 1000)).toBe(1);

      expect(await again(create)).toMatchObject({ state: 'ready', reason: null, attempts: 1, dueAt: now() + 1000 });
      expect(query(`select actor from history where event = 'delivery-resend'`)).toEqual([{ actor: 'policy' }]);
    });

    it.each([
      ['a secret one', { secret: 1 }, UNKNOWN],
      ['one that LAPOR! said exists', { secret: 0 }, { type: 'no-way', reason: 'already-exists' }],
      ['one whose number another case has', { secret: 0 }, { type: 'no-way', reason: 'number-taken' }],
    ] as const)('never lets go %s', async (_, { secret }, verdict) => {
      const { ledger, file, again, now, query } = makeScene();
      const create = await file('doubt');
      query(`update cases set secret = ${secret} returning id`);
      await ledger.settleDoubt(create.id, verdict, now());

      expect(await ledger.resendUnknown(now() + 9999, 0)).toBe(0);
      expect(await again(create)).toMatchObject({ state: 'parked' });
    });

    it('sends none that became secret meanwhile: it is in doubt again', async () => {
      const { ledger, file, again, begin, now, query } = makeScene();
      const create = await file('doubt');
      await ledger.settleDoubt(create.id, UNKNOWN, now());
      await ledger.resendUnknown(now(), 0);
      query('update cases set secret = 1 returning id');

      expect(await begin(await again(create))).toBe(false);
      expect(await again(create)).toMatchObject({ state: 'doubt', reason: 'lost-answer', attempts: 1 });
      expect((await ledger.readAttention()).alarms).toMatchObject([{ kind: 'privacy-raised', localId: '1' }]);
    });

    it('leaves a secret one to a person, whose word counts', async () => {
      const { ledger, file, again, begin, now, query } = makeScene();
      const create = await file('doubt');
      await ledger.settleDoubt(create.id, UNKNOWN, now());
      await ledger.resendUnknown(now(), 0);
      query('update cases set secret = 1 returning id');
      await begin(await again(create));
      await ledger.resolve('1', null, now());

      expect(await begin(await again(create))).toBe(true);
    });

    it('leaves everything but creates', async () => {
      const { ledger, open, owe, begin, settle, now } = makeScene();
      const reject = await owe((await open()).id, { kind: 'reject' });
      await begin(reject);
      await settle(reject, LOST);
      await ledger.settleDoubt(reject.id, UNKNOWN, now());

      expect(await ledger.resendUnknown(now() + 9999, 0)).toBe(0);
    });
  });
}
