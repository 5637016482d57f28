/** Ids in the order of their last change, oldest first, then by id: what a list endpoint sorts by. */
export interface ChangeOrder {
  /** Notes that `id` was changed at `atMs`. */
  touch(id: number, atMs: number): void;
  /** Ids changed at or after `sinceMs` (`null`: all). Compared by the whole second, as a DATETIME column holds it. */
  since(sinceMs: number | null): readonly number[];
}

/** Kept sorted at every change: reading and writing take turns while a bridge runs, and sorting anew each time is slow. */
export function createChangeOrder(): ChangeOrder {
  // Side by side, sorted by second and then by id.
  const ids: number[] = [];
  const seconds: number[] = [];
  const secondOf = new Map<number, number>();

  function touch(id: number, atMs: number): void {
    const second = Math.floor(atMs / 1000);
    const before = secondOf.get(id);
    if (before === second) return;
    if (before !== undefined) {
      const oldPlace = place(before, id);
      ids.splice(oldPlace, 1);
      seconds.splice(oldPlace, 1);
    }
    const newPlace = place(second, id);
    ids.splice(newPlace, 0, id);
    seconds.splice(newPlace, 0, second);
    secondOf.set(id, second);
  }

  function since(sinceMs: number | null): readonly number[] {
    return ids.slice(sinceMs === null ? 0 : place(sinceMs / 1000, 0));
  }

  /** Index of the first entry that does not come before this second and id. */
  function place(second: number, id: number): number {
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const difference = (seconds[middle] ?? 0) - second || (ids[middle] ?? 0) - id;
      if (difference < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return { touch, since };
}
