import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/operate/program.ts';
import { makeHost } from '../operate/make-host.ts';
import { makeFolder } from '../support/make-folder.ts';

const DEPLOY = join(import.meta.dirname, '..', '..', 'deploy');
const UNITS = ['jembatan.service', 'jembatan-once.service', 'jembatan-once.timer'];
const SERVICES = UNITS.filter((name) => name.endsWith('.service'));
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
/** Without it nothing is judged by it, but in CI, which has to have it. */
const judges = hasSystemd || process.env.CI !== undefined;
if (!judges) process.stderr.write('No systemd-analyze here: the units are not judged by it.\n');

/** A unit with a program that is there, so that only what the unit says is judged. */
function laid(text: string, name: string): string {
  const path = join(makeFolder(), name);
  writeFileSync(path, text.replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`));
  return path;
}

const analyze = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
  return { status, out: `${stdout}${stderr}` };
};

const shipped = (name: string) => readFileSync(join(DEPLOY, name), 'utf8');

describe('the units of systemd', () => {
  it.each(judges ? UNITS : [])('are right: %s', (name) => {
    const path = laid(shipped(name), name);
    if (name.endsWith('.timer')) {
      laidBeside(path, 'jembatan-once.service');
    }
    expect(analyze('verify', path)).toEqual({ status: 0, out: '' });
  });

  it.each(judges ? SERVICES : [])('let %s do no more than it has to', (name) => {
    const { status, out } = analyze('security', '--offline=true', '--no-pager', laid(shipped(name), name));
    expect(status).toBe(0);
    const exposure = Number(/Overall exposure level for \S+: ([\d.]+)/.exec(out)?.[1] ?? Number.NaN);
    expect(exposure).toBeLessThanOrEqual(3);
  });
});

function laidBeside(path: string, name: string): void {
  writeFileSync(join(path, '..', name), shipped(name).replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`));
}

/** A configuration that can be used, in a folder with a blank in its name. */
function layCity(more = ''): { folder: string; config: string } {
  const folder = join(makeFolder(), 'kota kita');
  mkdirSync(folder);
  for (const map of ['categories', 'institutions', 'statuses', 'deadlines', 'holidays']) {
    writeFileSync(join(folder, `${map}.yaml`), readFileSync(join(DEPLOY, '..', 'config', `${map}.yaml`)));
  }
  const config = join(folder, 'jembatan.yaml');
  writeFileSync(
    config,
    `locale: en
ledger: { url: "sqlite:data/ledger.sqlite" }
local: { kind: rest, baseUrl: https://rabeg.example.test/api, headers: {} }
national: { baseUrl: https://lapor.example.test/v3, headers: {} }
${more}`,
  );
  return { folder, config };
}

async function service(args: readonly string[], change: Parameters<typeof makeHost>[0] = {}) {
  const ran: string[] = [];
  const execute = async (command: string, words: readonly string[]) => ran.push([command, ...words].join(' ')) > 0;
  const { host, out, err } = makeHost({ execute, nodePath: process.execPath, ...change });
  const code = await createProgram(host).run(['node', 'jembatan', 'service', ...args]);
  return { code, out: out(), err: err(), ran };
}

describe('jembatan service install', () => {
  it('writes the daemon’s unit with the paths of this machine, and runs nothing where a root is given', async () => {
    const { folder, config } = layCity('encryption: { keyFile: key%1 }');
    const root = makeFolder();

    const done = await service(['install', '--config', config, '--root', root]);

    expect(done).toMatchObject({ code: 0, err: '', ran: [] });
    const unit = readFileSync(join(root, 'etc/systemd/system/jembatan.service'), 'utf8');
    const lines = unit.split('\n');
    expect(lines).toContain(
      `ExecStart=${process.execPath} ${join(DEPLOY, '..', 'dist/main.js')} run --config "${config}"`,
    );
    expect(lines).toContain(`EnvironmentFile=-${folder}/.env`);
    expect(lines).toContain(`LoadCredential=jembatan-key:${folder}/key%%1`);
    expect(lines).toContain(`ReadWritePaths="${folder}/data"`);
    expect(unit).not.toContain('StateDirectory');
    if (judges) {
      expect(analyze('verify', join(root, 'etc/systemd/system/jembatan.service'))).toEqual({ status: 0, out: '' });
    }
  });

  it('writes a timer and its round instead, without a key that it keeps itself', async () => {
    const { config } = layCity();
    const root = makeFolder();

    expect((await service(['install', '--timer', '--config', config, '--root', root])).code).toBe(0);

    const unit = readFileSync(join(root, 'etc/systemd/system/jembatan-once.service'), 'utf8');
    expect(unit).toContain(' run --once --config ');
    expect(unit).not.toContain('LoadCredential');
    const timer = readFileSync(join(root, 'etc/systemd/system/jembatan-once.timer'), 'utf8');
    expect(timer).toBe(shipped('jembatan-once.timer'));
  });

  it('can read a Node that lies in somebody’s home', async () => {
    const { config } = layCity();
    const root = makeFolder();

    await service(['install', '--config', config, '--root', root], { nodePath: '/home/sari/.nvm/bin/node' });

    const lines = readFileSync(join(root, 'etc/systemd/system/jembatan.service'), 'utf8').split('\n');
    expect(lines).toContain('ProtectHome=read-only');
  });

  it('keeps what systemd makes itself where the ledger is there', async () => {
    const { config } = layCity('log: { file: /var/log/jembatan/log }\n');
    const text = readFileSync(config, 'utf8').replace('sqlite:data', 'sqlite:/var/lib/jembatan');
    writeFileSync(config, text);
    const root = makeFolder();

    await service(['install', '--config', config, '--root', root]);

    const lines = readFileSync(join(root, 'etc/systemd/system/jembatan.service'), 'utf8').split('\n');
    expect(lines).toEqual(expect.arrayContaining(['StateDirectory=jembatan', 'ReadWritePaths=/var/log/jembatan']));
  });

  it.each(['install', 'uninstall'])('leaves %s to root', async (verb) => {
    const { config } = layCity();
    expect(await service([verb, '--config', config])).toMatchObject({ code: 2, out: '', ran: [] });
  });
});
