import { foldName } from './fold-name.ts';
import type { Config } from './to-config.ts';

type Categories = Config['maps']['categories'];

/** LAPOR!'s ids for a local category; `mapped: false` where the default had to stand in. */
export function findCategory(
  categories: Categories,
  name: string | null,
): Categories['default'] & { readonly mapped: boolean } {
  const found = name === null ? undefined : categories.byName[foldName(name)];
  const { categoryId, classificationId } = found ?? categories.default;
  return { categoryId, classificationId, mapped: found !== undefined };
}
