/** One element of a list that is not empty, chosen by a number in [0, 1). */
export function pick<T>(list: readonly T[], random: () => number): T {
  const chosen = list.slice(Math.floor(random() * list.length))[0];
  if (chosen === undefined) throw new RangeError('nothing to pick from');
  return chosen;
}
