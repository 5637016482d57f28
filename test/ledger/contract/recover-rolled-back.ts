import { describe, expect, it } from 'vitest';
import type { Delivery, DeliveryReason } from '../../../src/ledger/delivery.ts';
import type { LedgerGap } from '../../../src/ledger/gap.ts';
import { LOST, type Scene } from '../make-scene.ts';

type MakeScene = () => Scene;

const HOUR_MS = 3_600_000;
const BINDING = { site: 'kota-serang', environment: 'production' };

export function recoverRolledBackContract(makeScene: MakeScene): void {
  distrusts(makeScene);
  leavesGap(makeScene);
  begins(makeScene);
}

/** A delivery in the state that a backup takes it for. */
type Prepare = (scene: Scene) => Promise<Delivery>;

const NO_WAY = { type: 'no-way', reason: 'outcome-unknown' } as const;

const followUp = async ({ open, owe }: Scene, given: { state?: 'held'; reason?: DeliveryReason } = {}) =>
  await owe((await open()).id, { kind: 'follow-up', key: 'follow-up:9:1', ...given });
const heldCreate =
  (reason: DeliveryReason): Prepare =>
  async ({ open, owe }) =>
    await owe((await open()).id, { state: 'held', reason });

function distrusts(makeScene: MakeScene): void {
  describe('recoverRolledBack()', () => {
    it.each<readonly [string, Prepare, object]>([
      [
        'holds a report that is ready',
        ({ file }) => file(),
        { state: 'held', reason: 'ledger-lost', heldFrom: 'ready' },
      ],
      ['doubts a report that was being sent', ({ file }) => file('sending'), { state: 'doubt', reason: 'restart' }],
      ['holds a report that was refused', ({ file }) => file('parked'), { state: 'held', reason: 'ledger-lost' }],
      ['leaves a report to whom it waits for', parkedUnknown, { state: 'parked', reason: 'outcome-unknown' }],
      ['holds what the guard held for its own reason', heldCreate('guard'), { state: 'held', reason: 'ledger-lost' }],
      [
        'lets no deletion that is over let a report go',
        heldCreate('deleted'),
        { state: 'held', reason: 'ledger-lost' },
      ],
      ['leaves an operator’s hold', heldCreate('operator'), { state: 'held', reason: 'operator' }],
      ['leaves what is older than the start', heldCreate('before-since'), { state: 'held', reason: 'before-since' }],
      [
        'leaves a refused report that an operator holds to a person, once it is let go',
        refusedOnHold,
        { state: 'held', reason: 'operator', heldFrom: 'parked', reasonBefore: 'ledger-lost' },
      ],
      ['doubts an answer that is ready', (scene) => followUp(scene), { state: 'doubt', reason: 'ledger-lost' }],
      [
        'doubts an answer once it is let go',
        (scene) => followUp(scene, { state: 'held', reason: 'operator' }),
        { state: 'held', reason: 'operator', heldFrom: 'doubt' },
      ],
      ['leaves what is done', ({ file }) => file('done'), { state: 'done', reason: null }],
    ])('%s', async (_name, prepare, expected) => {
      const scene = makeScene();
      const delivery = await prepare(scene);
      scene.pass(HOUR_MS);

      const doubted = await scene.ledger.recoverRolledBack(scene.now());

      expect(await scene.again(delivery)).toMatchObject(expected);
      expect(doubted).toBe(delivery.state === 'done' ? 0 : 1);
      expect(scene.events().at(-1)).toBe('ledger-recovered');
    });

    it('counts no look-up of before for a doubt, as a later attempt may have ended just now', async () => {
      const { ledger, file, again, pass, now } = makeScene();
      const create = await file('doubt');
      pass(HOUR_MS);
      await ledger.settleDoubt(create.id, { type: 'missing', absent: false }, now());
      pass(HOUR_MS);

      await ledger.recoverRolledBack(now());

      expect(await again(create)).toMatchObject({ state: 'doubt', absences: 0, lastAbsenceAt: null, endedAt: now() });
    });
  });

  async function refusedOnHold({ ledger, file, again, now }: Scene): Promise<Delivery> {
    const create = await file('parked');
    await ledger.hold('1', now());
    return await again(create);
  }

  async function parkedUnknown({ ledger, file, again, now }: Scene): Promise<Delivery> {
    const create = await file('doubt');
    await ledger.settleDoubt(create.id, NO_WAY, now());
    return await again(create);
  }
}

function leavesGap(makeScene: MakeScene): void {
  describe('what a ledger may have missed', () => {
    const scan = ({ ledger, now }: Scene, position: number) =>
      ledger.recordLocalPage({ rows: [], rejected: [], position, at: now(), dueAt: () => null }, () => []);

    it('is known until the local side was read whole, from its beginning', async () => {
      const scene = makeScene();
      const { ledger, now, open } = scene;
      const { id: caseId } = await open();
      await scan(scene, 500);
      expect(await ledger.readGap()).toBeNull();

      await ledger.recoverRolledBack(now());
      const gap: LedgerGap = { kind: 'rolled-back', at: now(), scanned: null };
      expect([await ledger.readGap(), await ledger.readCursor()]).toEqual([gap, null]);
      await scan(scene, 500);
      await open();
      await scan(scene, 600);

      expect(await ledger.readGap()).toEqual({ ...gap, scanned: { caseId, messageId: 0 } });
    });

    it('takes a report for seen since by the order of the ledger, though the clock was an hour ahead before', async () => {
      const scene = makeScene();
      const { ledger, open, now, pass } = scene;
      await ledger.openGap('lost', now());
      pass(HOUR_MS);
      await open({ createdAt: now() });
      await scan(scene, 500);
      pass(1000 - HOUR_MS);

      await open({ createdAt: now() });

      expect(await ledger.countToFile()).toBe(1);
    });

    it('is not for the guard: it is held one by one', async () => {
      const scene = makeScene();
      const { ledger, open, now, pass } = scene;
      await open({ createdAt: now() });
      await ledger.openGap('lost', now());
      pass(1000);
      await open({ createdAt: now() });
      expect(await ledger.countToFile()).toBe(0);

      await scan(scene, 500);
      pass(1000);
      await open({ createdAt: now() });

      expect(await ledger.countToFile()).toBe(1);
    });
  });
}

function begins(makeScene: MakeScene): void {
  describe('beginLedger() of one that was put back on purpose', () => {
    it.each([
      ['of another ledger', 'b'],
      ['of none', null],
    ])('takes the place %s, and doubts what is open', async (_name, replaces) => {
      const { ledger, file, begin, settle, now, query } = makeScene();
      const lost = await file();
      await begin(lost);
      await settle(lost, LOST);
      await ledger.begin({ binding: BINDING, freshId: 'a', at: now(), recovers: null });

      const begun = await ledger.begin({ binding: BINDING, freshId: 'c', at: now(), recovers: { replaces } });

      expect(begun).toEqual({ refusal: null, ledger: 'c', doubted: 1 });
      expect(query(`select value from meta where name = 'replaces'`)).toEqual([{ value: replaces ?? '' }]);
      expect(await ledger.readGap()).toMatchObject({ kind: 'rolled-back' });
    });
  });
}
