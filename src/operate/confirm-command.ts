import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { say } from './say.ts';
import { withLedger } from './with-ledger.ts';

/**
 * `jembatan confirm [id…]`: without ids, lets go what guard and brakes hold; with ids, notes that a person has seen the
 * alarms of these reports, statuses or unreadable rows.
 */
export async function confirmCommand(
  host: Host,
  options: { readonly config: string; readonly ids: readonly string[] },
): Promise<ExitCode> {
  return await withLedger(host, options.config, async ({ ledger, config: { locale }, tell }) => {
    for (const id of options.ids) tell('done.confirm-one', { id }, await ledger.confirmOne(id, host.clock.now()));
    if (options.ids.length > 0) return;
    const { deliveries, brakes } = await ledger.confirm(host.clock.now());
    host.out(`${say(locale, 'done.confirm', { count: deliveries, brakes })}\n`);
  });
}
