/** Entries under their folded names. Without a prototype, so that a name such as `constructor` finds nothing. */
export function byFoldedName<Entry>(
  entries: readonly (readonly [foldedName: string, entry: Entry])[],
): Record<string, Entry> {
  const names: Record<string, Entry> = Object.create(null);
  for (const [name, entry] of entries) names[name] = entry;
  return names;
}
