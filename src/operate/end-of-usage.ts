import type { Command, CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { type Locale, say } from './say.ts';

export interface Misread {
  readonly error: CommanderError;
  readonly program: Command;
  readonly argv: readonly string[];
  readonly locale: Locale;
}

/** A wrong command line: the library says what is wrong, and this where the right one stands. */
export function endOfUsage(host: Pick<Host, 'err'>, { error, program, argv, locale }: Misread): ExitCode {
  if (error.exitCode === 0) return EXIT.done;
  host.err(`${say(locale, 'usage.next', { command: `jembatan ${pathOf(program, argv)}--help` })}\n`);
  return EXIT.usage;
}

/** The words of a command line that name a command. */
function pathOf(program: Command, argv: readonly string[]): string {
  let command = program;
  let path = '';
  for (const word of argv.slice(2)) {
    const sub = command.commands.find((one) => one.name() === word);
    if (sub === undefined) break;
    command = sub;
    path += `${word} `;
  }
  return path;
}
