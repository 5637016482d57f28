import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/simulate/seeded-random.ts';

function draw(seed: number, count: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
}

describe('seededRandom()', () => {
  it('repeats itself for one seed', () => {
    expect(draw(7, 100)).toEqual(draw(7, 100));
  });

  it('differs from seed to seed', () => {
    expect(draw(1, 5)).not.toEqual(draw(2, 5));
  });

  it('gives numbers from 0 up to but not 1, spread evenly', () => {
    const numbers = draw(42, 10_000);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    for (const tenth of Array.from({ length: 10 }, (_, index) => index / 10)) {
      const inTenth = numbers.filter((number) => number >= tenth && number < tenth + 0.1).length;
      expect(inTenth).toBeGreaterThan(850);
      expect(inTenth).toBeLessThan(1150);
    }
  });
});
