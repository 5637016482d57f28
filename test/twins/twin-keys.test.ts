import { describe, expect, it } from 'vitest';
import { twinKeys } from '../../src/twins/twin-keys.ts';
import { twinSubject } from '../../src/twins/twin-subject.ts';
import { WRITTEN_PAIRS } from './written-pairs.ts';

const KEY = new Uint8Array(32).fill(7);
const [PAIR] = WRITTEN_PAIRS;
if (PAIR === undefined) throw new Error('no pair');
const SUBJECT = twinSubject(PAIR.local);
const SILENT = { ...SUBJECT, words: new Set<string>() };

describe('twinKeys()', () => {
  it('gives the same reporter the same keys, however telephone, mail and name are written', () => {
    const other = twinSubject({
      ...PAIR.local,
      reporter: { name: 'Ibu KERTASARI, Wulan', email: ' Wulan.K@contoh.id', phone: '+62 812-0000-0001' },
    });
    expect(twinKeys({ ...other, words: new Set() }, KEY)).toEqual(twinKeys(SILENT, KEY));
    expect(twinKeys(SILENT, KEY)).toHaveLength(3);
  });

  it('gives nobody a key who tells nothing', () => {
    const reporter = { name: [], email: null, phone: null };
    expect(twinKeys({ ...SILENT, reporter }, KEY)).toEqual([]);
    expect(twinKeys({ ...SILENT, reporter: { ...reporter, name: ['wulan'] } }, KEY)).toEqual([]);
  });

  it('says nothing to whoever has not the key', () => {
    const keys = new Set(twinKeys(SUBJECT, KEY));
    expect(twinKeys(SUBJECT, new Uint8Array(32).fill(8)).filter((key) => keys.has(key))).toEqual([]);
  });

  it('gives numbers that a database keeps exactly', () => {
    for (const key of twinKeys(SUBJECT, KEY)) expect(Number.isSafeInteger(key) && key >= 0).toBe(true);
  });
});
