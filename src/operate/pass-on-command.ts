import { foldName } from '../config/fold-name.ts';
import type { Config } from '../config/to-config.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { openConfig } from './open-bridge.ts';
import { say } from './say.ts';
import { withLedger } from './with-ledger.ts';

export interface PassOnOptions {
  readonly config: string;
  readonly id: string;
  /** A name of `institutions.yaml`, or an institution's id at LAPOR!. */
  readonly to: string;
}

/** `jembatan pass-on <id> --to <institution>`: passes a report on to the institution that has authority over it. */
export async function passOnCommand(host: Host, { config: file, id, to }: PassOnOptions): Promise<ExitCode> {
  const { config } = openConfig(host, file);
  const institutionId = institutionOf(config, to);
  if (institutionId === null) {
    host.err(`${say(config.locale, 'pass-on.unknown', { to })}\n`);
    return EXIT.usage;
  }
  return await withLedger(host, file, async ({ ledger, tell }) => {
    tell('done.pass-on', { id, to: String(institutionId) }, await ledger.passOn(id, institutionId, host.clock.now()));
  });
}

function institutionOf({ maps }: Config, to: string): number | null {
  if (/^[1-9]\d{0,9}$/.test(to)) return Number(to);
  return maps.institutions.byName[foldName(to)]?.id ?? null;
}
