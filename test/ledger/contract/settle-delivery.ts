import { describe, expect, it } from 'vitest';
import type { DeliveryState } from '../../../src/ledger/delivery.ts';
import type { Settlement } from '../../../src/ledger/settlement.ts';
import { makeFollowUp } from '../../support/make-report.ts';
import { ANSWERED, LOST, REFUSED, type Scene } from '../make-scene.ts';

type MakeScene = () => Scene;

export function settleDeliveryContract(makeScene: MakeScene): void {
  intents(makeScene);
  outcomes(makeScene);
  numbers(makeScene);
  consequences(makeScene);
  longAnswers(makeScene);
  asides(makeScene);
}

function intents(makeScene: MakeScene): void {
  describe('beginDelivery()', () => {
    it('writes the intent down: the attempt, its time and the hash of what is sent', async () => {
      const { ledger, file, again, now, query } = makeScene();
      const create = await file();
      const intent = { deliveryId: create.id, at: now() + 5, contentHash: 'abc', body: { part: 1, parts: 2 } };

      expect(await ledger.beginDelivery(intent)).toBe(true);

      expect(await again(create)).toMatchObject({
        state: 'sending',
        attempts: 1,
        begunAt: now() + 5,
        body: intent.body,
      });
      expect(query('select * from attempt')).toEqual([
        {
          delivery_id: create.id,
          number: 1,
          begun_at: now() + 5,
          content_hash: 'abc',
          ended_at: null,
          outcome: null,
          status: null,
        },
      ]);
    });

    it.each(['sending', 'doubt', 'parked', 'done'] as const)('refuses what is %s', async (state) => {
      const { file, begin, again } = makeScene();
      const delivery = await file(state);

      expect(await begin(delivery)).toBe(false);
      expect(await again(delivery)).toEqual(delivery);
    });

    it('refuses what is unknown, and everything of a case under hold', async () => {
      const { ledger, file, begin, query } = makeScene();
      const create = await file();

      expect(await begin({ ...create, id: 99 })).toBe(false);
      await ledger.hold('1', 1000);
      query(`update delivery set state = 'ready' returning id`);
      expect(await begin(create)).toBe(false);
    });

    it('numbers the attempts through all tries, also when a person lets it try anew', async () => {
      const { ledger, file, begin, again, query } = makeScene();
      const create = await file('parked');
      await ledger.retry('1', 1000);

      await begin(create);

      expect((await again(create)).attempts).toBe(1);
      expect(query('select number, outcome, status from attempt order by number')).toEqual([
        { number: 1, outcome: 'refused', status: 422 },
        { number: 2, outcome: null, status: null },
      ]);
    });
  });
}

const NOT_SENT = { event: 'not-sent', reason: 'not-sent', status: null, dueAt: 5000 } as const satisfies Settlement;

function outcomes(makeScene: MakeScene): void {
  describe('settleDelivery()', () => {
    it.each([
      [ANSWERED, 'done', { reason: null, peerId: '900' }],
      [NOT_SENT, 'ready', { reason: 'not-sent', dueAt: 5000 }],
      [
        { event: 'not-reached', reason: 'throttled', status: 429, dueAt: 7000 },
        'ready',
        { reason: 'throttled', dueAt: 7000 },
      ],
      [REFUSED, 'parked', { reason: 'refused' }],
      [LOST, 'doubt', { reason: 'lost-answer', absences: 0, lastAbsenceAt: null }],
    ] as const satisfies [Settlement, DeliveryState, object][])(
      'takes %o to %s',
      async (settlement, state, expected) => {
        const { ledger, file, begin, settle, pass, now, query } = makeScene();
        const create = await file();
        await begin(create);
        pass(1000);

        expect(await settle(create, settlement)).toMatchObject({ state, endedAt: now(), ...expected });

        expect(query('select ended_at, outcome, status from attempt')).toEqual([
          { ended_at: now(), outcome: settlement.event, status: settlement.status },
        ]);
        expect((await ledger.readTally()).deliveries).toMatchObject({ sending: 0, [state]: 1 });
      },
    );

    it('changes nothing that is no longer being sent', async () => {
      const { file, settle, again } = makeScene();
      const create = await file('doubt');

      expect(await settle(create, ANSWERED)).toBeNull();
      expect(await again(create)).toEqual(create);
    });

    it('throws on a delivery that there is not', async () => {
      const { ledger } = makeScene();

      await expect(ledger.settleDelivery(99, LOST, 1000)).rejects.toThrow('no delivery 99');
    });
  });
}

