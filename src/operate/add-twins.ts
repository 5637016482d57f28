import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { parseTracking } from './parse-tracking.ts';
import { withConfig } from './with-config.ts';

/** The commands for reports that were filed on both sides. */
export function addTwins(program: Command, host: Host, end: (code: ExitCode) => void): void {
  withConfig(program.command('twins'))
    .description('reports of the city and of LAPOR! that may be one, with what speaks for it')
    .option('--json', 'print JSON', false)
    .action(async (options: { config: string; json: boolean }) => {
      const { twinsCommand } = await import('./twins-command.ts');
      end(await twinsCommand(host, options));
    });
  for (const [verb, description] of [
    ['link', 'they are one report: it is neither filed nor made again'],
    ['not-a-twin', 'they are two reports: what waited goes on'],
  ] as const) {
    withConfig(program.command(verb))
      .description(description)
      .argument('<local id>', 'local id or ticket number')
      .argument('<tracking id>', 'tracking number at LAPOR!', parseTracking)
      .action(async (local: string, nationalId: string, options: { config: string }) => {
        const { linkCommand } = await import('./link-command.ts');
        end(await linkCommand(host, verb, { ...options, local, nationalId }));
      });
  }
  withConfig(program.command('unlink'))
    .description('take a link back; nothing is filed by that alone')
    .argument('<id>', 'local id, ticket number or tracking id')
    .action(async (id: string, options: { config: string }) => {
      const { unlinkCommand } = await import('./link-command.ts');
      end(await unlinkCommand(host, { ...options, id }));
    });
}
