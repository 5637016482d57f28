import { describe, expect, it } from 'vitest';
import type { NewDelivery } from '../../../src/ledger/delivery.ts';
import type { OwedAction } from '../../../src/ledger/owed.ts';
import { NEW_CREATE } from '../../support/new-create.ts';
import { LOST, REFUSED, type Scene } from '../make-scene.ts';

const OWE: OwedAction = { type: 'owe', delivery: NEW_CREATE };

type MakeScene = () => Scene;

export function planOwedContract(makeScene: MakeScene): void {
  plans(makeScene);
  beginnings(makeScene);
  replacements(makeScene);
}

function plans(makeScene: MakeScene): void {
  describe('planOwed()', () => {
    it('plans every marked case once, oldest first, so many at a time', async () => {
      const { ledger, open } = makeScene();
      for (const localId of ['1', '2', '3']) await open({ localId });
      const planned: (string | null)[] = [];
      const plan = () =>
        ledger.planOwed('national', { limit: 2, at: 1000 }, (facts) => {
          planned.push(facts.case.localId);
          return [OWE];
        });

      expect([await plan(), await plan(), await plan()]).toEqual([2, 1, 0]);
      expect(planned).toEqual(['1', '2', '3']);
      expect((await ledger.readTally()).deliveries.ready).toBe(3);
    });

    it('knows the messages of a case and what it owes to that side', async () => {
      const { ledger, file, owe, again } = makeScene();
      const create = await file();
      await owe(create.caseId, { side: 'local', kind: 'write-back' });
      await owe(create.caseId, { kind: 'reject' });

      expect(await again(create)).toMatchObject({ state: 'ready', createdAt: create.createdAt, attempts: 0 });
      const keys = (await ledger.deliveriesOf(create.caseId)).map(({ side, key }) => `${side}:${key}`);
      expect(keys).toEqual(['national:create', 'local:write-back', 'national:reject']);
    });

    it('owes nothing twice, however often it is planned', async () => {
      const { ledger, file, owe, events } = makeScene();
      const create = await file('done');

      await owe(create.caseId);

      expect(await ledger.deliveriesOf(create.caseId)).toHaveLength(1);
      expect((await ledger.readTally()).deliveries).toMatchObject({ ready: 0, done: 1 });
      expect(events().filter((event) => event === 'delivery-owed')).toHaveLength(1);
    });

    it('leaves the mark where its decision fails', async () => {
      const { ledger, open } = makeScene();
      await open();
      const plan = (fails: boolean) =>
        ledger.planOwed('national', { limit: 5, at: 1000 }, () => {
          if (fails) throw new RangeError('a bug');
          return [OWE];
        });

      await expect(plan(true)).rejects.toThrow(RangeError);
      expect(await plan(false)).toBe(1);
    });
  });

  describe('countToFile()', () => {
    it('counts what would be filed for the first time', async () => {
      const { ledger, open } = makeScene();
      await open();
      await open();
      await open({}, 'before-since');
      await open({ nationalId: '77' }, 'linked');

      expect(await ledger.countToFile()).toBe(2);
      await ledger.planOwed('national', { limit: 9, at: 1000 }, () => [OWE]);
      expect(await ledger.countToFile()).toBe(0);
    });
  });
}

function beginnings(makeScene: MakeScene): void {
  describe('what is owed', () => {
    it.each([
      ['ready', null, { heldFrom: null, endedAt: null }],
      ['held', 'guard', { heldFrom: 'ready', endedAt: null }],
      ['doubt', 'linked', { heldFrom: null }],
    ] as const)('begins %s', async (state, reason, expected) => {
      const { ledger, open, owe, now } = makeScene();
      const { id } = await open();

      const delivery = await owe(id, { state, reason });

      expect(delivery).toMatchObject({ state, reason, attempts: 0, absences: 0, dueAt: now(), ...expected });
      expect(delivery.endedAt).toBe(state === 'doubt' ? now() : null);
      expect((await ledger.readTally()).deliveries[state]).toBe(1);
    });
  });
}

function replacements(makeScene: MakeScene): void {
  const body = { nationalId: '77', nationalStatus: 'Selesai' };

  describe('what is replaced', () => {
    it.each(['ready', 'held', 'parked'] as const)('is a write that is %s', async (state) => {
      const scene = makeScene();
      const { id } = await scene.open();
      const owed = { side: 'local', kind: 'write-back', reason: null } as const;
      const delivery = await scene.owe(id, { ...owed, state: state === 'held' ? 'held' : 'ready' });
      if (state === 'parked') await scene.begin(delivery);
      if (state === 'parked') await scene.settle(delivery, REFUSED);

      await replace(scene, delivery.id);

      expect(await scene.again(delivery)).toMatchObject({ state, body });
      expect(scene.events().at(-1)).toBe('delivery-replaced');
    });

    it.each(['sending', 'doubt', 'done'] as const)('is not a write that is %s', async (state) => {
      const scene = makeScene();
      const { id } = await scene.open();
      const delivery = await scene.owe(id, { side: 'local', kind: 'write-back' });
      await scene.begin(delivery);
      if (state === 'doubt') await scene.settle(delivery, LOST);
      if (state === 'done') await scene.settle(delivery, { event: 'answered', peerId: null, status: 200 });

      await replace(scene, delivery.id);

      expect(await scene.again(delivery)).toMatchObject({ state, body: {} });
      expect(scene.events()).not.toContain('delivery-replaced');
    });
  });

  describe('what the local side shows already', () => {
    it('is noted as written, and owed to nobody', async () => {
      const { ledger, open, caseOf, query, now } = makeScene();
      const { id } = await open();
      query('update cases set owes_local = 1 returning id');

      await ledger.planOwed('local', { limit: 5, at: now() }, () => [
        { type: 'shown', body: { ...body, bridgeStatus: 'closed' } },
      ]);

      expect(await caseOf('1')).toMatchObject({
        writtenNationalId: '77',
        writtenStatus: 'Selesai',
        writtenBridgeStatus: 'closed',
      });
      expect(await ledger.deliveriesOf(id)).toEqual([]);
    });
  });

  async function replace({ ledger, query, now }: Scene, deliveryId: number): Promise<void> {
    query('update cases set owes_local = 1 returning id');
    const delivery: NewDelivery = { ...NEW_CREATE, side: 'local', kind: 'write-back', key: 'write-back', body };
    await ledger.planOwed('local', { limit: 5, at: now() }, () => [{ type: 'replace', deliveryId, delivery }]);
  }
}
