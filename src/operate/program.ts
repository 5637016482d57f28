import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { addChecking } from './add-checking.ts';
import { addCompletion } from './add-completion.ts';
import { addDoors } from './add-doors.ts';
import { addExamples } from './add-examples.ts';
import { addKeeping } from './add-keeping.ts';
import { addRouting } from './add-routing.ts';
import { addSettling } from './add-settling.ts';
import { addTelling } from './add-telling.ts';
import { addTwins } from './add-twins.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { parseDuration } from './parse-duration.ts';
import type { Locale } from './say.ts';
import { DEFAULT_CONFIG, withConfig } from './with-config.ts';
import { withEnvFile } from './with-env-file.ts';

type End = (code: ExitCode) => void;

const DEFAULT_FOR_MS = 10 * 60_000;

/** The command line. `run` gives the exit code; every command loads only what it needs. */
export function createProgram(outer: Host): {
  readonly command: Command;
  run(argv: readonly string[]): Promise<ExitCode>;
} {
  let exit: ExitCode = EXIT.done;
  const host = { ...outer };
  const program = new Command('jembatan')
    .description('The bridge between a city’s complaint application and SP4N-LAPOR!')
    .version(host.version)
    .exitOverride()
    .configureOutput({ writeOut: host.out, writeErr: host.err });
  let config = DEFAULT_CONFIG;
  program.hook('preAction', (_, command) => {
    const { config: given } = command.opts<{ config?: string }>();
    if (given === undefined) return;
    config = given;
    host.env = withEnvFile(outer.env, resolve(host.cwd, config));
  });
  const end = (code: ExitCode) => {
    exit = code;
  };
  addRun(program, host, end);
  addLooking(program, host, end);
  addSettling(program, host, end);
  addChecking(program, host, end);
  addDoors(program, host, end);
  addTwins(program, host, end);
  addRouting(program, host, end);
  addSetUp(program, host, end);
  addKeeping(program, host, end);
  addTelling(program, host, end);
  addCompletion(program, host);
  let locale: Locale = 'id';
  addExamples(program, () => locale);
  return {
    command: program,
    async run(argv) {
      const { localeOf } = await import('./locale-of.ts');
      locale = localeOf(host, argv[argv.indexOf('--config') + 1 || argv.length] ?? config);
      try {
        await program.parseAsync(argv);
        return exit;
      } catch (error) {
        if (error instanceof CommanderError) {
          const { endOfUsage } = await import('./end-of-usage.ts');
          return endOfUsage(host, { error, program, argv, locale });
        }
        const { complainOf } = await import('./complain-of.ts');
        return complainOf(host, error, config);
      }
    },
  };
}

function addRun(program: Command, host: Host, end: End): void {
  withConfig(program.command('run'))
    .description('run as a daemon, or one round by hand')
    .option('--once', 'one round: read both sides, deliver until nothing is due, then end', false)
    .option('--dry-run', 'show what would be sent; write nothing anywhere', false)
    .option('--json', 'print the result as JSON', false)
    .option(
      '--recover',
      'use a ledger that was put back from a backup; whatever may have been sent since is held or looked up',
      false,
    )
    .option('--for <duration>', 'longest time of a round by hand', parseDuration, DEFAULT_FOR_MS)
    .action(
      async (options: {
        config: string;
        once: boolean;
        dryRun: boolean;
        json: boolean;
        recover: boolean;
        for: number;
      }) => {
        const { runCommand } = await import('./run-command.ts');
        end(await runCommand(host, { ...options, forMs: options.for }));
      },
    );
}

function addLooking(program: Command, host: Host, end: End): void {
  withConfig(program.command('status'))
    .description('one screen: what is late, stuck or in doubt, and what settles it')
    .option('--json', 'print JSON', false)
    .action(async (options: { config: string; json: boolean }) => {
      const { statusCommand } = await import('./status-command.ts');
      end(await statusCommand(host, options));
    });
  withConfig(program.command('parked'))
    .description('every delivery that is parked, held or in doubt')
    .option('--json', 'print JSON', false)
    .action(async (options: { config: string; json: boolean }) => {
      const { parkedCommand } = await import('./parked-command.ts');
      end(await parkedCommand(host, options));
    });
  withConfig(program.command('explain'))
    .description('everything that happened to one report')
    .argument('<id>', 'local id, ticket number or tracking id')
    .option('--json', 'print JSON', false)
    .action(async (id: string, options: { config: string; json: boolean }) => {
      const { explainCommand } = await import('./explain-command.ts');
      end(await explainCommand(host, { ...options, id }));
    });
}

function addSetUp(program: Command, host: Host, end: End): void {
  withConfig(program.command('init'))
    .description('write a commented configuration with its maps')
    .option('--site <name>', 'short name of the city, such as kota-serang', 'kota-serang')
    .action(async (options: { config: string; site: string }) => {
      const { initCommand } = await import('./init-command.ts');
      end(initCommand(host, options));
    });
  program
    .command('simulate')
    .description('start both systems as simulators on this machine')
    .option('--seed <number>', 'seed of everything random', parseWhole, 1)
    .option('--reports <number>', 'reports filed at the start', parseWhole, 20)
    .option('--faults <file>', 'JSON list of faults')
    .option('--latency <ms>', 'delay of every answer', parseWhole, 0)
    .option('--list', 'offer the optional list endpoint', false)
    .option('--port <number>', 'port of the local side; the national side takes the next one', parseWhole, 0)
    .option('--quiet-people', 'nobody acts by himself: use the control addresses', false)
    .action(async (options: SimulateOptions) => {
      const { simulateCommand } = await import('./simulate-command.ts');
      end(await simulateCommand(host, options));
    });
  program
    .command('demo')
    .description('carry a made-up city’s reports to a simulated LAPOR! and back')
    .option('--seed <number>', 'seed of everything random', parseWhole, 1)
    .action(async (options: { seed: number }) => {
      const { demoCommand } = await import('./demo-command.ts');
      end(await demoCommand(host, options));
    });
}

export interface SimulateOptions {
  readonly seed: number;
  readonly reports: number;
  readonly faults?: string;
  readonly latency: number;
  readonly list: boolean;
  readonly port: number;
  readonly quietPeople: boolean;
}

function parseWhole(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('a whole number');
  return Number(text);
}
