import { posix } from 'node:path';

/** Path of an imported file of ours, relative to the root; `null` for a package or a module of Node. */
export function resolveImport(importer: string, from: string): string | null {
  return from.startsWith('.') ? posix.join(posix.dirname(importer), from) : null;
}
