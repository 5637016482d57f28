import { describe, expect, it } from 'vitest';
import type { NationalNews } from '../../../src/ledger/national-news.ts';
import type { NationalAnswer } from '../../../src/national/national-system.ts';
import type { BridgeStatus } from '../../../src/report/status.ts';
import type { Scene } from '../make-scene.ts';

type MakeScene = () => Scene;

export function recordNationalContract(makeScene: MakeScene): void {
  statuses(makeScene);
  returns(makeScene);
  answers(makeScene);
  ownAnswers(makeScene);
  readings(makeScene);
  takenBack(makeScene);
  ends(makeScene);
  polls(makeScene);
}

function status(name: string, bridgeStatus: BridgeStatus | null): NationalNews & { type: 'status' } {
  return {
    type: 'status',
    name,
    bridgeStatus,
    institution: 'Dinas',
    fingerprint: `${name}:${bridgeStatus}`,
    returned: null,
    logSize: 1,
    logAt: 1,
  };
}

function makeAnswer(id: string): NationalAnswer {
  return { id, text: 'Laporan diterima.', institution: 'Dinas', template: null, attachments: [], createdAt: 5 };
}

function statuses(makeScene: MakeScene): void {
  describe('a status of the nation', () => {
    it('is kept with its meaning, and owed to the local side', async () => {
      const { open, hear, caseOf, now, query } = makeScene();
      const { id } = await open();

      expect(await hear(id, [status('Dalam Proses', 'in-progress')])).toBe(true);

      expect(await caseOf('1')).toMatchObject({
        nationalStatus: 'Dalam Proses',
        bridgeStatus: 'in-progress',
        nationalInstitution: 'Dinas',
        nationalChangedAt: now(),
        closedAt: null,
      });
      expect(query('select owes_local from cases')).toEqual([{ owes_local: 1 }]);
    });

    it('is no news the second time', async () => {
      const { open, hear, events } = makeScene();
      const { id } = await open();
      await hear(id, [status('Dalam Proses', 'in-progress')]);

      expect(await hear(id, [status('Dalam Proses', 'in-progress')])).toBe(false);
      expect(events().filter((event) => event === 'national-status')).toHaveLength(1);
    });

    it('older than what was read before changes nothing, and how long it is said is kept until it is news again', async () => {
      const { open, hear, caseOf, now, pass } = makeScene();
      const { id } = await open();
      await hear(id, [{ ...status('Dalam Proses', 'in-progress'), logSize: 3, logAt: 70 }]);
      const since = now();

      expect(await hear(id, [{ type: 'older' }])).toBe(false);
      pass(1000);
      expect(await hear(id, [{ type: 'older' }])).toBe(false);
      expect(await caseOf('1')).toMatchObject({
        nationalStatus: 'Dalam Proses',
        nationalLogSize: 3,
        nationalLogAt: 70,
        nationalOlderSince: since,
      });

      await hear(id, [status('Dalam Proses', 'in-progress')]);
      expect(await caseOf('1')).toMatchObject({ nationalOlderSince: null, nationalLogSize: 3 });
    });

    it('of unknown meaning leaves the meaning that was known', async () => {
      const { open, hear, caseOf } = makeScene();
      const { id } = await open();
      await hear(id, [status('Dalam Proses', 'in-progress')]);

      await hear(id, [status('Entah', null)]);

      expect(await caseOf('1')).toMatchObject({ nationalStatus: 'Entah', bridgeStatus: 'in-progress' });
    });

    it.each(['closed', 'archived', 'rejected'] as const)(
      '%s closes the case, another one opens it again',
      async (end) => {
        const { ledger, open, hear, caseOf, pass, now } = makeScene();
        const { id } = await open();
        await open();
        await hear(id, [status('a', end)]);
        const closedAt = now();
        expect(await ledger.readTally()).toMatchObject({ open: 1, closed: 1 });

        pass(1000);
        await hear(id, [status('b', 'closed')]);
        expect(await caseOf('1')).toMatchObject({ closedAt });
        expect(await ledger.readTally()).toMatchObject({ open: 1, closed: 1 });

        await hear(id, [status('c', 'in-progress')]);
        expect(await caseOf('1')).toMatchObject({ closedAt: null });
        expect(await ledger.readTally()).toMatchObject({ open: 2, closed: 0 });
      },
    );
  });
}

