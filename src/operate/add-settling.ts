import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { parseTracking } from './parse-tracking.ts';
import type { ResolveOptions } from './resolve-command.ts';
import { withConfig } from './with-config.ts';

/** The commands by which a person settles what waits. */
export function addSettling(program: Command, host: Host, end: (code: ExitCode) => void): void {
  withConfig(program.command('resolve'))
    .description('settle what is in doubt by what you found at LAPOR!')
    .argument('[ids...]', 'local ids, ticket numbers or tracking ids')
    .option('--tracking <number>', 'it is at LAPOR! under this number (one id only)', parseTracking)
    .option('--absent', 'it is not at LAPOR!: it is sent again', false)
    .option('--only <delivery>', 'just this of what is stuck under the id, as `parked` and `explain` name it')
    .option('--force', 'absent, although it was sent only just now and may still turn up there', false)
    .option('--file <file>', 'lines of `<id> <number | absent>`')
    .action(async (ids: string[], options: Omit<ResolveOptions, 'ids'>) => {
      const { resolveCommand } = await import('./resolve-command.ts');
      end(await resolveCommand(host, { ...options, ids }));
    });
  for (const [verb, description] of [
    ['retry', 'send again what was refused or given up'],
    ['hold', 'send nothing more for these reports'],
    ['release', 'end a hold'],
  ] as const) {
    withConfig(program.command(verb))
      .description(description)
      .argument('<ids...>', 'local ids, ticket numbers or tracking ids')
      .action(async (ids: string[], options: { config: string }) => {
        const { caseCommand } = await import('./case-command.ts');
        end(await caseCommand(host, verb, { ...options, ids }));
      });
  }
  withConfig(program.command('confirm'))
    .description(
      'let go what guard and brakes hold (unusually many new reports, or changes of a kind); with ids, note that their alarms were seen',
    )
    .argument('[ids...]', 'local ids, ticket numbers, tracking ids, status names or keys of unreadable rows')
    .action(async (ids: string[], options: { config: string }) => {
      const { confirmCommand } = await import('./confirm-command.ts');
      end(await confirmCommand(host, { ...options, ids }));
    });
}
