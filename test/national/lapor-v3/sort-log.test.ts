import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortLog } from '../../../src/national/lapor-v3/sort-log.ts';

const NAME = fc.option(fc.constantFrom('a', 'b'));
const ENTRY = fc.record({
  id: fc.option(fc.constantFrom('9', '10', '010', '12345678901234567890')),
  at: fc.option(fc.constantFrom(0, 999_999_999_999, 1_000_000_000_000)),
  text: fc.constantFrom('', 'x'),
  fromInstitution: NAME,
  toInstitution: NAME,
  toInstitutionId: fc.constant(null),
  statusBefore: NAME,
  statusAfter: NAME,
});

describe('sortLog()', () => {
  it('gives the same entries one order', () => {
    const orders = fc
      .array(ENTRY, { maxLength: 12 })
      .chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })));
    fc.assert(
      fc.property(orders, ([entries, shuffled]) => {
        expect(sortLog(shuffled)).toEqual(sortLog(entries));
      }),
    );
  });

  it('goes by time, then by the number that the id is', () => {
    fc.assert(
      fc.property(fc.array(ENTRY, { maxLength: 12 }), (entries) => {
        const keys = sortLog(entries).map(({ at, id }) => [BigInt(at ?? 0), BigInt(id ?? 0)] as const);
        for (const [index, [at, id]] of keys.slice(1).entries()) {
          const [atBefore, idBefore] = keys[index] ?? [0n, 0n];
          expect(atBefore < at || (atBefore === at && idBefore <= id)).toBe(true);
        }
      }),
    );
  });
});
