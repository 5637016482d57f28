import { describe, expect, it } from 'vitest';
import { only } from '../../src/ledger/verb.ts';

describe('only()', () => {
  it('gives the row that there always is', () => {
    const verb = only('select 1 as one');
    verb.next();

    expect(verb.next([{ one: 1 }])).toEqual({ done: true, value: { one: 1 } });
  });

  it('takes a missing one for a bug', () => {
    const verb = only('select 1');
    verb.next();

    expect(() => verb.next([])).toThrow('no row: select 1');
  });
});
