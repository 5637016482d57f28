import type { Config } from '../../src/config/to-config.ts';
import { type LoadedConfig, loadConfig } from '../../src/config.ts';

export const ENV = {
  RABEG_BASE_URL: 'https://rabeg.example.test/api',
  RABEG_TOKEN: 'local-token',
  LAPOR_BASE_URL: 'https://lapor.example.test/v3',
  LAPOR_AUTH: 'national-auth',
  LAPOR_TOKEN: '{NATIONAL-TOKEN}',
};

/** The smallest maps that are free of problems and warnings. */
const MAPS: Readonly<Record<string, string>> = {
  '/etc/jembatan/categories.yaml': 'default: { categoryId: 436, classificationId: 6 }',
  '/etc/jembatan/institutions.yaml': 'default: { id: 151345, ours: true }',
  '/etc/jembatan/statuses.yaml': 'national: { Selesai: closed }\nlocal: { closed: selesai }',
  '/etc/jembatan/deadlines.yaml': ['verify', 'first-follow-up', 'finish']
    .map((step) => `- { from: 2020-01-01, classification: default, step: ${step}, workingDays: 3 }`)
    .join('\n'),
  '/etc/jembatan/holidays.yaml': '2026: { national: { 2026-08-17: Proklamasi Kemerdekaan } }',
};

interface Given {
  readonly env?: Readonly<Record<string, string>>;
  /** Texts of map files by name, such as `statuses.yaml`. */
  readonly maps?: Readonly<Record<string, string>>;
}

/** Loads `/etc/jembatan/jembatan.yaml` with this text, from files that are in memory. */
export function loadText(text: string, { env = ENV, maps = {} }: Given = {}): LoadedConfig {
  const given = Object.entries(maps).map(([name, map]) => [`/etc/jembatan/${name}`, map] as const);
  const files: Readonly<Record<string, string>> = {
    ...MAPS,
    ...Object.fromEntries(given),
    '/etc/jembatan/jembatan.yaml': text,
  };
  return loadConfig({ file: '/etc/jembatan/jembatan.yaml', env, readFile: (path) => readFrom(files, path) });
}

/** The configuration of a text that is expected to be sound. */
export function configOf(text: string, given: Given = {}): Config {
  const loaded = loadText(text, given);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.config;
}

/** Problems as `path: message`, with the file's name in front where it is not the configuration itself. */
export function problemsOf(loaded: LoadedConfig): readonly string[] {
  if (loaded.ok) return [];
  return loaded.problems.map(({ file, path, message }) => {
    const name = file.replace('/etc/jembatan/', '');
    return `${name === 'jembatan.yaml' ? '' : `${name} `}${path}: ${message}`;
  });
}

function readFrom(files: Readonly<Record<string, string>>, path: string): string {
  const text = files[path];
  if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  return text;
}
