import { isRecord } from './is-record.ts';
import { mapsSection } from './maps-section.ts';
import type { MapFiles } from './read-maps.ts';
import { resolvePath } from './resolve-path.ts';

/**
 * Where the maps are, as far as an unchecked document tells: so that their problems can be told beside the document's
 * own.
 */
export function mapFiles(document: unknown, folder: string): MapFiles {
  const named = isRecord(document) && isRecord(document.maps) ? document.maps : {};
  const defaults = mapsSection.parse({});
  const fileOf = (map: keyof MapFiles): string => {
    const path = named[map];
    return resolvePath(folder, typeof path === 'string' && path !== '' ? path : defaults[map]);
  };
  return {
    categories: fileOf('categories'),
    institutions: fileOf('institutions'),
    statuses: fileOf('statuses'),
    deadlines: fileOf('deadlines'),
    holidays: fileOf('holidays'),
  };
}
