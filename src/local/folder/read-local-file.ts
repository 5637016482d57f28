import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Read } from '../../http/outcome.ts';
import { readFailed } from '../rest/read-failed.ts';

/**
 * The bytes of a file that a table names by its path within `folder`. A path that leads out of it, by dots or by a link, is
 * refused: whoever may drop a table may not read this machine.
 */
export async function readLocalFile(folder: string, path: string, maxBytes: number): Promise<Read<Uint8Array>> {
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, path.replaceAll('\\', '/')));
    if (!file.startsWith(root + sep)) return readFailed('refused', 'bad-url');
    const facts = await stat(file);
    if (!facts.isFile()) return readFailed('refused', 'bad-url');
    if (facts.size > maxBytes) return readFailed('refused', 'too-large');
    const bytes = await readFile(file);
    if (bytes.length > maxBytes) return readFailed('refused', 'too-large');
    return bytes.length === 0 ? readFailed('malformed', 'empty') : { ok: true, value: bytes };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return readFailed('not-found', 'not-found');
    if (code === 'ERR_INVALID_ARG_VALUE' || code === 'ENAMETOOLONG' || code === 'ELOOP')
      return readFailed('refused', 'bad-url');
    return readFailed('unreachable', 'folder');
  }
}
