import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createProgram } from '../../src/operate/program.ts';
import { makeHost } from '../operate/make-host.ts';
import { makeFolder } from '../support/make-folder.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

interface Service {
  readonly build: string;
  readonly command?: readonly string[];
  readonly network_mode?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
}
const compose = parse(read('compose.yaml')) as {
  services: Readonly<Record<string, Service>>;
  volumes: Readonly<Record<string, unknown>>;
};
const lines = read('Dockerfile')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** No engine of containers is asked here: what is written is read, and nothing is built or started. */
describe('Dockerfile', () => {
  it('is built in one stage and runs in another, as nobody special, with a health check', () => {
    const stages = lines.filter((line) => line.startsWith('FROM '));
    expect(stages).toEqual(['FROM node:22-bookworm AS build', 'FROM node:22-bookworm-slim']);
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
    expect(lines.indexOf('USER node')).toBeLessThan(lines.findIndex((line) => line.startsWith('ENTRYPOINT ')));
    expect(lines.find((line) => line.startsWith('HEALTHCHECK '))).toContain('/livez');
  });

  it('copies only what is there, and never a secret', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.env', 'data', 'node_modules']));
    const sources = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1))
      .filter((name) => name !== '.');
    for (const name of sources) expect(() => read(name)).not.toThrow();
  });

  it('starts commands that there are', async () => {
    const [command] = lines
      .filter((line) => line.startsWith('CMD '))
      .map((line) => JSON.parse(line.slice(4)) as string[]);
    expect(await exitOf([...(command ?? []), '--help'])).toBe(0);
  });
});

describe('compose.yaml', () => {
  it('has the bridge and both simulators, on one loopback, with volumes that are declared', async () => {
    const { simulators, bridge } = compose.services;
    expect(Object.keys(compose.services)).toEqual(['init', 'simulators', 'bridge']);
    expect(bridge?.network_mode).toBe('service:simulators');
    const mounted = (bridge?.volumes ?? []).map((volume) => volume.split(':')[1]);
    expect(mounted).toEqual(['/etc/jembatan', '/etc/data']);
    for (const { volumes = [], command = [] } of Object.values(compose.services)) {
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
      expect(await exitOf([...command, '--help'])).toBe(0);
    }
    const [, , port = ''] = simulators?.command ?? [];
    expect(bridge?.environment).toMatchObject({
      RABEG_BASE_URL: expect.stringContaining(`127.0.0.1:${port}/`),
      LAPOR_BASE_URL: expect.stringContaining(`127.0.0.1:${Number(port) + 1}/`),
    });
  });

  it('gives every variable that the shipped configuration asks for', () => {
    const asked = [...read('config/jembatan.yaml').matchAll(/^[^#]*\$\{([A-Z_]+)\}/gm)].map(([, name]) => name);
    expect(Object.keys(compose.services.bridge?.environment ?? {})).toEqual(expect.arrayContaining(asked));
  });
});

async function exitOf(args: readonly string[]): Promise<number> {
  const { host } = makeHost({ cwd: makeFolder() });
  return await createProgram(host).run(['node', 'jembatan', ...args]);
}
