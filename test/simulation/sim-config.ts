import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Config } from '../../src/config/to-config.ts';
import { loadConfig } from '../../src/config.ts';
import type { SimPlan } from './sim-plan.ts';

const FILE = `
site: kota-simulasi
local: { kind: rest, baseUrl: "http://127.0.0.1:1", headers: {} }
national: { baseUrl: "http://127.0.0.1:2", headers: {} }
`;

const shipped = new URL('../../config/', import.meta.url);

const base = load();

function load(): Config {
  const readFile = (path: string) =>
    path.endsWith('jembatan.yaml') ? FILE : readFileSync(new URL(basename(path), shipped), 'utf8');
  const loaded = loadConfig({ file: '/simulation/jembatan.yaml', env: {}, readFile });
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => problem.message).join('; '));
  return loaded.config;
}

/** The account under which the city's own staff key reports in. */
export const STAFF = { name: 'Petugas Pengaduan Kota', email: null, phone: null };

const BBWS = { name: 'BBWS', id: 9_920_005, ours: false };
const ASKS_FOR_NOTHING = { to: BBWS.name, opd: [], categories: [], districts: [], villages: [] };

/** Every second report has somewhere else to go, once it is given back. */
const WITH_RULES: Config['maps'] = {
  ...base.maps,
  institutions: {
    ...base.maps.institutions,
    rules: [{ ...ASKS_FOR_NOTHING, keywords: ['nomor 1', 'nomor 3', 'nomor 5', 'berlubang'], target: BBWS }],
  },
};

/**
 * The shipped configuration with what a plan changes, after somebody edited it so many times: patience, and whether a
 * report of another's is passed on or filed there.
 */
export function simConfig(plan: SimPlan, changes: number): Config {
  const limits = { perMinute: plan.perMinute, concurrency: plan.concurrency, timeoutMs: 30_000, pauseMs: 65_000 };
  return {
    ...base,
    maps: plan.rates['given-back'] === undefined ? base.maps : WITH_RULES,
    local: { ...base.local, limits },
    national: { ...base.national, limits },
    policy: {
      ...base.policy,
      foreign: changes % 2 === 0 ? 'reject' : 'disposition',
      settleMs: plan.settleMs * (1 + (changes % 3) / 2),
      maxAttempts: plan.maxAttempts + (changes % 2),
      onUnknownOutcome: plan.resends ? 'resend' : 'hold',
      resendAfterMs: plan.settleMs * 2,
      twins: { ...base.policy.twins, staff: [STAFF.name] },
      ...plan.policy,
    },
  };
}
