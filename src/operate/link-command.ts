import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { withLedger } from './with-ledger.ts';

/** `jembatan link | not-a-twin <local id> <tracking id>`. */
export async function linkCommand(
  host: Host,
  verb: 'link' | 'not-a-twin',
  options: { readonly config: string; readonly local: string; readonly nationalId: string },
): Promise<ExitCode> {
  const { local, nationalId } = options;
  return await withLedger(host, options.config, async ({ perform }) => {
    await perform({ type: verb, id: local, tracking: nationalId });
  });
}

/** `jembatan unlink <id>`. */
export async function unlinkCommand(
  host: Host,
  { config, id }: { readonly config: string; readonly id: string },
): Promise<ExitCode> {
  return await withLedger(host, config, async ({ ledger, tell }) => {
    tell('done.unlink', { id, tracking: id }, await ledger.unlinkTwin(id, host.clock.now()));
  });
}
