import { basename, dirname, extname, join } from 'node:path';

/**
 * What of a folder is the ledger's own, by the names in it: its files, and the folder itself where nothing else is there. A
 * folder that others use (`/var/log`, `/var/lib`) is never taken from them.
 */
export function ownFiles(ledger: string, names: readonly string[]): readonly string[] {
  const stem = basename(ledger, extname(ledger));
  const own = names.filter((name) => name === stem || name.startsWith(`${stem}.`));
  const isOurs = names.every((name) => own.includes(name) || name === '.gitkeep');
  const folder = dirname(ledger);
  return [...(isOurs ? [folder] : []), ...own.map((name) => join(folder, name))];
}
