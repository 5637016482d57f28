import { foldName } from './fold-name.ts';
import type { Config } from './to-config.ts';

type Institutions = Config['maps']['institutions'];

/** LAPOR!'s institution for an OPD name, code or alias; `mapped: false` where the default had to stand in. */
export function findInstitution(
  institutions: Institutions,
  name: string | null,
): Institutions['default'] & { readonly mapped: boolean } {
  const found = name === null ? undefined : institutions.byName[foldName(name)];
  const { id, ours } = found ?? institutions.default;
  return { id, ours, mapped: found !== undefined };
}
