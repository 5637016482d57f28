import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { withLedger } from './with-ledger.ts';

/** `jembatan retry | hold | release <id…>`. */
export async function caseCommand(
  host: Host,
  verb: 'retry' | 'hold' | 'release',
  options: { readonly config: string; readonly ids: readonly string[] },
): Promise<ExitCode> {
  return await withLedger(host, options.config, async ({ perform }) => {
    for (const id of options.ids) await perform({ type: verb, id });
  });
}
