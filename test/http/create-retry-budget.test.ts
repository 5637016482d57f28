import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRetryBudget, type RetryBudget } from '../../src/http/create-retry-budget.ts';

/** Requests, `true` where one repeats another because it may. */
function requestsOf(wishes: readonly boolean[]): boolean[] {
  const budget = createRetryBudget();
  return wishes.map((wish) => {
    const repeats = wish && budget.spend();
    budget.earn();
    return repeats;
  });
}

function spendAll(budget: RetryBudget): number {
  let spent = 0;
  while (budget.spend()) spent += 1;
  return spent;
}

describe('createRetryBudget()', () => {
  it('repeats ten at once, and then one for every five requests', () => {
    const budget = createRetryBudget();
    expect(spendAll(budget)).toBe(10);
    for (let i = 0; i < 24; i += 1) budget.earn();
    expect(spendAll(budget)).toBe(4);
    budget.earn();
    expect(spendAll(budget)).toBe(1);
  });

  it('saves no more than ten, however long nothing fails', () => {
    const budget = createRetryBudget();
    for (let i = 0; i < 10_000; i += 1) budget.earn();
    expect(spendAll(budget)).toBe(10);
  });

  it('keeps repetitions to a fifth of the requests and ten more, whichever of them are counted', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 300 }), fc.nat(300), fc.nat(300), (wishes, one, other) => {
        const some = requestsOf(wishes).slice(Math.min(one, other), Math.max(one, other));
        expect(some.filter(Boolean).length).toBeLessThanOrEqual(10 + some.length / 5);
      }),
    );
  });
});
