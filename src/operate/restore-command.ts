import { resolve } from 'node:path';
import { restoreLedger } from '../ledger/restore-ledger.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { holdLedger, locationOf, openConfig } from './open-bridge.ts';
import { say } from './say.ts';

/** `jembatan restore <file>`: puts a backup in the place of the ledger, so that the next run repeats nothing. */
export async function restoreCommand(
  host: Host,
  options: { readonly config: string; readonly file: string },
): Promise<ExitCode> {
  const { config } = openConfig(host, options.config);
  const { locale } = config;
  const file = resolve(host.cwd, options.file);
  const letGo = holdLedger(host, config);
  try {
    const { facts, doubted, kept } = await restoreLedger(locationOf(host, config), file);
    host.out(`${say(locale, 'restore.done', { ...facts, head: facts.head.slice(0, 12), file })}\n`);
    if (kept.length > 0) host.out(`${say(locale, 'restore.kept', { files: kept.join(', ') })}\n`);
    host.out(`${say(locale, 'restore.doubted', { count: doubted })}\n`);
    return EXIT.done;
  } finally {
    letGo();
  }
}
