import type { FileBranches } from './branches-of.ts';

export interface Verdict {
  readonly isEnough: boolean;
  /** For a person: each branch that should have been taken, then the sums. */
  readonly lines: readonly string[];
}

/** Of what is not pure, this much is enough: failing disks and processes that end are tried from outside. */
const REST_SHARE = 0.9;

/** Every branch of the pure core must have been taken, and each of its functions called; nine of ten branches of the rest. */
export function judgeBranches(files: readonly FileBranches[], isPure: (path: string) => boolean): Verdict {
  const core = files.filter(({ path }) => isPure(path));
  const rest = files.filter(({ path }) => !isPure(path));
  const [coreSum, restSum] = [sumOf(core), sumOf(rest)];
  // A report without a core is none.
  const coreGaps = core.flatMap((file) => named(file, [...file.gaps, ...file.uncalled]));
  const isCoreEnough = coreSum.all > 0 && coreGaps.length === 0;
  const isRestEnough = restSum.taken >= restSum.all * REST_SHARE;
  return {
    isEnough: isCoreEnough && isRestEnough,
    lines: [
      ...coreGaps,
      ...(isRestEnough ? [] : rest.flatMap((file) => named(file, file.gaps))),
      sumLine('pure core', coreSum, '100 %'),
      sumLine('the rest', restSum, `${REST_SHARE * 100} %`),
    ],
  };
}

interface Sum {
  readonly all: number;
  readonly taken: number;
}

function sumOf(files: readonly FileBranches[]): Sum {
  const all = files.reduce((sum, file) => sum + file.all, 0);
  return { all, taken: all - files.reduce((sum, file) => sum + file.gaps.length, 0) };
}

function named({ path }: FileBranches, gaps: readonly string[]): readonly string[] {
  return gaps.map((gap) => `not taken: ${path}:${gap}`);
}

function sumLine(name: string, { all, taken }: Sum, wanted: string): string {
  // Rounded down: what is not all of it never reads as if it were.
  const share = all === 0 ? 100 : Math.floor((taken / all) * 1000) / 10;
  return `branches: ${name} ${taken} of ${all} taken, ${share} % (${wanted} wanted)`;
}
