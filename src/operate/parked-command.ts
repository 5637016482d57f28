import { publicItem, toAttention } from './attention.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { openConfig, openForReading } from './open-bridge.ts';
import { attentionTable } from './run-text.ts';
import { say } from './say.ts';

/** `jembatan parked`: every delivery that is parked, held or in doubt, with its reason and the command that settles it. */
export async function parkedCommand(
  host: Host,
  options: { readonly config: string; readonly json: boolean },
): Promise<ExitCode> {
  const { config } = openConfig(host, options.config);
  const ledger = openForReading(config);
  try {
    const stored = await ledger.readAttention();
    const items = toAttention({ ...stored, alarms: [], quarantined: [] }, config.locale);
    const shown = items.map(publicItem);
    const text = items.length === 0 ? say(config.locale, 'parked.none') : attentionTable(config.locale, shown);
    host.out(`${options.json ? JSON.stringify(shown) : text}\n`);
    return items.some((item) => item.needsPerson) ? EXIT.needsPerson : EXIT.done;
  } finally {
    await ledger.close();
  }
}