function returns(makeScene: MakeScene): void {
  describe('a status of the nation', () => {
    it('of a report given back ends nothing, is told, and is planned for', async () => {
      const { open, hear, caseOf, events, query, now } = makeScene();
      const { id } = await open();
      query('update cases set owes_national = 0 returning id');

      await hear(id, [{ ...status('Bukan wewenang', 'rejected'), returned: 'waits' }]);

      expect(await caseOf('1')).toMatchObject({ closedAt: null, returnedAt: now() });
      expect(query('select owes_national from cases')).toEqual([{ owes_national: 1 }]);
      expect(events().slice(-2)).toEqual(['national-status', 'returned']);
    });

    it('of a report that somebody took, or LAPOR! passed on itself, ends the alarm', async () => {
      const { open, hear, caseOf, ledger, events, standing, now } = makeScene();
      const { id } = await open();
      for (const [index, returned] of ([null, 'elsewhere'] as const).entries()) {
        await hear(id, [{ ...status(`a${index}`, 'received'), returned: 'waits' }]);
        await ledger.raiseAlarm({ kind: 'returned', caseId: id, detail: null, at: now() });

        await hear(id, [{ ...status(`b${index}`, 'received'), returned }]);

        expect(await standing()).toEqual([]);
        expect(await caseOf('1')).toMatchObject({ returnedAt: null });
      }
      expect(events().filter((event) => event === 'returned')).toHaveLength(3);
    });
  });
}

function answers(makeScene: MakeScene): void {
  describe('an answer of the nation', () => {
    it('is kept once and owed to the local side', async () => {
      const { ledger, open, hear, owe, caseOf, now, query } = makeScene();
      const { id } = await open();

      expect(await hear(id, [{ type: 'answer', answer: makeAnswer('55') }])).toBe(true);
      expect(query('select owes_local from cases')).toEqual([{ owes_local: 1 }]);
      expect(await hear(id, [{ type: 'answer', answer: makeAnswer('55') }])).toBe(false);

      const [message, ...others] = await ledger.messagesOf(id);
      expect(others).toEqual([]);
      expect(message).toMatchObject({ origin: 'national', nationalId: '55', localId: null, institution: 'Dinas' });
      expect((await caseOf('1')).nationalChangedAt).toBe(now());
      await owe(id, { side: 'local', kind: 'response', messageId: message?.id ?? 0 });
      expect(await ledger.dueDeliveries({ side: 'local', now: now(), limit: 1, creates: true })).toMatchObject([
        { followUp: { id: '55', text: 'Laporan diterima.', author: 'national' } },
      ]);
    });
  });
}

function ownAnswers(makeScene: MakeScene): void {
  async function answerInState(state: 'ready' | 'sending' | 'doubt' | 'parked' | 'held' | 'done') {
    const scene = makeScene();
    const { ledger, see, hear, open, owe, begin, settle, now } = scene;
    const { id } = await open({ localId: '1' });
    const followUp = { id: '9', author: 'reporter', institution: null, text: 'a', internal: false } as const;
    const message = { ...followUp, attachments: [], externalRef: null, createdAt: null };
    await see([{ type: 'message', followUp: message, nationalId: null, internal: false }], {
      localId: '1',
      title: 'b',
    });
    const [known] = await ledger.messagesOf(id);
    const delivery = await owe(id, { kind: 'follow-up', key: 'follow-up:9:1', messageId: known?.id ?? 0 });
    if (state !== 'ready' && state !== 'held') await begin(delivery);
    if (state === 'held') await ledger.hold('1', now());
    if (state === 'doubt') await settle(delivery, { event: 'lost', reason: 'lost-answer', status: null });
    if (state === 'parked') await settle(delivery, { event: 'refused', reason: 'refused', status: 422 });
    if (state === 'done') await settle(delivery, { event: 'answered', peerId: null, status: 200 });
    const shown = (nationalId: string) => hear(id, [{ type: 'own-answer', deliveryId: delivery.id, nationalId }]);
    const messageId = async () => (await ledger.messagesOf(id))[0]?.nationalId;
    return { ...scene, delivery, shown, messageId };
  }

  describe('an answer of ours that the nation shows', () => {
    it.each(['ready', 'doubt', 'parked', 'held'] as const)('ends its delivery that is %s', async (state) => {
      const { delivery, shown, messageId, again } = await answerInState(state);

      expect(await shown('55')).toBe(false);

      expect(await again(delivery)).toMatchObject({ state: 'done', peerId: '55', reason: null, heldFrom: null });
      expect(await messageId()).toBe('55');
    });

    it('gives one that is done its id, once', async () => {
      const { delivery, shown, messageId, again, events } = await answerInState('done');

      await shown('55');
      await shown('56');

      expect(await again(delivery)).toMatchObject({ state: 'done', peerId: '55' });
      expect(await messageId()).toBe('55');
      expect(events().filter((event) => event === 'answer-bound')).toHaveLength(1);
    });

    it('says nothing of one that is being sent', async () => {
      const { delivery, shown, messageId, again, hear } = await answerInState('sending');

      await shown('55');
      await hear(delivery.caseId, [{ type: 'own-answer', deliveryId: 99, nationalId: '56' }]);

      expect(await again(delivery)).toMatchObject({ state: 'sending', peerId: null });
      expect(await messageId()).toBeNull();
    });
  });
}