function numbers(makeScene: MakeScene): void {
  describe('the number of a report', () => {
    it('becomes the case’s own and calls both sides', async () => {
      const { file, begin, settle, caseOf, now, query } = makeScene();
      const create = await file();
      await begin(create);
      await settle(create, ANSWERED);

      expect(await caseOf('1')).toMatchObject({ nationalId: '900', filedAt: now(), nextPollAt: now() });
      expect(query('select owes_national, owes_local from cases')).toEqual([{ owes_national: 1, owes_local: 1 }]);
    });

    it('that another case has proves nothing: it is in doubt and an alarm', async () => {
      const { ledger, open, file, begin, settle, caseOf } = makeScene();
      await open({ localId: 'x', nationalId: '900' }, 'linked');
      const create = await file('ready', { localId: 'y' });
      await begin(create);

      expect(await settle(create, ANSWERED)).toMatchObject({ state: 'doubt', reason: 'number-taken', peerId: null });
      expect(await caseOf('y')).toMatchObject({ nationalId: null });
      expect((await ledger.readAttention()).alarms).toMatchObject([
        { kind: 'number-taken', localId: 'y', detail: '900' },
      ]);
    });

    it('must be there for a create to be done', async () => {
      const { file, begin, settle, again } = makeScene();
      const create = await file();
      await begin(create);

      await expect(settle(create, { ...ANSWERED, peerId: null })).rejects.toThrow('without a number');
      expect(await again(create)).toMatchObject({ state: 'sending' });
    });

    it('must be there, here too, for a report to be made', async () => {
      const { open, owe, begin, settle, again } = makeScene();
      const report = await owe((await open()).id, { side: 'local', kind: 'report' });
      await begin(report);

      await expect(settle(report, { ...ANSWERED, peerId: null })).rejects.toThrow('without a local id');
      expect(await again(report)).toMatchObject({ state: 'sending' });
    });

    it('is written once', async () => {
      const { open, owe, begin, settle, caseOf } = makeScene();
      const { id } = await open({ localId: '1', nationalId: '77' }, 'linked');
      const create = await owe(id);
      await begin(create);

      await expect(settle(create, ANSWERED)).rejects.toThrow('has another number');
      expect((await caseOf('1')).nationalId).toBe('77');
    });
  });
}

function consequences(makeScene: MakeScene): void {
  const DONE = { event: 'answered', peerId: null, status: 200 } as const satisfies Settlement;

  describe('a delivery that is done', () => {
    it('remembers what a write-back wrote', async () => {
      const { open, owe, begin, settle, caseOf, query } = makeScene();
      const { id } = await open();
      const body = { nationalId: '77', nationalStatus: 'Selesai', bridgeStatus: 'closed', localStatus: null } as const;
      for (const [key, values] of [
        ['w:1', body],
        ['w:2', {}],
      ] as const) {
        const delivery = await owe(id, { side: 'local', kind: 'write-back', key, body: values });
        await begin(delivery);
        await settle(delivery, DONE);
        expect(await caseOf('1')).toMatchObject({
          writtenNationalId: values === body ? '77' : null,
          writtenStatus: values === body ? 'Selesai' : null,
          writtenBridgeStatus: values === body ? 'closed' : null,
        });
        expect(query('select owes_local from cases')).toEqual([{ owes_local: 1 }]);
      }
    });

    it.each([
      ['its id', '31', ['31', '9']],
      ['no id where it named none', null, [null, '9']],
      ['no id that another answer has', '9', [null, '9']],
    ] as const)('teaches an answer %s', async (_, peerId, expected) => {
      const { ledger, see, hear, open, owe, begin, settle } = makeScene();
      const { id } = await open({ localId: '1' });
      const answer = { id: '55', text: 'a', institution: null, template: null, attachments: [], createdAt: null };
      await hear(id, [{ type: 'answer', answer }]);
      const message = {
        type: 'message',
        followUp: makeFollowUp({ id: '9' }),
        nationalId: null,
        internal: false,
      } as const;
      await see([message], { localId: '1', title: 'Lain' });
      const [national] = await ledger.messagesOf(id);
      const response = await owe(id, { side: 'local', kind: 'response', messageId: national?.id ?? 0 });
      await begin(response);

      await settle(response, { ...DONE, peerId });

      expect((await ledger.messagesOf(id)).map((one) => one.localId)).toEqual(expected);
    });

    it('needs nothing more of a reject', async () => {
      const { ledger, open, owe, begin, settle } = makeScene();
      const reject = await owe((await open()).id, { kind: 'reject' });
      await begin(reject);

      expect(await settle(reject, DONE)).toMatchObject({ state: 'done' });
      expect(await ledger.deliveriesOf(reject.caseId)).toHaveLength(1);
    });
  });
}

