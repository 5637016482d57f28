/** Of how many parts a text says that it is one: `(2/3)` begins its first line. One that says nothing is whole. */
export function partsOf(text: string): number {
  return Number(/^\s*\(\d{1,2}\/(\d{1,2})\)/.exec(text)?.[1] ?? 1);
}