function readings(makeScene: MakeScene): void {
  describe('recordNational()', () => {
    it('notes when the case is asked for again, and when its answers were read', async () => {
      const { ledger, open, caseOf } = makeScene();
      const { id } = await open();
      const record = (at: number, answers: [] | null) =>
        ledger.recordNational(
          {
            caseId: id,
            reading: { detail: null, answers, unreadable: 0 },
            at,
            nextPollAt: (changed, facts) => at + (changed ? 10 : 20) + facts.id,
            dueAt: () => 4242,
          },
          () => (at === 1000 ? [status('a', 'verified')] : []),
        );

      await record(1000, []);
      expect(await caseOf('1')).toMatchObject({
        polledAt: 1000,
        nextPollAt: 1010 + id,
        answersReadAt: 1000,
        dueAt: 4242,
      });
      await record(2000, null);
      expect(await caseOf('1')).toMatchObject({ polledAt: 2000, nextPollAt: 2020 + id, answersReadAt: 1000 });
    });

    it('hands its decision the case, its messages and what the nation is owed', async () => {
      const { ledger, file, hear, owe } = makeScene();
      const create = await file('done');
      await owe(create.caseId, { side: 'local', kind: 'write-back' });
      await hear(create.caseId, [{ type: 'answer', answer: makeAnswer('55') }]);
      let facts: unknown = null;

      await ledger.recordNational(
        {
          caseId: create.caseId,
          reading: { detail: null, answers: null, unreadable: 0 },
          at: 1000,
          nextPollAt: () => 1,
          dueAt: () => null,
        },
        (_, seen) => {
          facts = seen;
          return [];
        },
      );

      expect(facts).toMatchObject({
        case: { localId: '1' },
        messages: [{ nationalId: '55' }],
        deliveries: [{ kind: 'create' }],
      });
      expect(facts).toHaveProperty('deliveries.length', 1);
    });

    it('raises what concerns the case, or all of them', async () => {
      const { ledger, open, hear } = makeScene();
      const { id } = await open();

      await hear(id, [
        { type: 'alarm', kind: 'unknown-number', detail: null, wide: false },
        { type: 'alarm', kind: 'unknown-status', detail: 'Entah', wide: true },
      ]);

      expect((await ledger.readAttention()).alarms.map(({ kind, caseId }) => [kind, caseId])).toEqual([
        ['unknown-number', id],
        ['unknown-status', null],
      ]);
    });

    it('throws on a case that there is not', async () => {
      await expect(makeScene().hear(99, [])).rejects.toThrow('no case 99');
    });
  });
}

function takenBack(makeScene: MakeScene): void {
  describe('a reading of LAPOR!', () => {
    it('notes nothing of a number that a person took back while it was being read', async () => {
      const { ledger, file, caseOf } = makeScene();
      const { caseId } = await file('done');
      const before = await caseOf('1');
      const reading = { detail: null, answers: [], unreadable: 0 };
      const given = { caseId, reading, at: 1000, nextPollAt: () => 1, dueAt: () => null };

      const isNews = await ledger.recordNational({ ...given, of: '404' }, () => [status('Selesai', 'closed')]);

      expect(isNews).toBe(false);
      expect(await caseOf('1')).toEqual(before);
    });
  });
}

