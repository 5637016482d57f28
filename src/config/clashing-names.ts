import { foldName } from './fold-name.ts';

/** A name and where it stands. */
export interface NameAt {
  readonly name: string;
  readonly path: PropertyKey[];
  /** The entry it belongs to, as the file writes it. */
  readonly entry: string;
}

/** Names that are empty, or that fold to the same key as an earlier one: which entry was meant could not be told. */
export function clashingNames(
  names: readonly NameAt[],
): readonly { readonly path: PropertyKey[]; readonly message: string }[] {
  const first = new Map<string, NameAt>();
  return names.flatMap((current) => {
    const key = foldName(current.name);
    if (key === '') return [{ path: current.path, message: 'a name must not be empty' }];
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, current);
      return [];
    }
    return [{ path: current.path, message: `"${current.name}" is already a name of "${earlier.entry}"` }];
  });
}
