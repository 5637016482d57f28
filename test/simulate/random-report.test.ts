import { describe, expect, it } from 'vitest';
import { randomReport } from '../../src/simulate/random-report.ts';
import { seededRandom } from '../../src/simulate/seeded-random.ts';

const endless = Array.from({ length: 2000 }, (_, index) => randomReport(index, seededRandom(index)));

describe('randomReport()', () => {
  it('gives the same report for the same index and numbers, and another for another', () => {
    expect(randomReport(41, seededRandom(7))).toEqual(randomReport(41, seededRandom(7)));
    expect(randomReport(41, seededRandom(8))).not.toEqual(randomReport(41, seededRandom(7)));
    expect(randomReport(42, seededRandom(7))).not.toEqual(randomReport(41, seededRandom(7)));
  });

  it('varies: two thousand reports, two thousand texts, every kind of privacy and every kind of file', () => {
    expect(new Set(endless.map(({ isi }) => isi)).size).toBe(endless.length);
    expect(new Set(endless.map(({ anonim, rahasia }) => `${anonim} ${rahasia}`)).size).toBe(4);
    expect(new Set(endless.map(({ jenis }) => jenis)).size).toBe(3);
    expect(new Set(endless.flatMap(({ lampiran }) => lampiran.map(({ photo }) => photo)))).toEqual(
      new Set(['jpg-with-exif', 'png']),
    );
  });

  it('lets some anonymous reporters give themselves away, and no others', () => {
    const open = endless.filter(({ isi, pelapor }) => isi.includes(`${pelapor.nama}, ${pelapor.telepon}`));
    expect(open.length).toBeGreaterThan(50);
    expect(open.filter(({ anonim }) => !anonim)).toEqual([]);
  });

  it('is never linked to a national report', () => {
    expect(endless.filter((report) => 'lapor_id' in report)).toEqual([]);
  });

  it.each([0, 1 - Number.EPSILON])('takes the outermost number %d', (number) => {
    expect(randomReport(0, () => number).isi).not.toBe('');
  });
});
