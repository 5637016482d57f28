/** What Istanbul's report says of one file, as far as it is read here. */
export interface FileCoverage {
  readonly path: string;
  readonly branchMap: Readonly<Record<string, Branch>>;
  /** How often each way of a branch was taken. */
  readonly b: Readonly<Record<string, readonly number[]>>;
  readonly fnMap: Readonly<Record<string, { readonly name: string; readonly loc: Place }>>;
  /** How often each function was called. */
  readonly f: Readonly<Record<string, number>>;
}

interface Branch {
  readonly type: 'if' | 'cond-expr' | 'binary-expr' | 'default-arg' | 'switch';
  readonly loc: Place;
  /** Of each way; an `else` that is not written has none. */
  readonly locations: readonly Partial<Place>[];
}

interface Place {
  readonly start: { readonly line?: number; readonly column?: number };
}

export interface FileBranches {
  readonly path: string;
  /** Number of branches. */
  readonly all: number;
  /** `line:column what` of each that was not taken, in the order of the file. */
  readonly gaps: readonly string[];
  /** The same of each function that was not called: it may have no branch. */
  readonly uncalled: readonly string[];
}

const WAYS = {
  if: (index) => (index === 0 ? 'if: never so' : 'if: always so'),
  'cond-expr': (index) => (index === 0 ? '? : its first value' : '? : its second value'),
  'binary-expr': (index) => `&& || ??: its ${ORDINALS[index] ?? 'last'} operand`,
  'default-arg': () => 'a default value',
  switch: (index) => `switch: its ${ORDINALS[index] ?? `${index + 1}th`} case`,
} as const satisfies Record<Branch['type'], (index: number) => string>;

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** The branches of one file, and those that nothing took. */
export function branchesOf({ path, branchMap, b, fnMap, f }: FileCoverage): FileBranches {
  const ways = Object.entries(branchMap).flatMap(([id, { type, loc, locations }]) =>
    (b[id] ?? []).map((count, index) => ({
      count,
      ...{ line: 0, column: 0, ...loc.start, ...locations[index]?.start },
      what: WAYS[type](index),
    })),
  );
  const calls = Object.entries(fnMap).map(([id, { name, loc }]) => ({
    count: f[id] ?? 0,
    ...{ line: 0, column: 0, ...loc.start },
    what: `${name}() is not called`,
  }));
  return { path, all: ways.length, gaps: untried(ways), uncalled: untried(calls) };
}

interface Tried {
  readonly count: number;
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

function untried(all: readonly Tried[]): readonly string[] {
  return (
    all
      // A count below zero is none: it was worked out from others that a generator's pauses had raised.
      .filter(({ count }) => count === 0)
      .sort((one, other) => one.line - other.line || one.column - other.column)
      .map(({ line, column, what }) => `${line}:${column + 1} ${what}`)
  );
}
