import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../src/config/to-config.ts';
import { loadConfig } from '../src/config.ts';

export const CONCURRENCY = 8;

const MAPS = fileURLToPath(new URL('../config/', import.meta.url));
const EVERY_SECOND = '* * * * * *';

/**
 * A configuration file: as shipped but for the addresses, limits that hold nobody up, one write for each report, and a round
 * every second.
 */
export function configText(baseUrl: string): string {
  const limits = { perMinute: 1_000_000, concurrency: CONCURRENCY };
  const map = (name: string) => [name, join(MAPS, `${name}.yaml`)];
  // JSON is YAML.
  return JSON.stringify({
    ledger: { url: 'sqlite:ledger.sqlite' },
    local: { kind: 'rest', baseUrl, headers: { Authorization: 'Bearer bench' }, limits },
    national: { baseUrl, headers: { Authorization: 'Bearer bench', token: '{bench}' }, limits },
    maps: Object.fromEntries(['categories', 'institutions', 'statuses', 'deadlines', 'holidays'].map(map)),
    policy: { foreign: 'disposition', guard: { maxNewPerCycle: 1_000_000 } },
    schedule: { intake: EVERY_SECOND },
  });
}

/** The same as the bridge sees it. */
export function benchConfig(baseUrl: string): Config {
  const own = configText(baseUrl);
  const readFile = (path: string) => (path === OWN ? own : readFileSync(path, 'utf8'));
  const loaded = loadConfig({ file: OWN, env: {}, readFile });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ path, message }) => `${path}: ${message}`).join('; '));
  return loaded.config;
}

const OWN = '/bench/jembatan.yaml';
