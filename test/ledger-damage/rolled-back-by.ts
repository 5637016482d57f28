import { join } from 'node:path';
import { type LedgerLocation, openLedger } from '../../src/ledger/open-ledger.ts';
import { LedgerRefusedError } from '../../src/ledger/sqlite/ledger-refused-error.ts';
import { makeLocation } from '../ledger/make-location.ts';
import { copyFiles, oneCommit } from './copy-files.ts';

/** What opening says: `fits`, or why the ledger is refused. */
export async function verdictOn(location: LedgerLocation): Promise<string> {
  try {
    await (await openLedger(location, { create: true })).close();
    return 'fits';
  } catch (error) {
    return error instanceof LedgerRefusedError ? error.refusal : String(error);
  }
}

/** Lives for so many commits, then puts the ledger back to each moment between them, the oldest first; and to the last. */
export async function rolledBackBy(commits: number): Promise<readonly string[]> {
  const location = makeLocation();
  const kept = (step: number) => join(location.file, '..', 'kept', String(step), 'ledger.sqlite');
  const ledger = await openLedger(location, { create: true });
  for (let step = 0; step < commits; step += 1) {
    copyFiles(location.file, kept(step));
    await oneCommit(ledger, step);
  }
  copyFiles(location.file, kept(commits));
  await ledger.close();
  const verdicts: string[] = [];
  for (let step = 0; step <= commits; step += 1) {
    copyFiles(kept(step), location.file);
    verdicts.push(await verdictOn(location));
  }
  return verdicts;
}
