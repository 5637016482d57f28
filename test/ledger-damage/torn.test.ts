import { expect, it } from 'vitest';
import { tornBy } from './torn-by.ts';

/** The long form is `torn.proof.ts`. */
it('refuses a ledger whose log lost what was acknowledged, and uses one that lost only what was not', async () => {
  const verdicts = await tornBy(10, (all) => all.filter((_, index) => index % 8 === 0));

  expect(verdicts.length).toBeGreaterThan(8);
  for (const { at, isBeforeMiddle, middle, end } of verdicts) {
    expect({ at, middle, end }).toEqual({ at, middle: isBeforeMiddle ? 'rolled-back' : 'fits', end: 'rolled-back' });
  }
});
