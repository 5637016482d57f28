import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Bridge, World } from '../bridge.ts';
import { createBridge } from '../bridge.ts';
import type { Problem } from '../config/problem.ts';
import type { Config } from '../config/to-config.ts';
import { UnsupportedError } from '../config/unsupported-error.ts';
import { loadConfig } from '../config.ts';
import { copyLedger } from '../ledger/copy-ledger.ts';
import type { LedgerGap } from '../ledger/gap.ts';
import { inspectLedger } from '../ledger/inspect-ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type LedgerLocation, openLedger, openLedgerReadOnly, ownKeyFile } from '../ledger/open-ledger.ts';
import { holdLock } from '../ledger/sqlite/hold-lock.ts';
import { writeHolder } from '../ledger/sqlite/holder.ts';
import { LedgerRefusedError } from '../ledger/sqlite/ledger-refused-error.ts';
import type { LedgerFacts } from '../ledger/sqlite/verify-ledger.ts';
import { envFile } from './env-file.ts';
import { environmentProxy } from './environment-proxy.ts';
import type { Host } from './host.ts';

/** The configuration file cannot be used; every problem of every file is told. Exit code 3. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly file: string;
  readonly isMissing: boolean;
  readonly problems: readonly Problem[];

  constructor(file: string, problems: readonly Problem[], isMissing: boolean) {
    super(`${problems.length} problems in ${file}`);
    this.file = file;
    this.problems = problems;
    this.isMissing = isMissing;
  }
}

export interface Opened {
  readonly config: Config;
  readonly warnings: readonly Problem[];
}

/** Reads the configuration of a command; throws `ConfigError`. */
export function openConfig(host: Host, file: string): Opened {
  const path = resolve(host.cwd, file);
  const readFile = (name: string) => readFileSync(name, 'utf8');
  const loaded = loadConfig({ file: path, env: host.env, readFile });
  if (!loaded.ok) throw new ConfigError(path, loaded.problems, !existsSync(path));
  return { ...loaded, warnings: [...loaded.warnings, ...looseEnvFile(path)] };
}

function looseEnvFile(configFile: string): readonly Problem[] {
  const file = envFile(configFile);
  if (file === null || (statSync(file).mode & 0o077) === 0) return [];
  return [{ file, path: '', message: 'can be read by others on this machine: chmod 600' }];
}

/** The file of a SQLite ledger; throws `UnsupportedError` for any other kind. */
export function ledgerFile(config: Config): string {
  if (config.ledger.kind !== 'sqlite') throw new UnsupportedError(`ledger.url: ${config.ledger.kind}`);
  return config.ledger.path;
}

export interface HeldBridge {
  readonly bridge: Bridge;
  /** Number of deliveries that an earlier process left unfinished. */
  readonly recovered: number;
  /** What the ledger may have missed, and did not make up for yet by one whole reading of the local side. */
  readonly openGap: LedgerGap['kind'] | null;
  /** Closes the ledger, then lets go of the lock. */
  close(): Promise<void>;
}

/** Opens everything for a run: takes the lock first, so that a second instance changes nothing at all. */
export async function openBridge(
  host: Host,
  config: Config,
  options: { readonly recover: boolean } = { recover: false },
): Promise<HeldBridge> {
  const letGo = holdLedger(host, config);
  try {
    const ledger = await openLedger(locationOf(host, config), { create: true, ...options });
    const recovered = await ledger.recover(host.clock.now());
    const gap = await ledger.readGap();
    const bridge = createBridge({ config, ledger }, worldOf(host));
    return {
      bridge,
      recovered,
      openGap: gap?.scanned === null ? gap.kind : null,
      async close() {
        await bridge.close();
        letGo();
      },
    };
  } catch (error) {
    letGo();
    throw error;
  }
}

/**
 * Takes the lock of the ledger, and says who has it; gives the way to let go. Throws `LedgerLockedError`, and
 * `LedgerRefusedError` where its folder cannot be written.
 */
export function holdLedger(host: Host, config: Config): () => void {
  const file = ledgerFile(config);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const unlock = holdLock(lockFile(file));
    const forget = writeHolder(holderFile(file), {
      pid: host.pid,
      host: host.hostName,
      since: new Date(host.clock.now()).toISOString(),
    });
    return () => {
      forget();
      unlock();
    };
  } catch (error) {
    const isReadOnly = error instanceof Error && 'code' in error && READ_ONLY.test(String(error.code));
    throw isReadOnly ? new LedgerRefusedError('read-only', file) : error;
  }
}

const READ_ONLY = /^(E(ACCES|PERM|ROFS)|SQLITE_(READONLY|CANTOPEN).*)$/;

/** A bridge on a copy of the ledger in memory, for `--dry-run`: it may run beside the daemon and leaves no trace. */
export async function openCopy(host: Host, config: Config, options: { readonly recover: boolean }): Promise<Bridge> {
  const ledger = await copyLedger(locationOf(host, config), options);
  return createBridge({ config, ledger }, { ...worldOf(host), looksOnly: true });
}

/** The ledger alone, for an operator's command: beside the daemon, through the same transactions. */
export async function openForOperator(host: Host, config: Config): Promise<Ledger> {
  return await openLedger(locationOf(host, config), { create: false });
}

/** Both systems too, for a command that asks one of them. */
export async function openOperatorBridge(host: Host, config: Config): Promise<Bridge> {
  return createBridge({ config, ledger: await openForOperator(host, config) }, worldOf(host));
}

/** The ledger alone, for looking. */
export function openForReading(config: Config): Ledger {
  return openLedgerReadOnly({ file: ledgerFile(config), binding: bindingOf(config) });
}

/** Reads the whole ledger, and says what it holds; throws `LedgerRefusedError`. */
export function inspectOwnLedger(config: Config): LedgerFacts {
  return inspectLedger({ file: ledgerFile(config), binding: bindingOf(config) });
}

function bindingOf({ site, national }: Config): LedgerLocation['binding'] {
  return { site, environment: national.environment };
}

/** Where the key of the ledger is, as a person would look for it. */
export function keyPlace(host: Host, config: Config): string {
  const own = config.encryption.keyFile ?? (host.env.JEMBATAN_KEY ? 'JEMBATAN_KEY' : ownKeyFile(ledgerFile(config)));
  return host.env.CREDENTIALS_DIRECTORY === undefined ? own : 'jembatan-key (LoadCredential)';
}

export function holderFile(ledger: string): string {
  return `${ledger}.holder`;
}

function lockFile(ledger: string): string {
  return `${ledger}.lock.db`;
}

export function locationOf(host: Host, config: Config): LedgerLocation {
  return {
    file: ledgerFile(config),
    now: host.clock.now,
    binding: bindingOf(config),
    key: {
      credentialsFolder: host.env.CREDENTIALS_DIRECTORY,
      keyFile: config.encryption.keyFile,
      text: host.env.JEMBATAN_KEY,
      randomBytes: host.randomBytes,
    },
  };
}

export function worldOf(host: Host): World {
  return {
    clock: host.clock,
    random: host.random,
    version: host.version,
    environmentProxy: environmentProxy(host),
  };
}
