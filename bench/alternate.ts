/** Milliseconds that two things took in one round. */
export interface Round {
  readonly ours: number;
  readonly theirs: number;
}

export interface Turns {
  readonly rounds: number;
  /** Each gives the milliseconds of what it measured: what it prepares and clears away does not count. */
  readonly ours: () => Promise<number>;
  readonly theirs: () => Promise<number>;
}

/** The middle of several rounds, and how far they lay apart. */
export interface Spread {
  readonly median: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Measures two things in turn (A B A B …), after one round that does not count: whatever else runs on the machine slows both
 * sides of a ratio alike.
 */
export async function alternate({ rounds, ours, theirs }: Turns): Promise<readonly Round[]> {
  await ours();
  await theirs();
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push({ ours: await ours(), theirs: await theirs() });
  return measured;
}

export async function msOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Of one number of each round; the median is that of an odd number of rounds. */
export function spreadOf(rounds: readonly Round[], numberOf: (round: Round) => number): Spread {
  const sorted = rounds.map(numberOf).toSorted((one, other) => one - other);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { median: at((sorted.length - 1) / 2), from: at(0), to: at(sorted.length - 1) };
}
