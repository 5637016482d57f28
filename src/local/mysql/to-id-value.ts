/**
 * An id as a statement compares it: a whole number for a column of whole numbers, exactly, however large; else text. A text
 * that is none, for such a column, stays text and finds nothing.
 */
export function toIdValue(id: string, isInteger: boolean): string | bigint {
  return isInteger && /^\d{1,20}$/.test(id) ? BigInt(id) : id;
}
