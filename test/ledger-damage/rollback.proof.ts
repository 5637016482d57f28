import { expect, it } from 'vitest';
import { rolledBackBy } from './rolled-back-by.ts';

it('notices a ledger rolled back by 1 to 200 commits, always', async () => {
  expect(await rolledBackBy(200)).toEqual([...Array(200).fill('rolled-back'), 'fits']);
});
