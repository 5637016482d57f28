import { expect, it } from 'vitest';
import { tornBy } from './torn-by.ts';

it('refuses a ledger whose log is torn anywhere in what was acknowledged', async () => {
  const verdicts = await tornBy(40, (all) => all);

  expect(verdicts.length).toBeGreaterThan(64);
  for (const { at, isBeforeMiddle, middle, end } of verdicts) {
    expect({ at, middle, end }).toEqual({ at, middle: isBeforeMiddle ? 'rolled-back' : 'fits', end: 'rolled-back' });
  }
});
