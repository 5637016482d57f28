import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { withLedger } from './with-ledger.ts';

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
  const { owner, note = null } = options;
  const until = host.clock.now() + options.forMs;
  return await withLedger(host, options.config, async ({ perform }) => {
    for (const id of options.ids) await perform({ type: 'acknowledge', id, owner, note, until });
  });
}
