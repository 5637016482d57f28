import type { Command } from 'commander';

/** Shells that can be told what may follow. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

interface Known {
  /** `service install`; empty: the program itself. */
  readonly path: string;
  /** Commands and options that may follow. */
  readonly words: readonly string[];
}

/** What a shell reads to complete `jembatan`: commands, and the options of each, as the program has them now. */
export function completion(program: Command, shell: Shell): string {
  const known = knownOf(program, '');
  if (shell === 'fish') return fish(known);
  // zsh reads what is written for bash.
  return `${shell === 'zsh' ? 'autoload -U +X bashcompinit && bashcompinit\n' : ''}${bash(known)}`;
}

function knownOf(command: Command, path: string): readonly Known[] {
  const options = command.options.flatMap(({ long }) => long ?? []);
  const commands = command.commands.map((sub) => sub.name());
  const below = command.commands.flatMap((sub) => knownOf(sub, path === '' ? sub.name() : `${path} ${sub.name()}`));
  return [{ path, words: [...commands, ...options, '--help'] }, ...below];
}

function bash(known: readonly Known[]): string {
  const paths = known.filter(({ path }) => path !== '').map(({ path }) => `"${path}"`);
  return [
    '_jembatan() {',
    `  local current="\${COMP_WORDS[COMP_CWORD]}" path="" word words=""`,
    `  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do`,
    `    word="\${path:+$path }$word"`,
    `    case "$word" in ${paths.join('|')}) path="$word" ;; esac`,
    '  done',
    '  case "$path" in',
    ...known.map(({ path, words }) => `    "${path}") words="${words.join(' ')}" ;;`),
    '  esac',
    '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
    '}',
    '# What is no command and no option is a file.',
    'complete -o default -F _jembatan jembatan',
    '',
  ].join('\n');
}

function fish(known: readonly Known[]): string {
  return known
    .flatMap(({ path, words }) => {
      const seen = path.split(' ').filter((word) => word !== '');
      const when =
        seen.length === 0
          ? '__fish_use_subcommand'
          : seen.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
      return words.map((word) => {
        const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-f -a ${word}`;
        return `complete -c jembatan -n '${when}' ${what}`;
      });
    })
    .join('\n')
    .concat('\n');
}
