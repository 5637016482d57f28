import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { withLedger } from './with-ledger.ts';

/** `jembatan retry | hold | release <id…>`. */
export async function caseCommand(
  host: Host,
  verb: 'retry' | 'hold' | 'release',
  options: { readonly config: string; readonly ids: readonly string[] },
): Promise<ExitCode> {
  return await withLedger(host, options.config, async ({ ledger, tell }) => {
    for (const id of options.ids) tell(`done.${verb}`, { id }, await ledger[verb](id, host.clock.now()));
  });
}
