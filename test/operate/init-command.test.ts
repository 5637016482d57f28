import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHIPPED_FILES } from '../../src/config/init-files.ts';
import { loadConfig } from '../../src/config.ts';
import { initCommand } from '../../src/operate/init-command.ts';
import { ENV } from '../config/load-text.ts';
import { makeFolder } from '../support/make-folder.ts';
import { makeHost } from './make-host.ts';

const CONFIG = 'config/jembatan.yaml';
const MAPS = SHIPPED_FILES.filter((name) => name !== '.env.example').toSorted();

function load(folder: string) {
  const readFile = (path: string) => readFileSync(path, 'utf8');
  return loadConfig({ file: join(folder, CONFIG), env: ENV, readFile });
}

describe('initCommand()', () => {
  it('writes a configuration that loads, with its maps beside it and .env.example in the folder', () => {
    const cwd = makeFolder();
    const { host, out, err } = makeHost({ cwd });
    expect(initCommand(host, { config: CONFIG, site: 'kota-contoh' })).toBe(0);
    expect(readdirSync(cwd).toSorted()).toEqual(['.env.example', 'config']);
    expect(readdirSync(join(cwd, 'config')).toSorted()).toEqual(MAPS);
    const sinceMs = Date.parse('2026-08-03T00:00:00+07:00');
    expect(load(cwd)).toMatchObject({ ok: true, config: { site: 'kota-contoh', policy: { sinceMs } } });
    expect(SHIPPED_FILES.filter((name) => !out().includes(name))).toEqual([]);
    expect(err()).toBe('');
  });

  it('goes by the day of Jakarta, where it is tomorrow already', () => {
    const cwd = makeFolder();
    const { host } = makeHost({ cwd });
    const clock = { ...host.clock, now: () => Date.parse('2026-08-03T17:00:00Z') };
    initCommand({ ...host, clock }, { config: CONFIG, site: 'kota-contoh' });
    expect(readFileSync(join(cwd, CONFIG), 'utf8')).toContain('  since: 2026-08-04\n');
  });

  it('leaves existing files alone, and says so', () => {
    const cwd = makeFolder();
    const { host } = makeHost({ cwd });
    initCommand(host, { config: CONFIG, site: 'kota-contoh' });
    const own = join(cwd, 'config/categories.yaml');
    writeFileSync(own, 'mine\n');
    const again = makeHost({ cwd });
    expect(initCommand(again.host, { config: CONFIG, site: 'kota-lain' })).toBe(0);
    expect(readFileSync(own, 'utf8')).toBe('mine\n');
    expect(readFileSync(join(cwd, CONFIG), 'utf8')).toContain('kota-contoh');
    expect(again.out()).toMatch(/^Sudah ada, tidak diubah: .*categories\.yaml/m);
    expect(again.out()).not.toContain('Ditulis');
  });

  it('writes only what is missing', () => {
    const cwd = makeFolder();
    writeFileSync(join(cwd, '.env.example'), 'MINE=1\n');
    const { host, out } = makeHost({ cwd });
    expect(initCommand(host, { config: CONFIG, site: 'kota-contoh' })).toBe(0);
    expect(readFileSync(join(cwd, '.env.example'), 'utf8')).toBe('MINE=1\n');
    expect(readdirSync(join(cwd, 'config')).toSorted()).toEqual(MAPS);
    expect(out()).toContain(`Sudah ada, tidak diubah: ${join(cwd, '.env.example')}\n`);
  });

  it.each(['Kota Serang', '', '-serang', 'kota/serang', '${SITE}', '"', 'a\nb', 'a'.repeat(41)])(
    'refuses the site %j before anything is written',
    (site) => {
      const cwd = makeFolder();
      const { host, out, err } = makeHost({ cwd });
      expect(initCommand(host, { config: CONFIG, site })).toBe(2);
      expect(readdirSync(cwd)).toEqual([]);
      expect(out()).toBe('');
      expect(err()).toMatch(/^site: \S/);
    },
  );

  it('takes another place for the configuration, and puts the maps there', () => {
    const [cwd, elsewhere] = [makeFolder(), makeFolder()];
    const { host } = makeHost({ cwd });
    const config = join(elsewhere, 'etc/serang.yaml');
    expect(initCommand(host, { config, site: 'kota-contoh' })).toBe(0);
    expect(existsSync(config)).toBe(true);
    expect(existsSync(join(elsewhere, 'etc/holidays.yaml'))).toBe(true);
    expect(readdirSync(cwd)).toEqual(['.env.example']);
  });
});
