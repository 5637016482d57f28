/** A query value such as `page=3` as a whole number from 1, else `fallback`. */
export function wholeNumber(value: string | null, fallback: number): number {
  return value !== null && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : fallback;
}
