import { describe, expect, it } from 'vitest';
import { ANSWERED, type Scene } from '../make-scene.ts';

type MakeScene = () => Scene;

export function passOnContract(makeScene: MakeScene): void {
  describe('a person who passes a report on', () => {
    it('owes it once, in his name, and ends the alarm', async () => {
      const { ledger, file, hear, standing, query } = makeScene();
      const { caseId } = await file('done');
      await hear(caseId, []);
      await ledger.raiseAlarm({ kind: 'returned', caseId, detail: null, at: 5 });
      query('update cases set returned_at = 4 returning id');

      expect(await ledger.passOn('1', 12838, 6)).toMatchObject({ ok: true, count: 1 });

      const [, owed] = await ledger.deliveriesOf(caseId);
      expect(owed).toMatchObject({
        kind: 'reject',
        key: 'reject:by-hand-1',
        state: 'ready',
        body: { targetInstitutionId: 12838, forReturn: 4 },
      });
      expect(await standing()).toEqual([]);
      expect(query(`select data from history where event = 'case-passed-on' and actor = 'operator'`)).toEqual([
        { data: '{"where":"12838"}' },
      ]);
      expect(await ledger.passOn('1', 7, 7)).toEqual({ ok: false, refusal: 'under-way' });
    });

    it('may do so again, to another, once it is done', async () => {
      const { ledger, file, begin, settle } = makeScene();
      const { caseId } = await file('done');
      await ledger.passOn('1', 12838, 6);
      const [, first] = await ledger.deliveriesOf(caseId);
      if (first === undefined) throw new Error('nothing is owed');
      await begin(first);
      await settle(first, { ...ANSWERED, peerId: null });

      expect(await ledger.passOn('1', 12838, 7)).toEqual({ ok: false, refusal: 'had-it' });
      expect(await ledger.passOn('1', 30004, 7)).toMatchObject({ ok: true });
      expect((await ledger.deliveriesOf(caseId)).map(({ key }) => key)).toEqual([
        'create',
        'reject:by-hand-1',
        'reject:by-hand-2',
      ]);
    });

    it('keeps it back under a hold', async () => {
      const { ledger, file } = makeScene();
      const { caseId } = await file('done');
      await ledger.hold('1', 5);
      await ledger.passOn('1', 12838, 6);

      expect((await ledger.deliveriesOf(caseId))[1]).toMatchObject({ state: 'held', reason: 'operator' });
    });

    it('is refused where there is no such report, or it has no number', async () => {
      const { ledger, file } = makeScene();
      await file('ready');

      expect(await ledger.passOn('x', 12838, 6)).toEqual({ ok: false, refusal: 'no-such-case' });
      expect(await ledger.passOn('1', 12838, 6)).toEqual({ ok: false, refusal: 'no-number' });
    });
  });
}
