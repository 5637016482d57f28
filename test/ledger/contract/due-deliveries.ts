import { describe, expect, it } from 'vitest';
import { makeFollowUp } from '../../support/make-report.ts';
import { LOST, REFUSED, type Scene } from '../make-scene.ts';

type MakeScene = () => Scene;

export function dueDeliveriesContract(makeScene: MakeScene): void {
  order(makeScene);
  time(makeScene);
  contents(makeScene);
  doubts(makeScene);
}

async function dueKeys({ ledger, now }: Scene, given: { creates?: boolean; limit?: number } = {}): Promise<string[]> {
  const { creates = true, limit = 100 } = given;
  const due = await ledger.dueDeliveries({ side: 'national', now: now(), limit, creates });
  return due.map((work) => `${work.case.localId}:${work.delivery.key}`);
}

function order(makeScene: MakeScene): void {
  describe('dueDeliveries()', () => {
    it('gives the oldest first, so many as asked for', async () => {
      const scene = makeScene();
      for (let i = 0; i < 4; i += 1) await scene.file();

      expect(await dueKeys(scene)).toEqual(['1:create', '2:create', '3:create', '4:create']);
      expect(await dueKeys(scene, { limit: 2 })).toEqual(['1:create', '2:create']);
      expect(await dueKeys(scene, { limit: 0 })).toEqual([]);
    });

    it('gives of one case the oldest alone while that is on its way', async () => {
      const scene = makeScene();
      const { id } = await scene.open({ localId: 'a' });
      const first = await scene.owe(id, { kind: 'follow-up', key: 'f:1' });
      await scene.owe(id, { kind: 'follow-up', key: 'f:2' });
      await scene.file('ready', { localId: 'b' });

      expect(await dueKeys(scene)).toEqual(['a:f:1', 'b:create']);
      await scene.begin(first);
      expect(await dueKeys(scene)).toEqual(['b:create']);
      await scene.settle(first, LOST);
      expect(await dueKeys(scene)).toEqual(['b:create']);
      await scene.ledger.settleDoubt(first.id, { type: 'no-way', reason: 'outcome-unknown' }, scene.now());
      expect(await dueKeys(scene)).toEqual(['a:f:2', 'b:create']);
    });

    it('does not let one side wait for the other', async () => {
      const scene = makeScene();
      const { id } = await scene.open();
      await scene.owe(id, { side: 'local', kind: 'write-back' });
      await scene.owe(id, { kind: 'reject' });

      expect(await dueKeys(scene)).toEqual(['1:reject']);
    });

    it('leaves creates out where they may not go', async () => {
      const scene = makeScene();
      await scene.file();
      const { caseId } = await scene.file('done');
      await scene.owe(caseId, { kind: 'reject' });

      expect(await dueKeys(scene, { creates: false })).toEqual(['2:reject']);
    });

    it('gives nothing that is parked, held or in doubt', async () => {
      const scene = makeScene();
      await scene.file('parked');
      await scene.file('doubt');
      await scene.owe((await scene.open()).id, { state: 'held', reason: 'guard' });

      expect(await dueKeys(scene)).toEqual([]);
    });
  });
}

function time(makeScene: MakeScene): void {
  describe('a delivery that is due later', () => {
    it('waits for its time, and what comes behind it in its case waits too', async () => {
      const scene = makeScene();
      const first = await scene.file();
      await scene.owe(first.caseId, { kind: 'reject' });
      await scene.ledger.postponeDelivery(first.id, scene.now() + 1000);

      expect(await dueKeys(scene)).toEqual([]);
      scene.pass(999);
      expect(await dueKeys(scene)).toEqual([]);
      scene.pass(1);
      expect(await dueKeys(scene)).toEqual(['1:create']);
    });

    it('is due at once where only a wrong clock can have put it off so far', async () => {
      const scene = makeScene();
      const create = await scene.file();

      await scene.ledger.postponeDelivery(create.id, scene.now() + 6 * 3_600_000);
      expect(await dueKeys(scene)).toEqual([]);
      await scene.ledger.postponeDelivery(create.id, scene.now() + 6 * 3_600_000 + 1);
      expect(await dueKeys(scene)).toEqual(['1:create']);
    });

    it('is put off only while it is ready', async () => {
      const scene = makeScene();
      const create = await scene.file('parked');

      await scene.ledger.postponeDelivery(create.id, scene.now() + 1000);

      expect(await scene.again(create)).toEqual(create);
    });
  });
}

function contents(makeScene: MakeScene): void {
  describe('work', () => {
    it('carries the report and the answer that it is about', async () => {
      const { ledger, see, file, owe, settle, begin, now } = makeScene();
      const create = await file('ready', { localId: '1', text: 'Lubang' });
      await see(
        [{ type: 'message', followUp: makeFollowUp({ id: '9', text: 'Baik' }), nationalId: null, internal: false }],
        { localId: '1', title: 'Lain' },
      );
      const [message] = await ledger.messagesOf(create.caseId);
      await begin(create);
      await settle(create, REFUSED);
      await owe(create.caseId, { kind: 'follow-up', messageId: message?.id ?? 0 });

      const [work] = await ledger.dueDeliveries({ side: 'national', now: now(), limit: 1, creates: true });

      expect(work).toMatchObject({
        delivery: { kind: 'follow-up' },
        case: { localId: '1' },
        report: { text: 'Lubang', responses: null },
        message: { localId: '9' },
        followUp: { text: 'Baik' },
      });
    });

    it('is given without what was erased', async () => {
      const { ledger, file, now, query } = makeScene();
      await file();
      query('delete from payload returning case_id');

      expect(await ledger.dueDeliveries({ side: 'national', now: now(), limit: 1, creates: true })).toMatchObject([
        { report: null, message: null, followUp: null },
      ]);
    });
  });
}

function doubts(makeScene: MakeScene): void {
  describe('doubtfulDeliveries()', () => {
    it('gives what is in doubt on a side, oldest first, page by page', async () => {
      const { ledger, file, owe } = makeScene();
      const ids: number[] = [];
      for (let i = 0; i < 3; i += 1) ids.push((await file('doubt')).id);
      const { caseId } = await file('parked');
      await owe(caseId, { side: 'local', kind: 'write-back', state: 'doubt' });
      const page = async (afterId: number) =>
        (await ledger.doubtfulDeliveries({ side: 'national', limit: 2, afterId })).map((work) => work.delivery.id);

      expect(await page(0)).toEqual(ids.slice(0, 2));
      expect(await page(ids[1] ?? 0)).toEqual(ids.slice(2));
    });
  });
}
