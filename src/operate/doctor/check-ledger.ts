import { existsSync } from 'node:fs';
import type { Config } from '../../config/to-config.ts';
import { anchorFile } from '../../ledger/sqlite/anchor-file.ts';
import { LedgerRefusedError } from '../../ledger/sqlite/ledger-refused-error.ts';
import { ledgerFile, openForReading } from '../open-bridge.ts';
import { say } from '../say.ts';
import type { DoctorFinding } from './doctor-finding.ts';

/** Whether the ledger can be used. One that was lost is not told of here: `run` says what it does about it. */
export async function checkLedger(config: Config): Promise<readonly DoctorFinding[]> {
  const { locale } = config;
  const file = ledgerFile(config);
  if (!existsSync(file) && !existsSync(anchorFile(file))) {
    const repair = say(locale, 'doctor.ledger.none.repair');
    return [{ check: 'ledger', severity: 'note', meaning: say(locale, 'doctor.ledger.none', { file }), repair }];
  }
  try {
    await openForReading(config).close();
    return [];
  } catch (error) {
    if (!(error instanceof LedgerRefusedError)) throw error;
    const meaning = say(locale, `refused.${error.refusal}`, { file: error.file, anchor: anchorFile(error.file) });
    return [{ check: 'ledger', severity: 'refused', meaning, repair: say(locale, 'doctor.ledger.repair') }];
  }
}
