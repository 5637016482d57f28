import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SOURCES = ['src', 'config'];

/**
 * One hash over everything `dist/` is built from: names and bytes of `src/`, `config/`, the compiler's
 * settings and the versions of the packages that go in.
 * Times are left out, since a checkout or a copy changes them without changing anything.
 * @param {string} root
 * @returns {string} SHA-256, hex
 */
export function sourceHash(root) {
  const settings = readdirSync(root).filter((name) => /^(tsconfig.*|package-lock)\.json$/.test(name));
  const paths = [
    ...settings.map((name) => join(root, name)),
    ...SOURCES.flatMap((name) => filesUnder(join(root, name))),
  ];
  const hash = createHash('sha256');
  for (const path of paths.sort()) {
    const bytes = readFileSync(path);
    hash.update(`${relative(root, path)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** @param {string} directory @returns {string[]} */
function filesUnder(directory) {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
