import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../src/operate/examples.ts';
import { createProgram } from '../../src/operate/program.ts';
import { makeFolder } from '../support/make-folder.ts';
import { makeHost } from './make-host.ts';

/** Words of every command that does something. */
function leaves(command: Command, path: readonly string[] = []): readonly string[] {
  return command.commands.flatMap((sub) =>
    sub.commands.length > 0 ? leaves(sub, [...path, sub.name()]) : [[...path, sub.name()].join(' ')],
  );
}

async function run(args: readonly string[], cwd = makeFolder()) {
  const { host, out, err } = makeHost({ cwd });
  const code = await createProgram(host).run(['node', 'jembatan', ...args]);
  return { code, out: out(), err: err() };
}

const COMMANDS = leaves(createProgram(makeHost().host).command);
const wordsOf = (args: string) =>
  [...args.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
const RUNS = COMMANDS.flatMap((command) => EXAMPLES[command] ?? [])
  .map(([args]) => args)
  // They would run for a while, or want root before all.
  .filter((args) => !/^(simulate|demo|service) ?/.test(args));

describe('help', () => {
  it('has examples of every command, and of no other', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual([...COMMANDS].sort());
  });

  it.each(COMMANDS)('shows the examples of %s in the language of the configuration', async (command) => {
    const { code, out } = await run([...command.split(' '), '--help']);
    expect(code).toBe(0);
    expect(out).toContain('Contoh:');
    for (const [args, id] of EXAMPLES[command] ?? [])
      expect(out).toMatch(new RegExp(`jembatan ${escaped(args)} +${escaped(id)}`));
    const folder = makeFolder();
    writeFileSync(join(folder, 'a.yaml'), 'locale: en\n');
    const english = await run([...command.split(' '), '--config', 'a.yaml', '--help'], folder);
    if (!['simulate', 'demo', 'completion'].includes(command)) expect(english.out).toContain('Examples:');
  });

  it.each(RUNS)('has an example that is a right command line: %s', async (args) => {
    expect((await run(wordsOf(args))).code).not.toBe(2);
  });

  it.each([
    [['status', '--twice'], 'Lihat `jembatan status --help`.'],
    [['service', 'install', '--x'], 'Lihat `jembatan service install --help`.'],
    [['start'], 'Lihat `jembatan --help`.'],
  ])('is where a wrong command line points to: %j', async (args, next) => {
    const { code, err } = await run(args);
    expect({ code, last: err.trimEnd().split('\n').at(-1) }).toEqual({ code: 2, last: next });
  });
});

describe('completion', () => {
  const complete = async (line: readonly string[]) => {
    const { out } = await run(['completion', 'bash']);
    const words = line.map((word) => `'${word}'`).join(' ');
    const script = `${out}\nCOMP_WORDS=(jembatan ${words}); COMP_CWORD=${line.length}; _jembatan; echo "\${COMPREPLY[*]}"`;
    return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.trim();
  };

  it('offers commands, and the options of the one that stands there', async () => {
    expect(await complete(['rec'])).toBe('reconcile');
    expect(await complete(['service', 'u'])).toBe('uninstall');
    expect(await complete(['status', '--j'])).toBe('--json');
    expect(await complete(['resolve', '1042', '--ab'])).toBe('--absent');
    expect(await complete(['status', '--absent'])).toBe('');
  });

  it('speaks to zsh and fish, too, and to no other', async () => {
    expect((await run(['completion', 'zsh'])).out).toContain('bashcompinit');
    const fish = (await run(['completion', 'fish'])).out;
    expect(fish).toContain("complete -c jembatan -n '__fish_use_subcommand' -f -a reconcile");
    expect(fish).toContain("complete -c jembatan -n '__fish_seen_subcommand_from status' -l json");
    expect((await run(['completion', 'csh'])).code).toBe(2);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