function ends(makeScene: MakeScene): void {
  describe('what a reading says of alarms and brakes', () => {
    it.each([
      ['LAPOR! shows the report again', { detail: DETAIL, answers: null }, ['unreadable-answers']],
      ['all answers can be read again', { detail: DETAIL, answers: [] }, []],
      ['LAPOR! still knows no such report', { detail: null, answers: null }, ['unreadable-answers', 'unknown-number']],
    ] as const)('ends what is over: %s', async (_, reading, left) => {
      const { ledger, open, hear } = makeScene();
      const { id } = await open();
      await hear(id, [{ type: 'alarm', kind: 'unreadable-answers', detail: null, wide: false }]);
      await ledger.raiseAlarm({ kind: 'unknown-number', caseId: id, detail: null, at: 9e12 });

      const input = { caseId: id, reading: { unreadable: 0, ...reading }, at: 1000 };
      await ledger.recordNational({ ...input, nextPollAt: () => 1, dueAt: () => null }, ({ detail }) =>
        detail === null ? [{ type: 'alarm', kind: 'unknown-number', detail: null, wide: false }] : [],
      );

      expect((await ledger.readAttention()).alarms.map(({ kind }) => kind)).toEqual(left);
    });

    it('brakes when too many close, but counts none that was closed when it was first asked for', async () => {
      const { ledger, open, hear, standing } = makeScene();
      for (let index = 0; index < 30; index += 1) await hear((await open()).id, [status('Selesai', 'closed')]);
      expect(await standing()).toEqual([]);

      for (let index = 0; index < 22; index += 1) {
        const { id } = await open();
        await hear(id, [status('Diterima', 'received')]);
        await hear(id, [status('Selesai', 'closed')]);
      }

      expect(await standing()).toEqual(['mass-closing:-:21']);
      expect(await ledger.stoppedSides()).toEqual(new Set(['local']));
    });
  });
}

const DETAIL = { statusName: null, institutionId: null, institutionName: null, log: [], fingerprint: 'f' };

function polls(makeScene: MakeScene): void {
  const DAY_MS = 86_400_000;

  async function polled([nextPollAt, at]: readonly [number, number], nationalId: string, scene: Scene): Promise<void> {
    const { id } = await scene.open({ localId: `l${nationalId}`, nationalId }, 'linked');
    await scene.ledger.postponePoll(id, at, nextPollAt);
  }

  const ids = (cases: readonly { readonly nationalId: string | null }[]) => cases.map((one) => one.nationalId);

  describe('casesToPoll()', () => {
    it('gives what is due, the longest due first, and what a wrong clock put off last', async () => {
      const scene = makeScene();
      await polled([1000, 1], '1', scene);
      await polled([500, 1], '2', scene);
      await polled([1001, 1], '3', scene);
      await polled([1000 + 8 * DAY_MS, 1], '4', scene);
      await polled([1001 + 8 * DAY_MS, 1], '5', scene);
      await scene.open();

      expect(ids(await scene.ledger.casesToPoll({ now: 1000, limit: 9 }))).toEqual(['2', '1', '5']);
      expect(ids(await scene.ledger.casesToPoll({ now: 1000, limit: 1 }))).toEqual(['2']);
    });

    it('gives what was asked for in a time that has not come, or would be for the first time, closed or not', async () => {
      const scene = makeScene();
      await polled([2000, 1000], '1', scene);
      await polled([2000, 1002], '2', scene);
      await polled([1500, 1001], '3', scene);
      await polled([1500, 0], '4', scene);
      await polled([900, 800], '5', scene);
      await scene.hear(2, [status('Selesai', 'closed')]);
      await scene.ledger.postponePoll(2, 1002, 2000);

      expect(ids(await scene.ledger.casesToPoll({ now: 1000, limit: 9 }))).toEqual(['5', '3', '2', '4']);
      expect(ids(await scene.ledger.casesToPoll({ now: 1000, limit: 2 }))).toEqual(['5', '3']);
      expect(ids(await scene.ledger.casesToPoll({ now: 1002, limit: 9 }))).toEqual(['5', '4']);
    });
  });

  describe('openCasesToPoll()', () => {
    it('gives open cases not asked for since, least lately asked for first', async () => {
      const scene = makeScene();
      for (const nationalId of ['1', '2', '3', '4'])
        await scene.open({ localId: `l${nationalId}`, nationalId }, 'linked');
      await scene.ledger.postponePoll(1, 300, 9000);
      await scene.ledger.postponePoll(2, 200, 9000);
      await scene.ledger.postponePoll(3, 1000, 9000);
      await scene.hear(4, [status('Selesai', 'closed')]);

      expect(ids(await scene.ledger.openCasesToPoll({ before: 1000, limit: 9 }))).toEqual(['2', '1']);
      expect(ids(await scene.ledger.openCasesToPoll({ before: 1000, limit: 1 }))).toEqual(['2']);
    });
  });
}
