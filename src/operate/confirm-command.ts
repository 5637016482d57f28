import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { withLedger } from './with-ledger.ts';

/**
 * `jembatan confirm [id…]`: without ids, lets go what guard and brakes hold; with ids, notes that a person has seen the
 * alarms of these reports, statuses or unreadable rows.
 */
export async function confirmCommand(
  host: Host,
  options: { readonly config: string; readonly ids: readonly string[] },
): Promise<ExitCode> {
  return await withLedger(host, options.config, async ({ perform }) => {
    for (const id of options.ids) await perform({ type: 'confirm-one', id });
    if (options.ids.length === 0) await perform({ type: 'confirm' });
  });
}
