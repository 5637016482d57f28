import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../config/to-config.ts';
import { envFile } from './env-file.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { ledgerFile, openConfig } from './open-bridge.ts';
import { ownFiles } from './own-files.ts';
import { say } from './say.ts';
import { SERVICE_USER, type ShippedUnits, serviceFiles } from './service-files.ts';

export interface ServiceOptions {
  readonly config: string;
  /** One round every two minutes instead of a daemon. */
  readonly timer: boolean;
  readonly user: string;
  /** Writes below this folder and runs nothing: to look at, or for a package. */
  readonly root?: string;
}

const UNITS = ['jembatan.service', 'jembatan-once.service', 'jembatan-once.timer'] as const;

/** `jembatan service install` and `uninstall`. */
export async function serviceCommand(
  host: Host,
  options: ServiceOptions | { readonly config: string },
): Promise<ExitCode> {
  return 'timer' in options ? await install(host, options) : await uninstall(host, options);
}

/** The units of systemd with the paths of this machine, its user, and what that user owns. */
async function install(host: Host, options: ServiceOptions): Promise<ExitCode> {
  const { config } = openConfig(host, options.config);
  const { locale } = config;
  if (options.root === undefined && !host.isRoot) return needsRoot(host, locale);
  const file = resolve(host.cwd, options.config);
  const writes = foldersOf(config);
  const { keyFile } = config.encryption;
  const env = envFile(file) ?? join(dirname(file), '.env');
  const place = { node: host.nodePath, main: join(host.packageFolder, 'dist', 'main.js'), config: file, keyFile };
  const units = serviceFiles(readShipped(host), { ...place, envFile: env, user: options.user, writes }, options.timer);
  const root = options.root === undefined ? '/' : resolve(host.cwd, options.root);
  for (const { path, text } of units) {
    mkdirSync(dirname(join(root, path)), { recursive: true, mode: 0o755 });
    writeFileSync(join(root, path), text, { mode: 0o644 });
  }
  const unit = options.timer ? 'jembatan-once.timer' : 'jembatan.service';
  host.out(`${say(locale, 'service.written', { files: units.map(({ path }) => join(root, path)).join(', ') })}\n`);
  if (options.root !== undefined) return EXIT.done;
  const made = writes.flatMap((folder) => mkdirSync(folder, { recursive: true, mode: 0o700 }) ?? []);
  const files = ownFiles(ledgerFile(config), readdirSync(dirname(ledgerFile(config))));
  const owned = [...new Set([...made, ...files, env, ...(keyFile === null ? [] : [keyFile])])].filter(existsSync);
  const isDone = await runAll(host, [
    ...(options.user === SERVICE_USER ? [['systemd-sysusers', 'jembatan.conf'] as const] : []),
    ...(owned.length === 0 ? [] : [['chown', `${options.user}:`, ...owned] as const]),
    ['systemctl', 'daemon-reload'],
  ]);
  if (!isDone) return EXIT.needsPerson;
  host.out(`${say(locale, 'service.next', { unit, user: options.user, config: file })}\n`);
  return EXIT.done;
}

/** Ends the service and takes its units away; ledger, configuration and user stay. */
async function uninstall(host: Host, { config: file }: { readonly config: string }): Promise<ExitCode> {
  const { locale } = openConfig(host, file).config;
  if (!host.isRoot) return needsRoot(host, locale);
  const installed = UNITS.filter((unit) => existsSync(join('/etc/systemd/system', unit)));
  if (installed.length === 0) {
    host.out(`${say(locale, 'service.none')}\n`);
    return EXIT.done;
  }
  if (!(await runAll(host, [['systemctl', 'disable', '--now', ...installed]]))) return EXIT.needsPerson;
  for (const unit of installed) rmSync(join('/etc/systemd/system', unit));
  rmSync('/etc/sysusers.d/jembatan.conf', { force: true });
  if (!(await runAll(host, [['systemctl', 'daemon-reload']]))) return EXIT.needsPerson;
  host.out(`${say(locale, 'service.removed', { units: installed.join(', ') })}\n`);
  return EXIT.done;
}

/** The folders that the bridge writes to: systemd lets it write nowhere else. */
function foldersOf(config: Config): readonly string[] {
  const { local, log } = config;
  const folders = [
    dirname(ledgerFile(config)),
    ...(log.file === null ? [] : [dirname(log.file)]),
    ...(local.kind === 'folder' ? [local.inbox, local.outbox, local.rejected] : []),
  ];
  return [...new Set(folders)];
}

function readShipped(host: Host): ShippedUnits {
  const read = (name: string) => readFileSync(join(host.packageFolder, 'deploy', name), 'utf8');
  return {
    'jembatan.service': read('jembatan.service'),
    'jembatan-once.service': read('jembatan-once.service'),
    'jembatan-once.timer': read('jembatan-once.timer'),
    'sysusers.conf': read('sysusers.conf'),
  };
}

function needsRoot(host: Host, locale: Config['locale']): ExitCode {
  host.err(`${say(locale, 'service.root')}\n`);
  return EXIT.usage;
}

async function runAll(host: Host, commands: readonly (readonly [string, ...string[]])[]): Promise<boolean> {
  for (const [command, ...args] of commands) {
    if (!(await host.execute(command, args))) return false;
  }
  return true;
}
