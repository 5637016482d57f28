import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { withConfig } from './with-config.ts';

/** The commands that keep the ledger safe. */
export function addKeeping(program: Command, host: Host, end: (code: ExitCode) => void): void {
  withConfig(program.command('backup'))
    .description('copy the ledger, whole and checked, also while the daemon runs')
    .argument('[file]', 'where to; a new name beside the ledger where it is left out')
    .action(async (file: string | undefined, options: { config: string }) => {
      const { backupCommand } = await import('./backup-command.ts');
      end(await backupCommand(host, { ...options, ...(file === undefined ? {} : { file }) }));
    });
  withConfig(program.command('restore'))
    .description('put a backup in the place of the ledger; whatever may have been sent since is held or looked up')
    .argument('<file>', 'a file made by `backup`')
    .action(async (file: string, options: { config: string }) => {
      const { restoreCommand } = await import('./restore-command.ts');
      end(await restoreCommand(host, { ...options, file }));
    });
}
