/** What a check found, by the path of the file it found it in. */
export type FindingsByPath = ReadonlyMap<string, readonly string[]>;

/**
 * Lets findings pass in the files named in `list` (a path, or a folder ending in `/`) and nowhere else. The list may
 * only shrink by itself: an entry that covers no finding is a finding, and so is one out of order.
 */
export function holdToList(found: FindingsByPath, list: readonly string[]): readonly string[] {
  const offenders = [...found].filter(([, findings]) => findings.length > 0);
  const unlisted = offenders.filter(([path]) => !list.some((entry) => covers(entry, path)));
  const idle = list.filter((entry) => !offenders.some(([path]) => covers(entry, path)));
  const unsorted = list.filter((entry, i) => i > 0 && entry <= (list[i - 1] ?? ''));
  return [
    ...unlisted.flatMap(([, findings]) => findings),
    ...idle.map((entry) => `${entry} is listed without need`),
    ...unsorted.map((entry) => `${entry} is listed out of order`),
  ];
}

function covers(entry: string, path: string): boolean {
  return entry.endsWith('/') ? path.startsWith(entry) : path === entry;
}
