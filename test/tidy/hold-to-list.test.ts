import { describe, expect, it } from 'vitest';
import { holdToList } from './hold-to-list.ts';

const FOUND = new Map([
  ['a.ts', ['a.ts:1 waits']],
  ['b/c.ts', ['b/c.ts:2 waits', 'b/c.ts:3 waits']],
  ['b/d.ts', []],
]);

describe('holdToList()', () => {
  it('lets pass what is listed by path and by folder', () => {
    expect(holdToList(FOUND, ['a.ts', 'b/'])).toEqual([]);
  });

  it('gives every finding of a file that is not listed', () => {
    expect(holdToList(FOUND, ['a.ts'])).toEqual(['b/c.ts:2 waits', 'b/c.ts:3 waits']);
  });

  it('does not take a path for a folder or a folder for a path', () => {
    expect(holdToList(new Map([['bc.ts', ['bc.ts:1 waits']]]), ['b'])).toEqual([
      'bc.ts:1 waits',
      'b is listed without need',
    ]);
  });

  it('refuses an entry whose file is gone or has nothing to excuse', () => {
    expect(holdToList(FOUND, ['a.ts', 'b/c.ts', 'b/d.ts', 'gone/'])).toEqual([
      'b/d.ts is listed without need',
      'gone/ is listed without need',
    ]);
  });

  it('refuses an entry out of order or twice', () => {
    expect(holdToList(FOUND, ['b/', 'a.ts', 'a.ts'])).toEqual([
      'a.ts is listed out of order',
      'a.ts is listed out of order',
    ]);
  });
});
