import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../src/config/fold-name.ts';

describe('foldName()', () => {
  it.each([
    ['Belum Terverifikasi', 'belum terverifikasi'],
    ['  SUDAH   terverifikasi\t', 'sudah terverifikasi'],
    ['PEKERJAAN\u00a0UMUM\u00a0DAN PENATAAN\u00a0RUANG', 'pekerjaan umum dan penataan ruang'],
    ['Dinas\nKesehatan', 'dinas kesehatan'],
    ['ＤＬＨ', 'dlh'],
    ['ATR/BPN', 'atr/bpn'],
    ['\u00a0 ', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldName(text)).toBe(folded);
  });

  it('keeps names apart that differ in a letter', () => {
    expect(foldName('Terverifikasi')).not.toBe(foldName('Terverifikasi.'));
  });

  it('does not care about case and white space around any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (name) => {
        expect(foldName(`\u00a0${name.toUpperCase()} `)).toBe(foldName(name));
      }),
    );
  });
});
