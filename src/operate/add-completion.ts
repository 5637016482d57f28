import { Argument, type Command } from 'commander';
import { completion, SHELLS, type Shell } from './completion.ts';
import type { Host } from './host.ts';

/** The command that tells a shell what may follow. */
export function addCompletion(program: Command, host: Host): void {
  program
    .command('completion')
    .description('what a shell reads to complete commands and options')
    .addArgument(new Argument('<shell>', 'whose').choices(SHELLS))
    .action((shell: Shell) => host.out(completion(program, shell)));
}
