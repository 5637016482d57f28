import { isAbsolute, join, normalize } from 'node:path';

/** A path of the configuration file, which is relative to the file's own folder. */
export function resolvePath(folder: string, path: string): string {
  return isAbsolute(path) ? normalize(path) : join(folder, path);
}
