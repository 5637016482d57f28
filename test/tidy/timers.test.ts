import { describe, expect, it } from 'vitest';
import { timers } from './checks/timers.ts';

describe('timers()', () => {
  it.each([
    ['setTimeout(act, waitMs);', 'sets a timer'],
    ['globalThis.x = setInterval (act, 9);', 'sets a timer'],
    ['fetch(url, { signal: AbortSignal.timeout(ms) });', 'sets a timer'],
    ["import { setTimeout as wait } from 'node:timers/promises';", 'imports timers'],
    ["import timers from 'timers';", 'imports timers'],
  ])('refuses %s', (text, what) => {
    expect(timers([{ path: 'a.ts', text }], [])).toEqual([`a.ts:1 ${what}`]);
  });

  it.each([['clock.sleep(ms);'], ['clearTimeout(timer);'], ['request.setTimeout(9);'], ['// setTimeout(act, 9)']])(
    'lets pass %s',
    (text) => {
      expect(timers([{ path: 'a.ts', text }], [])).toEqual([]);
    },
  );

  it('lets pass what is listed, and refuses a list that says more than is so', () => {
    const files = [{ path: 'a.ts', text: 'setTimeout(act, 9);' }];
    expect(timers(files, ['a.ts'])).toEqual([]);
    expect(timers(files, ['a.ts', 'b.ts'])).toEqual(['b.ts is listed without need']);
  });
});