function longAnswers(makeScene: MakeScene): void {
  const DONE = { event: 'answered', peerId: null, status: 200 } as const satisfies Settlement;

  describe('a long answer', () => {
    it('goes on part by part, and says why its files stayed', async () => {
      const { ledger, open, owe, settle, now } = makeScene();
      const { id } = await open();
      await owe(id, { kind: 'follow-up', key: 'follow-up:a:7:1', body: { part: 1 } });
      for (const part of [1, 2, 3]) {
        const delivery = (await ledger.deliveriesOf(id)).at(-1);
        if (delivery === undefined) throw new Error('nothing owed');
        expect(delivery).toMatchObject({ key: `follow-up:a:7:${part}`, state: 'ready' });
        const body = { part, parts: 3, withheld: ['too-large'] };
        await ledger.beginDelivery({ deliveryId: delivery.id, at: now(), contentHash: '', body });
        await settle(delivery, DONE);
      }

      expect((await ledger.deliveriesOf(id)).map(({ state, body }) => [state, body.part, body.withheld])).toEqual([
        ['done', 1, ['too-large']],
        ['done', 2, ['too-large']],
        ['done', 3, ['too-large']],
      ]);
    });

    it('that was never split is one part', async () => {
      const { ledger, open, owe, begin, settle } = makeScene();
      const { id } = await open();
      const delivery = await owe(id, { kind: 'follow-up', key: 'follow-up:7:1' });
      await begin(delivery);

      await settle(delivery, DONE);

      expect(await ledger.deliveriesOf(id)).toHaveLength(1);
    });
  });
}

function asides(makeScene: MakeScene): void {
  describe('setAside()', () => {
    it.each([
      ['hold', 'deleted', 'held'],
      ['refused', 'empty-text', 'parked'],
      ['exhausted', 'exhausted', 'parked'],
    ] as const)('takes a ready one out of the queue: %s', async (event, reason, state) => {
      const { ledger, file, again } = makeScene();
      const create = await file();

      await ledger.setAside(create.id, { event, reason, at: 1000 });

      expect(await again(create)).toMatchObject({ state, reason, heldFrom: state === 'held' ? 'ready' : null });
    });

    it.each(['sending', 'doubt', 'done'] as const)('leaves one that is %s', async (state) => {
      const { ledger, file, again } = makeScene();
      const create = await file(state);

      await ledger.setAside(create.id, { event: 'hold', reason: 'deleted', at: 1000 });
      await ledger.setAside(99, { event: 'hold', reason: 'deleted', at: 1000 });

      expect(await again(create)).toEqual(create);
    });
  });

  describe('recover()', () => {
    it('puts into doubt what an earlier process was sending, and nothing else', async () => {
      const { ledger, file, again } = makeScene();
      const sending = await file('sending');
      const others = [await file('ready'), await file('parked'), await file('done')];

      expect(await ledger.recover(8000)).toBe(1);

      expect(await again(sending)).toMatchObject({ state: 'doubt', reason: 'restart', endedAt: 8000 });
      for (const one of others) expect(await again(one)).toEqual(one);
      expect(await ledger.recover(9000)).toBe(0);
    });

    it('leaves what is settled just then', async () => {
      const { ledger, file, settle, again } = makeScene();
      const create = await file('sending');

      await Promise.all([ledger.recover(9000), settle(create, ANSWERED)]);

      expect(await again(create)).toMatchObject({ state: 'done', peerId: '900' });
    });
  });
}
