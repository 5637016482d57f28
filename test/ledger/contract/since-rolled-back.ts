import { describe, expect, it } from 'vitest';
import type { NewDelivery } from '../../../src/ledger/delivery.ts';
import { NEW_CREATE } from '../../support/new-create.ts';
import { ANSWERED, LOST, REFUSED, type Scene } from '../make-scene.ts';

const ANSWER = { kind: 'follow-up', key: 'follow-up:9:1', body: { part: 1 } } as const satisfies Partial<NewDelivery>;

const DETAIL = { statusName: null, institutionId: null, institutionName: null, log: [], fingerprint: 'f' };

type MakeScene = () => Scene;

/** An older ledger that was put back: what it takes for open may have been done since. */
export function sinceRolledBackContract(makeScene: MakeScene): void {
  reports(makeScene);
  answers(makeScene);
  statuses(makeScene);
  shownStatuses(makeScene);
}

function reports(makeScene: MakeScene): void {
  describe('what a ledger that was put back does with reports', () => {
    it.each([
      ['an operator', 'operator'],
      ['a date', 'before-since'],
    ] as const)(
      'lets go of no report that was held for %s without a word on whether it was filed',
      async (_, reason) => {
        const { ledger, open, owe, again, now } = makeScene();
        const { id } = await open();
        const create = await owe(id, { ...NEW_CREATE, state: 'held', reason });

        await ledger.recoverRolledBack(now());
        await ledger.release('1', now());

        expect(await again(create)).toMatchObject({ state: 'parked', reason: 'ledger-lost' });
        expect(await ledger.retry('1', now())).toMatchObject({ refusal: 'outcome-unknown' });
        expect(await ledger.resolve('1', null, now())).toMatchObject({ ok: true });
      },
    );

    it('takes the word of whoever lets go what the guard held, as of every report that it may have filed', async () => {
      const { ledger, open, owe, again, now } = makeScene();
      const { id } = await open();
      const create = await owe(id, { ...NEW_CREATE, state: 'held', reason: 'guard' });

      await ledger.recoverRolledBack(now());
      expect(await again(create)).toMatchObject({ state: 'held', reason: 'ledger-lost' });
      await ledger.confirm(now());

      expect(await again(create)).toMatchObject({ state: 'ready' });
    });
  });
}

function answers(makeScene: MakeScene): void {
  describe('what a ledger that was put back does with answers', () => {
    it('looks an answer up that it takes for ready or refused', async () => {
      const { ledger, open, owe, begin, settle, again, now } = makeScene();
      const { id } = await open();
      const ready = await owe(id, ANSWER);
      const refused = await owe(id, { ...ANSWER, key: 'follow-up:10:1' });
      await begin(refused);
      await settle(refused, REFUSED);

      await ledger.recoverRolledBack(now());

      for (const one of [ready, refused])
        expect(await again(one)).toMatchObject({ state: 'doubt', reason: 'ledger-lost' });
    });

    it('looks the next part of a long answer up, too, where an older ledger sent the one before it', async () => {
      const { ledger, file, owe, again, now, caseOf } = makeScene();
      await file('done');
      const { id } = await caseOf('1');
      const first = await owe(id, ANSWER);
      await ledger.recoverRolledBack(now());

      await ledger.settleDoubt(first.id, { type: 'found', peerId: '5', others: [], parts: 3 }, now());

      expect(await again(first)).toMatchObject({ state: 'done' });
      const next = (await ledger.deliveriesOf(id)).find(({ key }) => key === 'follow-up:9:2');
      expect(next).toMatchObject({ state: 'doubt', reason: 'ledger-lost', body: { part: 2 } });
    });

    it('goes on with the rest of an answer of which a person found the beginning, once it shows of how many parts it is', async () => {
      const { ledger, file, owe, hear, now, caseOf } = makeScene();
      await file('done');
      const { id } = await caseOf('1');
      const first = await owe(id, ANSWER);
      await ledger.recoverRolledBack(now());
      await ledger.resolve('1', '900', now());

      await hear(id, [{ type: 'own-answer', deliveryId: first.id, nationalId: '5', parts: 2 }]);

      const next = (await ledger.deliveriesOf(id)).find(({ key }) => key === 'follow-up:9:2');
      expect(next).toMatchObject({ state: 'doubt', reason: 'ledger-lost' });
    });

    it('sends the next part at once where it sent the one before it itself', async () => {
      const { ledger, file, owe, begin, settle, now, caseOf } = makeScene();
      await file('done');
      const { id } = await caseOf('1');
      await ledger.recoverRolledBack(now());
      const first = await owe(id, { ...ANSWER, body: { part: 1, parts: 2 } });
      await begin(first);
      await settle(first, LOST);

      await ledger.settleDoubt(first.id, { type: 'found', peerId: '5', others: [] }, now());

      const next = (await ledger.deliveriesOf(id)).find(({ key }) => key === 'follow-up:9:2');
      expect(next).toMatchObject({ state: 'ready', reason: null });
    });

    it('takes what is under a report for new only where it filed that itself since', async () => {
      const { ledger, file, open, owe, begin, settle, now } = makeScene();
      const filedHere: boolean[] = [];
      const plan = () =>
        ledger.planOwed('national', { limit: 10, at: now() }, (facts) => {
          filedHere.push(facts.filedHere);
          return [];
        });
      await file('done');
      await ledger.recoverRolledBack(now());
      await plan();
      const later = await owe((await open({ localId: '2' })).id, NEW_CREATE);
      await begin(later);
      await settle(later, { ...ANSWERED, peerId: '901' });
      await plan();

      expect(filedHere).toEqual([false, true]);
    });
  });
}

