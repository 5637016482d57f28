import { closeSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const KEEP_DAYS = 14;

/** A log file (mode 0600) that is renamed to `<file>.YYYY-MM-DD` when its UTC day is over; fourteen of those are kept. */
export function openLogFile(file: string, now: () => number): { write(line: string): void } {
  let day = dayOfExisting(file) ?? dayOf(now());
  let handle = openSync(file, 'a', 0o600);
  return {
    write(line) {
      const today = dayOf(now());
      // A clock set back goes on in the same file: a day that was put away already would be overwritten.
      if (today > day) {
        closeSync(handle);
        renameSync(file, `${file}.${day}`);
        removeOld(file);
        handle = openSync(file, 'a', 0o600);
        day = today;
      }
      writeSync(handle, line);
    },
  };
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function dayOfExisting(file: string): string | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined || stat.size === 0 ? null : dayOf(stat.mtimeMs);
}

function removeOld(file: string): void {
  const prefix = `${basename(file)}.`;
  const rotated = readdirSync(dirname(file)).filter(
    (name) => /^\d{4}-\d{2}-\d{2}$/.test(name.slice(prefix.length)) && name.startsWith(prefix),
  );
  for (const name of rotated.sort().slice(0, -KEEP_DAYS)) rmSync(join(dirname(file), name));
}
