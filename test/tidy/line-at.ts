/** Number of the line, from 1, that the character at `index` stands in. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
