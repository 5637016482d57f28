import type { Command } from 'commander';
import type { DoctorOptions } from './doctor-command.ts';
import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { parseTracking } from './parse-tracking.ts';
import { withConfig } from './with-config.ts';

/** The command that looks whether everything is as it has to be. */
export function addChecking(program: Command, host: Host, end: (code: ExitCode) => void): void {
  withConfig(program.command('doctor'))
    .description('what keeps the bridge from working, or may, each with its repair; writes nothing')
    .option('--contract', 'compare what LAPOR! answers with what the bridge believes of it', false)
    .option(
      '--report <number>',
      'the report that --contract asks for; one of the ledger where it is left out',
      parseTracking,
    )
    .option('--roundtrip', 'file one test report at LAPOR! and look for it and its answer; not in production', false)
    .option('--production <site>', 'the name of the site: --roundtrip may file in production, too')
    .option('--json', 'print JSON', false)
    .action(async (options: DoctorOptions) => {
      const { doctorCommand } = await import('./doctor-command.ts');
      end(await doctorCommand(host, options));
    });
}
