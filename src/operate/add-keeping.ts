import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { parseDuration } from './parse-duration.ts';
import type { ServiceOptions } from './service-command.ts';
import { SERVICE_USER } from './service-files.ts';
import { withConfig } from './with-config.ts';

const FOR_MS = 2 * 3_600_000;

/** The commands that keep the ledger safe, and the bridge running. */
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
  withConfig(program.command('reconcile'))
    .description('compare every report of both sides with the ledger, and say what is missing, unknown or different')
    .option('--repair', 'mend what is safe to mend, by what does the same every day', false)
    .option('--last', 'what the last comparison found; nothing is read', false)
    .option('--json', 'print JSON', false)
    .option('--for <duration>', 'longest time of the reading; the next run goes on from there', parseDuration, FOR_MS)
    .action(async (options: { config: string; repair: boolean; last: boolean; json: boolean; for: number }) => {
      const { reconcileCommand } = await import('./reconcile-command.ts');
      end(await reconcileCommand(host, { ...options, forMs: options.for }));
    });
  const service = program.command('service').description('the bridge as a service of systemd');
  withConfig(service.command('install'))
    .description('write the units for this machine and this configuration; started by the command that it prints')
    .option('--timer', 'one round every two minutes instead of a daemon', false)
    .option('--user <name>', 'whom it runs as', SERVICE_USER)
    .option('--root <folder>', 'write below this folder only, and run nothing')
    .action(async (options: ServiceOptions) => {
      const { serviceCommand } = await import('./service-command.ts');
      end(await serviceCommand(host, options));
    });
  withConfig(service.command('uninstall'))
    .description('end the service and take its units away; ledger and configuration stay')
    .action(async (options: { config: string }) => {
      const { serviceCommand } = await import('./service-command.ts');
      end(await serviceCommand(host, options));
    });
}
