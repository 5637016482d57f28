/** One place where a script is struck. Boundaries and writes count from 1. */
export type Point =
  | { readonly type: 'crash'; readonly at: number; readonly mode: CrashMode }
  | { readonly type: 'ledger'; readonly at: number; readonly code: LedgerCode; readonly mode: LedgerMode };

/**
 * At which boundaries, counted from the first death, the process dies: once; three times in a row before it does
 * anything; in its recovery before the write, and after that in the next one behind it.
 */
export const CRASH_MODES = { once: [0], thrice: [0, 1, 2], recovery: [0, 2, 5] } as const;
export type CrashMode = keyof typeof CRASH_MODES;

const LEDGER_CODES = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_BUSY'] as const;
export type LedgerCode = (typeof LEDGER_CODES)[number];

/** `ever`: until a person makes room, minutes later. */
const LEDGER_MODES = ['once', 'ever'] as const;
export type LedgerMode = (typeof LEDGER_MODES)[number];

/** Every place where a script that crosses so many boundaries and makes so many writes can be struck. */
export function pointsOf({ boundaries, writes }: { readonly boundaries: number; readonly writes: number }): Point[] {
  const crashes = (Object.keys(CRASH_MODES) as CrashMode[]).flatMap((mode) =>
    upTo(boundaries).map((at): Point => ({ type: 'crash', at, mode })),
  );
  const failures = LEDGER_CODES.flatMap((code) =>
    LEDGER_MODES.flatMap((mode) => upTo(writes).map((at): Point => ({ type: 'ledger', at, code, mode }))),
  );
  return [...crashes, ...failures];
}

/** How a point is written at the command line, such as `crash:17:once` or `ledger:4:SQLITE_FULL:ever`. */
export function nameOfPoint(point: Point): string {
  const { type, at, mode } = point;
  return type === 'crash' ? `crash:${at}:${mode}` : `ledger:${at}:${point.code}:${mode}`;
}

/** Reads what `nameOfPoint` wrote; `null` where it is none. */
export function parsePoint(name: string): Point | null {
  const [type, at, third = '', fourth = ''] = name.split(':');
  const position = Number(at);
  if (!Number.isInteger(position) || position < 1) return null;
  if (type === 'crash' && third in CRASH_MODES) return { type, at: position, mode: third as CrashMode };
  const code = LEDGER_CODES.find((one) => one === third);
  const mode = LEDGER_MODES.find((one) => one === fourth);
  return type === 'ledger' && code !== undefined && mode !== undefined ? { type, at: position, code, mode } : null;
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
