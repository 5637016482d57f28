import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { initFiles, SHIPPED_FILES } from '../../src/config/init-files.ts';
import { loadConfig } from '../../src/config.ts';

const root = new URL('../../', import.meta.url);
const shipped: Readonly<Record<string, string>> = Object.fromEntries(
  SHIPPED_FILES.map((name) => [
    name,
    readFileSync(new URL(name.startsWith('.') ? name : `config/${name}`, root), 'utf8'),
  ]),
);

describe('initFiles()', () => {
  const files = initFiles({ site: 'kota-baru', today: '2026-08-01', shipped });
  const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? '';

  it('writes a configuration that loads once .env.example is filled in', () => {
    const env = filledIn(textOf('.env.example'));
    const loaded = loadConfig({ file: 'jembatan.yaml', env, readFile: textOf });

    expect(loaded).toMatchObject({
      ok: true,
      config: { site: 'kota-baru', policy: { sinceMs: Date.parse('2026-08-01T00:00:00+07:00') } },
    });
  });

  it('has a database beside it in comments, which loads once it takes the place of the application', () => {
    const yaml = textOf('jembatan.yaml');
    const [own = ''] = /^local:\n(?: .*\n)+/m.exec(yaml) ?? [];
    const [commented = ''] = /^#local:\n(?:# .*\n)+/m.exec(yaml) ?? [];
    const text = yaml.replace(commented, '').replace(own, () => commented.replace(/^#/gm, ''));
    const env = { ...filledIn(textOf('.env.example')), RABEG_DB_PASSWORD: 'sandi' };
    const readFile = (path: string) => (path === 'jembatan.yaml' ? text : textOf(path));

    expect(loadConfig({ file: 'jembatan.yaml', env, readFile })).toMatchObject({
      ok: true,
      config: { local: { kind: 'mysql', preset: 'classic', readOnly: true, overlapMs: 900_000 } },
    });
  });

  it('asks for every variable: the untouched .env.example is not enough', () => {
    const env = variablesOf(textOf('.env.example'));
    const loaded = loadConfig({ file: 'jembatan.yaml', env, readFile: textOf });

    expect(loaded.ok ? [] : loaded.problems.map(({ path }) => path)).toEqual([
      'local.headers.Authorization',
      'national.headers.Authorization',
      'national.headers.token',
    ]);
  });

  it('keeps the comments and everything else of the shipped files', () => {
    const changed = SHIPPED_FILES.filter((name) => textOf(name) !== shipped[name]);

    expect(changed).toEqual(['jembatan.yaml']);
    expect(
      textOf('jembatan.yaml')
        .replace('site: "kota-baru"', 'site: kota-serang')
        .replace('since: 2026-08-01', 'since: null'),
    ).toBe(shipped['jembatan.yaml']);
  });

  it.each(['3673', 'null', '0123', 'yes'])('keeps the site %s a text', (site) => {
    const text =
      initFiles({ site, today: '2026-08-01', shipped }).find(({ path }) => path === 'jembatan.yaml')?.text ?? '';
    const env = filledIn(textOf('.env.example'));
    const loaded = loadConfig({
      file: 'jembatan.yaml',
      env,
      readFile: (path) => (path === 'jembatan.yaml' ? text : textOf(path)),
    });

    expect(loaded).toMatchObject({ ok: true, config: { site } });
  });

  it('throws where the package is broken', () => {
    const options = { site: 'a', today: '2026-08-01' };

    expect(() => initFiles({ ...options, shipped: {} })).toThrow('jembatan.yaml was not shipped');
    expect(() => initFiles({ ...options, shipped: { ...shipped, 'jembatan.yaml': 'site: a\n' } })).toThrow(
      'exactly one line',
    );
  });
});

function variablesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from(text.matchAll(/^(\w+)=(.*)$/gm), ([, name = '', value = '']) => [name, value]));
}

function filledIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(variablesOf(text)).map(([name, value]) => [name, value === '' ? `filled-${name}` : value]),
  );
}
