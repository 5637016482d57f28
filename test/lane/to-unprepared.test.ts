import { describe, expect, it } from 'vitest';
import { toUnprepared } from '../../src/lane/to-unprepared.ts';

/** A fault with this stack, whose message names a citizen. */
function fault(stack: string | undefined): unknown {
  return Object.assign(new TypeError('Sari Dewi'), { stack });
}

describe('toUnprepared()', () => {
  it.each<readonly [string, unknown, string, string | null]>([
    [
      'a bug',
      fault('TypeError: Sari Dewi\n    at to (file:///opt/dist/main.js:3:14)\n    at x (y.js:1:1)'),
      'TypeError',
      'main.js:3:14',
    ],
    ['a bug of nobody knows where', fault(undefined), 'TypeError', null],
    ['a bug without a place', fault('TypeError: Sari Dewi'), 'TypeError', null],
    ['what is no error', 'Sari Dewi', 'string', null],
  ])('tells of %s its kind and its place, and never its words', (_name, thrown, error, where) => {
    expect(toUnprepared(thrown)).toEqual({ type: 'unprepared', error, where });
  });
});
