import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './source-file.ts';

/** What is made, installed or kept here, but not written here. */
const NOT_OURS = /^(\.git|node_modules|coverage|data|dist(-.*)?)$/;

/** Every text file of the tree, sorted by path. A file with a NUL byte is taken for a picture and left out. */
export function readTree(root: string): readonly SourceFile[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => !NOT_OURS.test(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? pathsUnder(root, entry.name) : [entry.name]))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter((file) => !file.text.includes('\0'));
}

function pathsUnder(root: string, directory: string): readonly string[] {
  return readdirSync(join(root, directory), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? pathsUnder(root, `${directory}/${entry.name}`) : [`${directory}/${entry.name}`],
  );
}
