import { describe, expect, it } from 'vitest';
import type { InstitutionsDecision } from '../../../src/ledger/institution.ts';
import type { Scene } from '../make-scene.ts';

const A = { id: '1', name: 'Dinas A' };
const B = { id: '2', name: 'Dinas B' };
const take = (...gone: readonly string[]): InstitutionsDecision => ({ type: 'take', gone });

export function institutionsContract(makeScene: () => Scene): void {
  describe('the institutions of LAPOR!', () => {
    const read = async ({ ledger, now }: Scene, rows: readonly (typeof A)[], decision: InstitutionsDecision) =>
      await ledger.recordInstitutions({ read: rows, at: now(), nextAt: now() + 100 }, () => decision);

    it('are due at once, then when they were put off to', async () => {
      const scene = makeScene();
      const { ledger } = scene;

      expect(await ledger.institutionsAreDue(0)).toBe(true);
      await read(scene, [A], take());
      const later = scene.now() + 100;
      expect([await ledger.institutionsAreDue(later - 1), await ledger.institutionsAreDue(later)]).toEqual([
        false,
        true,
      ]);
      await ledger.postponeInstitutions(later + 1);
      expect(await ledger.institutionsAreDue(later)).toBe(false);
    });

    it('are kept when they are gone, with an alarm until they are named again', async () => {
      const scene = makeScene();
      await read(scene, [A, B], take());
      const since = scene.now();
      await read(scene, [{ ...A, name: 'Dinas A1' }], take('2'));
      scene.pass(5);
      await read(scene, [A], take('2'));

      expect(await scene.ledger.readInstitutions()).toEqual([
        { ...A, goneAt: null },
        { ...B, goneAt: since },
      ]);
      expect(await scene.standing()).toEqual(['institution-gone:-:2']);

      await read(scene, [A, B], take());
      expect(await scene.ledger.readInstitutions()).toEqual([
        { ...A, goneAt: null },
        { ...B, goneAt: null },
      ]);
      expect(await scene.standing()).toEqual([]);
    });

    it('names five of them, and how many there are besides', async () => {
      const scene = makeScene();
      await read(scene, [A], take('3', '4', '5', '6', '7', '8', '9'));

      expect(await scene.standing()).toEqual(['institution-gone:-:3, 4, 5, 6, 7 (+2)']);
    });

    it('are left as they were by a list that is refused, which a person may confirm', async () => {
      const scene = makeScene();
      const { ledger, standing } = scene;
      await read(scene, [A, B], take());
      await read(scene, [A], { type: 'refuse' });

      expect(await ledger.readInstitutions()).toHaveLength(2);
      expect(await standing()).toEqual(['institutions-shrunk:-:1/2']);

      await read(scene, [], { type: 'refuse' });
      expect(await standing()).toEqual(['institutions-shrunk:-:0/2']);
      expect(await ledger.confirmOne('0/2', 40)).toEqual({ ok: true, count: 1 });
      await ledger.recordInstitutions({ read: [A], at: 50, nextAt: 60 }, ({ isConfirmed }) =>
        isConfirmed ? take('2') : { type: 'refuse' },
      );
      expect(await standing()).toEqual(['institution-gone:-:2']);
    });
  });
}
