import { describe, expect, it } from 'vitest';
import { foreignWords } from './checks/foreign-words.ts';

describe('foreignWords()', () => {
  // Each is put together from halves, so that this file passes the check that it tests.
  it.each([
    ['see /wo', 'rk/main'],
    ["'/fa", "rm/tool'"],
    ['../sha', 'red/contract/page'],
    ['sha', 'red/design.md'],
    ['.libr', 'ary/x'],
    ['fa', 'rm-bench run'],
    ['Cla', 'ude wrote'],
    ['by ANTH', 'ROPIC'],
    ['sub', 'agents'],
    ['an AI ag', 'ent'],
    ['a language mo', 'del'],
    ['AG', 'ENTS.md'],
    ['closes issue ', '#12'],
    ['issue ', '2 says'],
    ['NIK 36', '73012345678901.'],
  ])('refuses %s%s', (first, second) => {
    expect(foreignWords([{ path: 'a.md', text: `x\n${first}${second}\n` }])).toHaveLength(1);
  });

  it.each([
    ['framework/main.ts and https://example.org/work/plan'],
    ['an HTTP agent, agents of a pool'],
    ['issues are reported by citizens'],
    ['NIK 9973012345678901'],
    [`order ${'1'}36${'73012345678901'}`],
    ['shared data'],
  ])('lets pass %s', (text) => {
    expect(foreignWords([{ path: 'a.md', text }])).toEqual([]);
  });
});
