import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Anchor } from './anchor.ts';
import type { Ledger } from './ledger.ts';
import { createLedger } from './ledger.ts';
import { type KeySource, loadMasterKey } from './master-key.ts';
import { anchorFile, readAnchor } from './sqlite/anchor-file.ts';
import { checkAnchor } from './sqlite/check-anchor.ts';
import { createSqliteStore } from './sqlite/create-sqlite-store.ts';
import type { Database } from './sqlite/database.ts';
import { keepAnchor } from './sqlite/keep-anchor.ts';
import { LedgerRefusedError } from './sqlite/ledger-refused-error.ts';
import { openSqlite, openSqliteReadOnly } from './sqlite/open-sqlite.ts';
import { type Binding, bindingText } from './verbs/binding.ts';
import { gapText } from './verbs/ledger-gap.ts';
import type { Vault } from './verbs/payload.ts';

export interface LedgerLocation {
  readonly file: string;
  readonly binding: Binding;
  readonly key: Omit<KeySource, 'ownFile' | 'mayMake'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface OpenLedgerOptions {
  /** By the holder of the lock: makes the ledger where it is missing. Without it this is a command beside the holder. */
  readonly create: boolean;
  /** An older ledger was put back on purpose: it is used, and what it takes for open is doubted. */
  readonly recover?: boolean;
}

/**
 * Opens the ledger for writing, and makes it where `create` allows: in the place of one that was lost, where an anchor or a
 * key speaks of it. Does not take the lock: the daemon does that first, an operator's command works beside it. Throws
 * `LedgerRefusedError`, `MasterKeyError`.
 */
export async function openLedger(location: LedgerLocation, options: OpenLedgerOptions): Promise<Ledger> {
  const isNew = options.create && !existsSync(location.file);
  if (isNew) mkdirSync(dirname(location.file), { recursive: true, mode: 0o700 });
  const found = readAnchor(anchorFile(location.file));
  if (isNew) makeLedger(location, found);
  if (options.create) rmSync(firstStart(location.file), { force: true });
  const inspects = !isNew && options.recover !== true;
  const database = openSqlite(location.file, {
    create: false,
    ...(inspects ? { inspect: refuseUnfit(location.file, found) } : {}),
  });
  try {
    const masterKey = keyOf(location, { mayMake: false });
    const vault = { masterKey, randomBytes: location.key.randomBytes };
    const opened = await begin(database, { location, options, vault, found });
    await opened.noteAnchored();
    return opened;
  } catch (error) {
    database.close();
    throw error;
  }
}

interface Opening {
  readonly location: LedgerLocation;
  readonly options: OpenLedgerOptions;
  readonly vault: Vault;
  readonly found: Found;
}

type Found = ReturnType<typeof readAnchor>;

async function begin(database: Database, { location, options, vault, found }: Opening): Promise<Ledger> {
  const anchor: Anchor | null = typeof found === 'string' ? null : found;
  const { file, binding, now } = location;
  const freshId = Buffer.from(vault.randomBytes(16)).toString('hex');
  const recovers = options.recover === true ? { replaces: anchor?.ledger ?? null } : null;
  const bare = createLedger(createSqliteStore(database), vault);
  const begun = await bare.begin({ binding, freshId, at: now(), recovers });
  if (begun.refusal !== null) throw new LedgerRefusedError(begun.refusal, file);
  const keeper = keepAnchor(database, {
    file: anchorFile(file),
    ledger: begun.ledger,
    binding: bindingText(binding),
    found: anchor?.ledger ?? null,
    isHolder: options.create,
  });
  return createLedger(createSqliteStore(database, keeper), vault);
}

/** The key comes first: a ledger that a cut-off start left without its key could never be used. */
function makeLedger(location: LedgerLocation, found: Found): void {
  const { file, now } = location;
  const isLost = wasLost(file, found);
  if (!isLost) writeFileSync(firstStart(file), '', { mode: 0o600 });
  try {
    keyOf(location, { mayMake: true });
    openSqlite(file, { create: true, meta: isLost ? metaOf(found, now()) : {} }).close();
  } catch (error) {
    // Left alone, the key would speak of a ledger that never was.
    if (!isLost && !existsSync(file)) rmSync(ownKeyFile(file), { force: true });
    throw error;
  }
}

/** Whether a ledger stood here: its anchor is left, or the key that was made for it, and not by a first start cut off. */
export function wasLost(file: string, found: Found): boolean {
  if (existsSync(file)) return false;
  return found !== 'missing' || (existsSync(ownKeyFile(file)) && !existsSync(firstStart(file)));
}

/** Stands while the first ledger is made: a key beside it tells of none before. */
function firstStart(file: string): string {
  return `${file}.first`;
}

/** What a ledger says of itself that is made in the place of one that was lost. */
function metaOf(found: Found, at: number): Readonly<Record<string, string>> {
  const replaces = typeof found === 'string' ? {} : { replaces: found.ledger };
  return { ...replaces, gap: gapText({ kind: 'lost', at, scanned: null }) };
}

/** Throws `LedgerRefusedError` for a database that is not what was used here last. */
export function refuseUnfit(file: string, found: Found): (database: Database) => void {
  return (database) => {
    const refusal = checkAnchor(database, found);
    if (refusal !== null) throw new LedgerRefusedError(refusal, file);
  };
}

/** Opens an existing ledger for looking only, also while a daemon holds it. Opens no personal data. */
export function openLedgerReadOnly({ file, binding }: Pick<LedgerLocation, 'file' | 'binding'>): Ledger {
  const vault = { masterKey: new Uint8Array(), randomBytes: () => new Uint8Array() };
  return createLedger(createSqliteStore(openSqliteReadOnly(file, refuseOther({ file, binding }))), vault);
}

/** Throws `LedgerRefusedError` for a database that is not what was used here last, or of another site. */
export function refuseOther({ file, binding }: Pick<LedgerLocation, 'file' | 'binding'>): (database: Database) => void {
  const refuse = refuseUnfit(file, readAnchor(anchorFile(file)));
  return (opened) => {
    refuse(opened);
    const bound = opened.prepare<[], string>(`select value from meta where name = 'binding'`).pluck().get();
    if (bound !== bindingText(binding)) throw new LedgerRefusedError('binding', file);
  };
}

export function keyOf(
  { file, key }: Pick<LedgerLocation, 'file' | 'key'>,
  { mayMake }: { readonly mayMake: boolean },
): Uint8Array {
  return loadMasterKey({ ...key, ownFile: ownKeyFile(file), mayMake });
}

export function ownKeyFile(ledgerFile: string): string {
  return `${ledgerFile}.key`;
}
