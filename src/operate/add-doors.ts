import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { parseTracking } from './parse-tracking.ts';
import { withConfig } from './with-config.ts';

/** The commands that take in what came another way. */
export function addDoors(program: Command, host: Host, end: (code: ExitCode) => void): void {
  withConfig(program.command('adopt'))
    .description('make a report that was filed at LAPOR! known here, by its number')
    .argument('<number>', 'tracking number at LAPOR!', parseTracking)
    .option('--text-file <file>', 'its words, as you read them at LAPOR!')
    .action(async (id: string, options: { config: string; textFile?: string }) => {
      const { adoptCommand } = await import('./adopt-command.ts');
      end(await adoptCommand(host, { ...options, id }));
    });
  withConfig(program.command('import'))
    .description(
      'take in an export of LAPOR!’s admin page (XLSX or CSV); says what it would do, and does it with --apply',
    )
    .argument('<file>', 'the export')
    .option('--apply', 'do it', false)
    .option('--json', 'print JSON', false)
    .action(async (file: string, options: { config: string; apply: boolean; json: boolean }) => {
      const { importCommand } = await import('./import-command.ts');
      end(await importCommand(host, { ...options, file }));
    });
}
