import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { say } from './say.ts';
import { withLedger } from './with-ledger.ts';

/** `jembatan confirm`: lets go what the guard held. */
export async function confirmCommand(host: Host, options: { readonly config: string }): Promise<ExitCode> {
  return await withLedger(host, options.config, async ({ ledger, locale }) => {
    const count = await ledger.confirm(host.clock.now());
    host.out(`${say(locale, 'done.confirm', { count })}\n`);
  });
}
