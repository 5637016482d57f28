import { existsSync } from 'node:fs';
import type { Config } from '../../config/to-config.ts';
import { anchorFile } from '../../ledger/sqlite/anchor-file.ts';
import { LedgerRefusedError } from '../../ledger/sqlite/ledger-refused-error.ts';
import type { LedgerFacts } from '../../ledger/sqlite/verify-ledger.ts';
import { inspectOwnLedger, ledgerFile } from '../open-bridge.ts';
import { say } from '../say.ts';
import type { DoctorFinding } from './doctor-finding.ts';

export interface LedgerChecked {
  readonly findings: readonly DoctorFinding[];
  /** `null`: there is none, or it cannot be used. */
  readonly facts: LedgerFacts | null;
}

/**
 * Whether the ledger can be used: whole from its first page to its last, its history one chain, and as its anchor says. One
 * that was lost is not told of here: `run` says what it does about it.
 */
export function checkLedger(config: Config): LedgerChecked {
  const { locale } = config;
  const file = ledgerFile(config);
  if (!existsSync(file) && !existsSync(anchorFile(file))) {
    const repair = say(locale, 'doctor.ledger.none.repair');
    const meaning = say(locale, 'doctor.ledger.none', { file });
    return { findings: [{ check: 'ledger', severity: 'note', meaning, repair }], facts: null };
  }
  try {
    return { findings: [], facts: inspectOwnLedger(config) };
  } catch (error) {
    if (!(error instanceof LedgerRefusedError)) throw error;
    const meaning = say(locale, `refused.${error.refusal}`, { file: error.file, anchor: anchorFile(error.file) });
    const repair = say(locale, 'doctor.ledger.repair');
    return { findings: [{ check: 'ledger', severity: 'refused', meaning, repair }], facts: null };
  }
}
