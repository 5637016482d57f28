import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Gate } from '../../http/gate.ts';
import type { Read } from '../../http/outcome.ts';
import type { LocalSystem } from '../local-system.ts';
import { readFailed } from '../rest/read-failed.ts';
import { photoSource } from './photo-source.ts';

export interface PhotoReaderDeps {
  /** Folder, address of the web, or `null`. */
  readonly photoBase: string | null;
  readonly gate: Gate;
  /** Asks for addresses of the web; `null` where none may be asked. */
  readonly web: LocalSystem['fetchAttachment'] | null;
}

/** Reads photos out of a mounted folder, or has them fetched. */
export function createPhotoReader({ photoBase, gate, web }: PhotoReaderDeps): LocalSystem['fetchAttachment'] {
  return async (told, maxBytes, stop) => {
    const source = photoSource(told, photoBase);
    if (source.kind === 'refused') return readFailed('refused', source.detail);
    if (source.kind === 'web') {
      return web === null ? readFailed('refused', 'foreign-host') : await web(source.url, maxBytes, stop);
    }
    const permit = await gate.enter(stop);
    if (permit === null || photoBase === null) return readFailed('unreachable', 'stopped');
    try {
      return await readFileUnder(photoBase, source.path, maxBytes);
    } finally {
      permit.release();
    }
  };
}

/** The folder itself must be there: without its mount every photo would be missing. */
async function readFileUnder(folder: string, path: string, maxBytes: number): Promise<Read<Uint8Array>> {
  const base = await realpath(folder).catch(() => null);
  if (base === null) return readFailed('unreachable', 'no-photo-base');
  const real = await realpath(join(base, path)).catch(() => null);
  if (real === null) return readFailed('not-found', 'no-file');
  // A link may lead anywhere.
  if (!real.startsWith(base + sep)) return readFailed('refused', 'bad-path');
  // Looked at before it is opened: opening a pipe would wait for ever.
  const found = await stat(real);
  if (!found.isFile()) return readFailed('refused', 'bad-path');
  if (found.size > maxBytes) return readFailed('refused', 'too-large');
  const bytes = await readFile(real).catch(() => null);
  if (bytes === null) return readFailed('refused', 'no-right');
  return bytes.length === 0 ? readFailed('malformed', 'empty') : { ok: true, value: bytes };
}
