import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/operate/program.ts';
import { makeHost } from '../operate/make-host.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGES = ['README.md', 'README.id.md', 'docs/operations.md', 'docs/id/panduan.md'];

/** Every `jembatan …` that a page writes as code. */
function commandsOf(page: string): readonly string[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...new Set([...text.matchAll(/`(?:sudo )?jembatan ([^`]+)`/g)].map(([, command = '']) => command))];
}

/** Words before the first argument or option: the command itself. */
function pathOf(command: string): readonly string[] {
  const words = command.split(' ');
  const [first = '', second = ''] = words;
  return first === 'service' ? [first, second] : [first];
}

describe.each(PAGES)('the commands of %s', (page) => {
  it.each(commandsOf(page))('jembatan %s', async (command) => {
    const { host, out } = makeHost();
    const code = await createProgram(host).run(['node', 'jembatan', ...pathOf(command), '--help']);
    expect(code).toBe(0);
    for (const [option] of command.matchAll(/--[a-z-]+/g)) expect(out()).toContain(option);
    const takesArgument = /^\S+( install| uninstall)? [<[\w][^-]*$/.test(command.replace(/ --.*/, ''));
    if (takesArgument && pathOf(command).length === 1) expect(out()).toMatch(/Usage: .*[<[]/);
  });
});
