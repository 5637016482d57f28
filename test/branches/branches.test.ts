import { describe, expect, it } from 'vitest';
import { branchesOf, type FileBranches, type FileCoverage } from './branches-of.ts';
import { judgeBranches } from './judge-branches.ts';

const at = (line: number, column: number) => ({ start: { line, column } });

/** A file with one branch of each type, and a function, none of which anything ever took. */
const UNTRIED: FileCoverage = {
  path: 'src/a.ts',
  branchMap: {
    0: { type: 'switch', loc: at(9, 2), locations: [at(10, 4), at(11, 4)] },
    1: { type: 'if', loc: at(3, 2), locations: [at(3, 2), { start: {} } as object] },
    2: { type: 'cond-expr', loc: at(4, 0), locations: [at(4, 5), at(4, 9)] },
    3: { type: 'binary-expr', loc: at(5, 0), locations: [at(5, 0), at(5, 8)] },
    4: { type: 'default-arg', loc: at(2, 11), locations: [at(2, 15)] },
  },
  b: { 0: [0, 0], 1: [0, 0], 2: [0, 0], 3: [0, 0], 4: [0] },
  fnMap: { 0: { name: 'a', loc: at(2, 0) } },
  f: { 0: 0 },
};

describe('branchesOf()', () => {
  it('names each way that was not taken, in the order of the file', () => {
    expect(branchesOf(UNTRIED)).toEqual({
      path: 'src/a.ts',
      all: 9,
      gaps: [
        '2:16 a default value',
        '3:3 if: never so',
        '3:3 if: always so',
        '4:6 ? : its first value',
        '4:10 ? : its second value',
        '5:1 && || ??: its first operand',
        '5:9 && || ??: its second operand',
        '10:5 switch: its first case',
        '11:5 switch: its second case',
      ],
      uncalled: ['2:1 a() is not called'],
    });
  });

  it('names none that was', () => {
    const b = { 0: [1, 1], 1: [1, 0], 2: [1, 1], 3: [1, 7], 4: [1] };
    const { gaps, uncalled } = branchesOf({ ...UNTRIED, b, f: { 0: 1 } });
    expect({ gaps, uncalled }).toEqual({ gaps: ['3:3 if: always so'], uncalled: [] });
  });
});

describe('judgeBranches()', () => {
  const file = (path: string, all: number, ...gaps: readonly string[]): FileBranches => ({
    path,
    all,
    gaps,
    uncalled: [],
  });
  const CORE = file('pure/a.ts', 5);
  const isPure = (path: string) => path.startsWith('pure/');

  it.each<readonly [string, readonly FileBranches[], boolean, readonly string[]]>([
    ['all is taken', [file('pure/a.ts', 5), file('b.ts', 10)], true, []],
    ['one way of the core is not', [file('pure/a.ts', 999, '1:1 x'), file('b.ts', 9)], false, ['pure/a.ts:1:1 x']],
    ['nine of ten of the rest are', [CORE, file('b.ts', 5, '1:1 x'), file('c.ts', 5)], true, []],
    [
      'fewer of the rest are',
      [CORE, file('b.ts', 5, '1:1 x'), file('c.ts', 14, '2:2 y')],
      false,
      ['b.ts:1:1 x', 'c.ts:2:2 y'],
    ],
    [
      'a function of the core is not called',
      [
        { ...CORE, uncalled: ['1:1 y'] },
        { ...file('b.ts', 9), uncalled: ['1:1 z'] },
      ],
      false,
      ['pure/a.ts:1:1 y'],
    ],
    ['no file is of the core', [file('b.ts', 1)], false, []],
  ])('where %s', (_what, files, isEnough, gaps) => {
    const verdict = judgeBranches(files, isPure);
    expect(verdict.isEnough).toBe(isEnough);
    expect(verdict.lines.slice(0, -2)).toEqual(gaps.map((gap) => `not taken: ${gap}`));
  });

  it('ends with the sums, and rounds none up', () => {
    const { lines } = judgeBranches([file('pure/a.ts', 2591, '1:1 x'), file('b.ts', 3, '2:2 y')], isPure);
    expect(lines.slice(-2)).toEqual([
      'branches: pure core 2590 of 2591 taken, 99.9 % (100 % wanted)',
      'branches: the rest 2 of 3 taken, 66.6 % (90 % wanted)',
    ]);
  });
});