function statuses(makeScene: MakeScene): void {
  describe('what a ledger that was put back does with a status', () => {
    it('takes nothing for written there, and plans it only once LAPOR! was asked, though that says nothing new', async () => {
      const { ledger, file, owe, begin, settle, hear, now, caseOf } = makeScene();
      const planned: [number: string | null, isUnread: boolean][] = [];
      const plan = () =>
        ledger.planOwed('local', { limit: 10, at: now() }, (facts) => {
          planned.push([facts.case.writtenNationalId, facts.case.nationalUnread]);
          return [];
        });
      const { caseId, peerId } = await file('done');
      const written = await owe(caseId, {
        side: 'local',
        kind: 'write-back',
        key: 'write-back:1',
        body: { nationalId: peerId ?? '', nationalStatus: 'Selesai', bridgeStatus: 'closed', localStatus: null },
      });
      await begin(written);
      await settle(written, { ...ANSWERED, peerId: null });

      await ledger.recoverRolledBack(now());
      await hear(caseId, []);
      await plan();
      const reading = { detail: DETAIL, answers: null, unreadable: 0 };
      const input = { caseId, reading, at: now(), nextPollAt: () => now(), dueAt: () => null };
      await ledger.recordNational(input, () => []);
      await plan();

      expect(planned).toEqual([
        [null, true],
        [null, false],
      ]);
      expect(await caseOf('1')).toMatchObject({ writtenStatus: 'Selesai', writtenBridgeStatus: 'closed' });
    });
  });
}

function shownStatuses(makeScene: MakeScene): void {
  describe('what the row of a linked report shows', () => {
    const NUMBER = { localId: '1', nationalId: '77' };
    const note = [{ type: 'note', contentChanged: false }] as const;

    it('is taken for what stands there, as long as it shows one thing', async () => {
      const { open, see, caseOf } = makeScene();
      await open({ ...NUMBER, nationalStatus: 'Selesai' }, 'linked');
      await see(note, { ...NUMBER, nationalStatus: 'Selesai', status: 'selesai' });
      expect(await caseOf('1')).toMatchObject({ writtenNationalId: '77', writtenStatus: 'Selesai' });
    });

    it.each([
      ['another status', 'Diarsipkan'],
      ['none', null],
    ])('is believed no more once it shows %s: one of the two is an older copy', async (_, nationalStatus) => {
      const { open, see, caseOf } = makeScene();
      await open({ ...NUMBER, nationalStatus: 'Selesai' }, 'linked');
      await see(note, { ...NUMBER, nationalStatus });
      expect(await caseOf('1')).toMatchObject({ writtenNationalId: '77', writtenStatus: null });
    });

    it('says nothing any more once this ledger writes there itself', async () => {
      const { open, owe, see, caseOf } = makeScene();
      const { id } = await open({ ...NUMBER, nationalStatus: 'Selesai' }, 'linked');
      const body = { nationalId: '77', nationalStatus: 'Selesai', bridgeStatus: 'closed', localStatus: null } as const;
      await owe(id, { side: 'local', kind: 'write-back', key: 'write-back:1', body });
      await see(note, { ...NUMBER, nationalStatus: 'Diarsipkan' });
      expect(await caseOf('1')).toMatchObject({ writtenStatus: 'Selesai' });
    });
  });
}
