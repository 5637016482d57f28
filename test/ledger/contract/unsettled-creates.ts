import { describe, expect, it } from 'vitest';
import type { Scene } from '../make-scene.ts';

/** What is looked for in a list of LAPOR!. */
export function unsettledCreatesContract(makeScene: () => Scene): void {
  describe('unsettledCreates()', () => {
    it('gives what may have arrived and has no number', async () => {
      const { ledger, file, open, owe, now } = makeScene();
      await file('ready', { localId: 'ready' });
      await file('sending', { localId: 'sending' });
      await file('doubt', { localId: 'doubt' });
      await file('parked', { localId: 'parked' });
      await file('done', { localId: 'done' });
      await file('ready', { localId: 'never sent' });
      await ledger.hold('never sent', now());
      await file('doubt', { localId: 'held' });
      await ledger.hold('held', now());
      await owe((await open({ localId: 'other' })).id, { kind: 'reject', state: 'doubt' });

      const creates = await ledger.unsettledCreates();

      expect(creates.map(({ localId }) => localId)).toEqual(['doubt', 'parked', 'held']);
      expect(creates.map(({ delivery }) => delivery.state)).toEqual(['doubt', 'parked', 'held']);
    });
  });

  describe('knownNumbers()', () => {
    it('gives those that a case carries', async () => {
      const { ledger, open } = makeScene();
      await open({ localId: '900', nationalId: '901' }, 'linked');

      expect(await ledger.knownNumbers(['900', '901', '901', 'x'])).toEqual(['901']);
    });
  });

  describe('readLookUp()', () => {
    it('tells when the list was searched last', async () => {
      const { ledger } = makeScene();
      expect(await ledger.readLookUp()).toBeNull();
      await ledger.noteLookUp(5);
      await ledger.noteLookUp(7);
      expect(await ledger.readLookUp()).toBe(7);
      expect(await ledger.readCursor()).toBeNull();
    });
  });
}
