import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, parse, resolve } from 'node:path';
import { backUpLedger } from '../ledger/back-up-ledger.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { keyPlace, ledgerFile, openConfig } from './open-bridge.ts';
import { say } from './say.ts';

/** `jembatan backup [file]`: one file that holds the whole ledger of this moment, read back before it is named. */
export async function backupCommand(
  host: Host,
  options: { readonly config: string; readonly file?: string },
): Promise<ExitCode> {
  const { config } = openConfig(host, options.config);
  const ledger = ledgerFile(config);
  const target = options.file === undefined ? besides(ledger, host.clock.now()) : resolve(host.cwd, options.file);
  if (existsSync(target)) {
    host.err(`${say(config.locale, 'backup.exists', { file: target })}\n`);
    return EXIT.usage;
  }
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const facts = await backUpLedger(ledger, target);
  host.out(`${say(config.locale, 'backup.done', { ...facts, head: facts.head.slice(0, 12), file: target })}\n`);
  host.out(`${say(config.locale, 'backup.key', { key: keyPlace(host, config) })}\n`);
  return EXIT.done;
}

/** `data/backup/ledger-20260803T010000Z.sqlite` */
function besides(ledger: string, now: number): string {
  const { dir, name, ext } = parse(ledger);
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  return join(dir, 'backup', `${name}-${stamp}${ext}`);
}
