import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Bridge, World } from '../bridge.ts';
import { createBridge, UnsupportedError } from '../bridge.ts';
import type { Problem } from '../config/problem.ts';
import type { Config } from '../config/to-config.ts';
import { loadConfig } from '../config.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { copyLedger, type LedgerLocation, openLedger, openLedgerReadOnly } from '../ledger/open-ledger.ts';
import { holdLock } from '../ledger/sqlite/hold-lock.ts';
import { writeHolder } from '../ledger/sqlite/holder.ts';
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
  return loaded;
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
  /** Closes the ledger, then lets go of the lock. */
  close(): Promise<void>;
}

/** Opens everything for a run: takes the lock first, so that a second instance changes nothing at all. */
export async function openBridge(host: Host, config: Config): Promise<HeldBridge> {
  const file = ledgerFile(config);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const unlock = holdLock(lockFile(file));
  try {
    const forget = writeHolder(holderFile(file), {
      pid: host.pid,
      host: host.hostName,
      since: new Date(host.clock.now()).toISOString(),
    });
    const ledger = await openLedger(locationOf(host, config), { create: true });
    const recovered = await ledger.recover(host.clock.now());
    const bridge = createBridge({ config, ledger }, worldOf(host));
    return {
      bridge,
      recovered,
      async close() {
        await bridge.close();
        forget();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** A bridge on a copy of the ledger in memory, for `--dry-run`: it may run beside the daemon and leaves no trace. */
export function openCopy(host: Host, config: Config): Bridge {
  const ledger = copyLedger(locationOf(host, config), existsSync(ledgerFile(config)));
  return createBridge({ config, ledger }, worldOf(host));
}

/** The ledger alone, for an operator's command: beside the daemon, through the same transactions. */
export async function openForOperator(host: Host, config: Config): Promise<Ledger> {
  return await openLedger(locationOf(host, config), { create: false });
}

/** The ledger alone, for looking. */
export function openForReading(config: Config): Ledger {
  return openLedgerReadOnly({ file: ledgerFile(config) });
}

export function holderFile(ledger: string): string {
  return `${ledger}.holder`;
}

function lockFile(ledger: string): string {
  return `${ledger}.lock.db`;
}

function locationOf(host: Host, config: Config): LedgerLocation {
  return {
    file: ledgerFile(config),
    binding: { site: config.site, environment: config.national.environment },
    key: {
      credentialsFolder: host.env.CREDENTIALS_DIRECTORY,
      keyFile: config.encryption.keyFile,
      text: host.env.JEMBATAN_KEY,
      randomBytes: host.randomBytes,
    },
  };
}

function worldOf(host: Host): World {
  const { env } = host;
  return {
    clock: host.clock,
    random: host.random,
    version: host.version,
    environmentProxy: env.HTTPS_PROXY ?? env.https_proxy ?? env.HTTP_PROXY ?? env.http_proxy ?? null,
  };
}
