/**
 * The key under which a name is compared. White space (no-break spaces too), compatibility forms and case do not count:
 * LAPOR! writes ten of its category names with no-break spaces and spells its statuses in several ways.
 */
export function foldName(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
