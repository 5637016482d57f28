import { expect, it } from 'vitest';
import { rolledBackBy } from './rolled-back-by.ts';

/** The long form is `rollback.proof.ts`. */
it('notices a ledger rolled back by any number of commits, those without a line of history included', async () => {
  expect(await rolledBackBy(12)).toEqual([...Array(12).fill('rolled-back'), 'fits']);
});
