import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

/** Who holds a ledger: told to whoever is refused. */
export const Holder = z.object({ pid: z.number(), host: z.string(), since: z.string() });
export type Holder = z.infer<typeof Holder>;

/** Writes down who holds the ledger. Only a courtesy: the lock itself is `holdLock`. */
export function writeHolder(file: string, holder: Holder): () => void {
  writeFileSync(file, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

export function readHolder(file: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
