import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { withConfig } from './with-config.ts';

/** The command that looks whether everything is as it has to be. */
export function addChecking(program: Command, host: Host, end: (code: ExitCode) => void): void {
  withConfig(program.command('doctor'))
    .description('what keeps the bridge from working, or may, each with its repair; writes nothing')
    .option('--json', 'print JSON', false)
    .action(async (options: { config: string; json: boolean }) => {
      const { doctorCommand } = await import('./doctor-command.ts');
      end(await doctorCommand(host, options));
    });
}
