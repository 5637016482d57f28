import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/operate/program.ts';
import { makeFolder } from '../support/make-folder.ts';
import { makeHost } from './make-host.ts';

const COMMANDS = [
  ...['run', 'status', 'parked', 'explain', 'resolve', 'retry', 'hold', 'release', 'confirm'],
  ...['init', 'simulate', 'demo'],
];

async function run(args: readonly string[], cwd = '/nowhere') {
  const { host, out, err } = makeHost({ cwd });
  const exit = await createProgram(host).run(['node', 'jembatan', ...args]);
  return { exit, out: out(), err: err() };
}

describe('createProgram()', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['start']],
    ['an unknown option', ['run', '--twice']],
    ['an option of another command', ['status', '--once']],
    ['an option without its value', ['run', '--config']],
    ['a duration that is none', ['run', '--once', '--for', 'soon']],
    ['a duration without its unit', ['run', '--once', '--for', '10']],
    ['a negative duration', ['run', '--once', '--for=-1m']],
    ['explain without an id', ['explain']],
    ['explain with two ids', ['explain', '1042', '1043']],
    ['retry without an id', ['retry']],
    ['hold without an id', ['hold']],
    ['release without an id', ['release']],
    ['a tracking number with letters', ['resolve', '1042', '--tracking', '91658l6']],
    ['a port that is none', ['simulate', '--port', 'http']],
    ['a seed with a fraction', ['demo', '--seed', '1.5']],
  ])('ends with 2 at %s', async (_, args) => {
    const { exit, out, err } = await run(args);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).not.toBe('');
  });

  it.each([
    ['nothing', []],
    ['ids but no answer', ['1042']],
    ['an answer but no ids', ['--absent']],
    ['a number but no id', ['--tracking', '9165816']],
    ['one number for two ids', ['1042', '1043', '--tracking', '9165816']],
    ['two answers', ['1042', '--tracking', '9165816', '--absent']],
    ['a file and ids', ['1042', '--file', 'good.txt']],
    ['a file and an answer', ['--absent', '--file', 'good.txt']],
    ['a file that is not there', ['--file', 'missing.txt']],
    ['a file with a slip in it', ['--file', 'bad.txt']],
    ['a file without a line', ['--file', 'empty.txt']],
  ])('ends with 2 where resolve is told %s, and settles nothing', async (_, args) => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'good.txt'), '1042 absent\n');
    writeFileSync(join(folder, 'bad.txt'), '1042 absent\n1043 absnt\n');
    writeFileSync(join(folder, 'empty.txt'), '# nothing\n');
    const { exit, err } = await run(['resolve', ...args], folder);
    expect({ exit, err }).toEqual({ exit: 2, err: expect.stringMatching(/^resolve: give ids/) });
  });

  it('takes a good file: what is missing then is the configuration', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'good.txt'), '1042 absent\n');
    expect(await run(['resolve', '--file', 'good.txt'], folder)).toMatchObject({ exit: 3 });
  });

  it.each([['--help'], ['help'], ['-h']])('ends with 0 at %s, and names every command', async (arg) => {
    const { exit, out, err } = await run([arg]);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(COMMANDS.filter((command) => !new RegExp(`^  ${command}\\b`, 'm').test(out))).toEqual([]);
  });

  it.each(COMMANDS)('ends with 0 at %s --help', async (command) => {
    const { exit, out, err } = await run([command, '--help']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain(`Usage: jembatan ${command}`);
  });

  it('ends with 0 at --version', async () => {
    expect(await run(['--version'])).toEqual({ exit: 0, out: '1.2.3\n', err: '' });
  });

  it.each([
    [['run']],
    [['run', '--once', '--for', '90s']],
    [['run', '--dry-run']],
    [['status', '--json']],
    [['parked']],
    [['explain', '1042']],
    [['resolve', '1042', '--tracking', '9165816']],
    [['retry', '1042']],
    [['hold', '1042']],
    [['release', '1042']],
    [['confirm']],
  ])('ends with 3 at %j where there is no configuration', async (args) => {
    const { exit, out, err } = await run(args, makeFolder());
    expect({ exit, out }).toEqual({ exit: 3, out: '' });
    expect(err).toContain('jembatan init');
  });
});
