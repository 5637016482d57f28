import type { ExportNames } from '../national/export-reader.ts';
import type { Institution } from '../national/national-system.ts';
import { foldName } from './fold-name.ts';
import type { Config } from './to-config.ts';

/**
 * The maps, read backwards, for an export that tells names: a category by the local one of the same name, an institution by
 * institutions.yaml or else by LAPOR!'s own master (E1).
 */
export function exportNames({ maps, national }: Config, master: readonly Institution[]): ExportNames {
  const classifications = new Map(
    Object.entries(national.create.classifications).map(([kind, id]) => [foldName(kind.replaceAll('_', ' ')), id]),
  );
  const institutions = new Map(master.map(({ id, name }) => [foldName(name), id]));
  const text = (id: number | null | undefined) => (id === null || id === undefined ? null : String(id));
  return {
    categoryId: (name) => text(maps.categories.byName[foldName(name)]?.categoryId),
    classificationId: (name) => text(classifications.get(foldName(name))),
    institutionId: (name) =>
      text(maps.institutions.byName[foldName(name)]?.id) ?? institutions.get(foldName(name)) ?? null,
  };
}
