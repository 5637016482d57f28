/**
 * True for an id that the shipped maps hold in place of LAPOR!'s own, which are not public. LAPOR!'s own have at most
 * six digits as far as is known (contract page, E4 and Identifiers), so the two cannot be confused.
 */
export function isPlaceholderId(id: number): boolean {
  return id >= 9_900_000 && id <= 9_999_999;
}
