import type { Spread } from './alternate.ts';

/** One measured figure with its target. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `x`: a ratio of two things measured in turn, in the same run; `part`: of all, in [0, 1]. */
  readonly unit: 'x' | 'MB' | 'ms' | 's' | 'part' | 'count';
  readonly target: { readonly atLeast: number } | { readonly atMost: number };
  /** What was divided by what, and how far the rounds lay apart. */
  readonly detail: string;
}

const HEADINGS = ['figure', 'measured', 'target', '', 'how'];

/** The figures as a table for people. */
export function figureTable(figures: readonly Figure[]): string {
  const table = [HEADINGS, ...figures.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return table.map((row) => line(row).trimEnd()).join('\n');
}

/** `rounds 0.48 to 0.61`. */
export function roundsText({ from, to }: Spread): string {
  return `rounds ${from.toFixed(2)} to ${to.toFixed(2)}`;
}

function cellsOf({ name, value, unit, target, detail }: Figure): readonly string[] {
  const shown = (number: number) => {
    if (unit === 'part') return number.toFixed(4);
    if (unit === 'count') return number.toFixed(0);
    return unit === 'MB' ? `${number.toFixed(0)} MB` : `${number.toFixed(unit === 'ms' ? 1 : 2)} ${unit}`;
  };
  const [bound, isMet] =
    'atLeast' in target
      ? [`>= ${shown(target.atLeast)}`, value >= target.atLeast]
      : [`<= ${shown(target.atMost)}`, value <= target.atMost];
  return [name, shown(value), bound, isMet ? 'met' : 'MISSED', detail];
}
