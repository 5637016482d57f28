import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key that seals personal data cannot be used. Exit code 3. */
export class MasterKeyError extends Error {
  override readonly name = 'MasterKeyError';
  readonly problem: 'missing' | 'unreadable' | 'loose-mode';
  readonly source: string;

  constructor(problem: MasterKeyError['problem'], source: string) {
    super(`encryption key: ${problem}`);
    this.problem = problem;
    this.source = source;
  }
}

export interface KeySource {
  /** `$CREDENTIALS_DIRECTORY` of systemd. */
  readonly credentialsFolder: string | undefined;
  readonly keyFile: string | null;
  /** `$JEMBATAN_KEY`. */
  readonly text: string | undefined;
  /** Where our own key is kept if none of the others is given. */
  readonly ownFile: string;
  /** True only for a ledger that is new: a key made for an old one could open nothing. */
  readonly mayMake: boolean;
  readonly randomBytes: (size: number) => Uint8Array;
}

const KEY_BYTES = 32;

/**
 * The master key: systemd credential `jembatan-key`, else `encryption.keyFile`, else `JEMBATAN_KEY`, else a file of our own
 * beside the ledger, made at the first start. 32 bytes as 64 hexadecimal digits or as base64.
 */
export function loadMasterKey(source: KeySource): Uint8Array {
  const credential = source.credentialsFolder === undefined ? null : join(source.credentialsFolder, 'jembatan-key');
  if (credential !== null && existsSync(credential)) return parseKey(readFileSync(credential, 'utf8'), credential);
  if (source.keyFile !== null) return readKeyFile(source.keyFile);
  if (source.text !== undefined && source.text !== '') return parseKey(source.text, 'JEMBATAN_KEY');
  if (existsSync(source.ownFile) || !source.mayMake) return readKeyFile(source.ownFile);
  const key = Buffer.from(source.randomBytes(KEY_BYTES));
  writeFileSync(source.ownFile, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return key;
}

function readKeyFile(file: string): Uint8Array {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new MasterKeyError('missing', file);
  if ((stat.mode & 0o077) !== 0) throw new MasterKeyError('loose-mode', file);
  return parseKey(readFileSync(file, 'utf8'), file);
}

function parseKey(text: string, source: string): Uint8Array {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64');
  if (key.length !== KEY_BYTES) throw new MasterKeyError('unreadable', source);
  return key;
}
