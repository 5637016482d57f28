import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { parseDuration } from './parse-duration.ts';
import { withConfig } from './with-config.ts';

const ACKNOWLEDGED_FOR_MS = 3 * 86_400_000;

/** The commands about what people are told. */
export function addTelling(program: Command, host: Host, end: (code: ExitCode) => void): void {
  withConfig(program.command('digest'))
    .description('what came, went and was answered since the last working day, and what is late or stuck')
    .option('--html', 'print HTML', false)
    .option('--json', 'print JSON', false)
    .option('--send', 'send it to every channel of `notify`, too', false)
    .action(async (options: { config: string; html: boolean; json: boolean; send: boolean }) => {
      const { digestCommand } = await import('./digest-command.ts');
      end(await digestCommand(host, options));
    });
  withConfig(program.command('acknowledge'))
    .description('somebody has it in hand: nobody is told of it again for a while')
    .argument('<ids...>', 'ids of reports, or keys of notices')
    .requiredOption('--owner <name>', 'who has it in hand')
    .option('--note <text>', 'what is being done')
    .option('--for <duration>', 'for how long (default: 3 days)', parseDuration, ACKNOWLEDGED_FOR_MS)
    .action(async (ids: string[], options: { config: string; owner: string; note?: string; for: number }) => {
      const { acknowledgeCommand } = await import('./acknowledge-command.ts');
      end(await acknowledgeCommand(host, { ...options, ids, forMs: options.for }));
    });
}
