import { UnsupportedError } from '../config/unsupported-error.ts';
import { MasterKeyError } from '../ledger/master-key.ts';
import { anchorFile } from '../ledger/sqlite/anchor-file.ts';
import { LedgerLockedError } from '../ledger/sqlite/hold-lock.ts';
import { readHolder } from '../ledger/sqlite/holder.ts';
import { LedgerRefusedError } from '../ledger/sqlite/ledger-refused-error.ts';
import { codeOf } from './code-of.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { ConfigError, holderFile } from './open-bridge.ts';
import { problemLines } from './problem-lines.ts';
import { type Locale, type Phrase, say } from './say.ts';

/**
 * Tells a person what stopped a command and what to do about it; gives its exit code. Texts of errors are never shown. Where
 * storage failed, `folder` is the one to look at: the ledger's, as far as it is known.
 */
export function complain(
  host: Host,
  error: unknown,
  { locale, folder }: { readonly locale: Locale; readonly folder: string },
): ExitCode {
  const tell = (phrase: Phrase, values: Readonly<Record<string, string | number>> = {}) =>
    host.err(`${say(locale, phrase, values)}\n`);
  if (error instanceof ConfigError) {
    tell('config.problems', { count: error.problems.length });
    host.err(problemLines(locale, error.problems));
    if (error.isMissing) tell('config.missing');
    return EXIT.configuration;
  }
  if (error instanceof UnsupportedError) {
    tell('config.unsupported', { what: error.what });
    return EXIT.configuration;
  }
  if (error instanceof MasterKeyError) {
    tell(`key.${error.problem}`, { source: error.source });
    return EXIT.configuration;
  }
  if (error instanceof LedgerLockedError) {
    const ledger = error.file.replace(/\.lock\.db$/, '');
    const holder = readHolder(holderFile(ledger));
    tell('locked', { file: ledger, holder: holder === null ? '' : say(locale, 'locked.holder', { ...holder }) });
    return EXIT.locked;
  }
  if (error instanceof LedgerRefusedError) {
    tell(`refused.${error.refusal}`, { file: error.file, anchor: anchorFile(error.file) });
    return EXIT.ledgerRefused;
  }
  const { code, name } = codeOf(error);
  const [, phrase] = OF_THE_DISK.find(([pattern]) => code !== null && pattern.test(code)) ?? [];
  if (code !== null && phrase !== undefined) {
    tell(phrase, { code, folder });
    return EXIT.disk;
  }
  tell('failed', { error: code === null ? name : `${name} ${code}` });
  return EXIT.disk;
}

/** Any other code of SQLite's, such as a broken constraint, is a mistake of ours. */
const OF_THE_DISK: readonly (readonly [RegExp, Phrase])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'disk.full'],
  [/^SQLITE_(BUSY|LOCKED)/, 'disk.busy'],
  [/^(SQLITE_(IOERR|CANTOPEN|PROTOCOL|PERM|NOLFS)|E(IO|ROFS|ACCES|PERM)$)/, 'disk'],
];
