/** Numbers that citizens write beside one another, in folded text. Each has fewer digits than a NIK. */
const ORDINARY = [
  /^(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d$/, // 31-07-2026
  /^(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])$/, // 2026-07-31
  /^(?:[01]?\d|2[0-3])\.[0-5]\d(?:\.[0-5]\d)?$/, // 08.00, 08.00.59
  /^\d{1,3}(?:\.\d{3}){1,4}$/, // 10.000.000
  /^(?:62[ .-]?|0)8\d{2}[ .-]?\d{3,4}[ .-]?\d{2,5}$/, // 0812-3456-7890, 62 812 3456 7890
  /^0\d{2,3}[ -]\d{6,8}$/, // 0254-200123
] as const;
const SMALL = /^\d{1,2}$/;

/** Longer ones are no row of a few numbers any more. */
const MAX_RUN_LENGTH = 120;
const GROUPS_PER_NUMBER = 5;

/**
 * Whether a run of digit groups, joined by single separators, is wholly made of dates, times, amounts and telephone
 * numbers, such as `0812-3456-7890/0813-4567-8901` or `01-07-2026 08.00-16.00`; a number of one or two digits may stand
 * before and behind them (`… 08.00-16.00 2 kali`). Anything left unexplained says no.
 */
export function isOrdinaryNumbers(run: string): boolean {
  if (run.length > MAX_RUN_LENGTH) return false;
  const pieces = run.split(/([ ./_-])/);
  const groups = (pieces.length + 1) / 2;
  const explained = new Set([0]);
  for (let from = 0; from < groups; from += 1) {
    if (!explained.has(from)) continue;
    for (let to = from + 1; to <= Math.min(from + GROUPS_PER_NUMBER, groups); to += 1) {
      const number = pieces.slice(2 * from, 2 * to - 1).join('');
      const isAtEdge = from === 0 || to === groups;
      if (endsNumber(pieces[2 * to - 1]) && isOrdinary(number, isAtEdge)) explained.add(to);
    }
  }
  return explained.has(groups);
}

function isOrdinary(number: string, isAtEdge: boolean): boolean {
  return (isAtEdge && SMALL.test(number)) || ORDINARY.some((shape) => shape.test(number));
}

/** Dots and underscores hold one number together; two numbers stand apart by a blank, a slash or a dash, or at the end. */
function endsNumber(separator: string | undefined): boolean {
  return separator === undefined || [' ', '/', '-'].includes(separator);
}
