import { formatLocalTime } from '../report/format-time.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { openConfig, openForOperator } from './open-bridge.ts';
import { say } from './say.ts';

export interface AcknowledgeOptions {
  readonly config: string;
  readonly ids: readonly string[];
  /** Who has it in hand. */
  readonly owner: string;
  readonly note?: string;
  /** For how long nobody is told of it again. */
  readonly forMs: number;
}

/** `jembatan acknowledge`: somebody has it in hand; nobody is told of it again before that time is over. */
export async function acknowledgeCommand(host: Host, options: AcknowledgeOptions): Promise<ExitCode> {
  const { config } = openConfig(host, options.config);
  const { locale, timezone } = config;
  const { owner, note = null } = options;
  const until = host.clock.now() + options.forMs;
  const ledger = await openForOperator(host, config);
  try {
    let missed = false;
    for (const id of options.ids) {
      const count = await ledger.acknowledge({ id, owner, note, until });
      missed ||= count === 0;
      const shown = formatLocalTime(until, timezone).slice(0, 16);
      host.out(
        `${say(locale, count === 0 ? 'acknowledge.none' : 'acknowledge.done', { id, owner, until: shown, count })}\n`,
      );
    }
    return missed ? EXIT.needsPerson : EXIT.done;
  } finally {
    await ledger.close();
  }
}
