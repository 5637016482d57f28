import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLocalSimulator, DEFAULT_LOCAL_TOKEN } from '../../src/simulate/create-local-simulator.ts';
import {
  createNationalSimulator,
  DEFAULT_NATIONAL_AUTH,
  DEFAULT_NATIONAL_TOKEN,
} from '../../src/simulate/create-national-simulator.ts';
import type { FaultInput } from '../../src/simulate/fault.ts';
import { createFaultPlan, type FaultPlan } from '../../src/simulate/fault-plan.ts';
import { localInputOf } from '../../src/simulate/local-input-of.ts';
import { randomReport } from '../../src/simulate/random-report.ts';
import { seededRandom } from '../../src/simulate/seeded-random.ts';

export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const LIST_PATH = '/complaints/list';
const MAPS = fileURLToPath(new URL('../../config', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

export interface CityOptions {
  readonly reports?: number;
  readonly faults?: readonly FaultInput[] | FaultPlan;
  readonly latencyMs?: number;
  /** Lines of the configuration's policy section. */
  readonly policy?: string;
  readonly intake?: string;
  readonly environment?: string;
  readonly timeout?: string;
  readonly hookSecret?: string;
  /** LAPOR! offers its optional list. */
  readonly list?: boolean;
  /** More of the environment of every command. */
  readonly env?: Readonly<Record<string, string>>;
}

export type City = Awaited<ReturnType<typeof createCity>>;

/** Both simulated systems, a folder with a configuration, and the built command line in processes of its own. */
export async function createCity(options: CityOptions = {}) {
  const { faults: given = [] } = options;
  const faults = 'take' in given ? given : createFaultPlan(given);
  const common = { now: Date.now, faults, latencyMs: options.latencyMs ?? 0 };
  const local = createLocalSimulator(common);
  const national = createNationalSimulator({ ...common, list: options.list === true ? LIST_PATH : null });
  const random = seededRandom(7);
  for (let index = 0; index < (options.reports ?? 0); index += 1) {
    local.world.fileReport({ ...localInputOf(randomReport(index, random)), lampiran: [], opd: 'DPUPR' });
  }
  const [localUrl, nationalUrl] = [(await local.start()).baseUrl, (await national.start()).baseUrl];
  const folder = mkdtempSync(join(tmpdir(), 'jembatan-'));
  writeFileSync(join(folder, 'jembatan.yaml'), configOf(options, localUrl, nationalUrl));
  const children = new Set<ChildProcess>();

  function start(...args: string[]): { child: ChildProcess; ended: Promise<Ended>; errors: () => string } {
    const env = {
      PATH: process.env.PATH,
      RABEG_TOKEN: DEFAULT_LOCAL_TOKEN,
      LAPOR_AUTH: DEFAULT_NATIONAL_AUTH,
      LAPOR_TOKEN: DEFAULT_NATIONAL_TOKEN,
      ...options.env,
    };
    const [command = '', ...rest] = args;
    const child = spawn(process.execPath, [MAIN, command, '--config', 'jembatan.yaml', ...rest], { cwd: folder, env });
    children.add(child);
    const texts = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      texts.out += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      texts.err += chunk.toString('utf8');
    });
    const ended = once(child, 'close').then(([code, signal]) => {
      children.delete(child);
      return { code: code as number | null, signal: signal as string | null, ...texts };
    });
    return { child, ended, errors: () => texts.err };
  }

  return {
    local,
    national,
    faults,
    folder,
    urls: { local: localUrl, national: nationalUrl },
    secrets: { local: DEFAULT_LOCAL_TOKEN, auth: DEFAULT_NATIONAL_AUTH, token: DEFAULT_NATIONAL_TOKEN },
    /** Writes the configuration anew. */
    configure: (more: CityOptions) =>
      writeFileSync(join(folder, 'jembatan.yaml'), configOf({ ...options, ...more }, localUrl, nationalUrl)),
    start,
    run: (...args: string[]) => start(...args).ended,
    /** How often each reference was filed. */
    filings: () => {
      const counts = new Map<string, number>();
      for (const effect of national.world.effects) {
        if (effect.kind === 'create') counts.set(effect.detail, (counts.get(effect.detail) ?? 0) + 1);
      }
      return counts;
    },
    /** The number under which a report was filed, as text. */
    numberOf: (localId: string) => {
      const filed = national.world.complaints().find((one) => one.content.startsWith(`[Ref: kota-uji-${localId}]`));
      return filed === undefined ? null : String(filed.id);
    },
    requestCount: () => local.requests.length + national.requests.length,
    effectCount: () => local.world.effects.length + national.world.effects.length,
    /** Kills what still runs and stops both systems; the folder stays where it says why something failed. */
    async close({ keepsFolder = false } = {}): Promise<void> {
      for (const child of children) child.kill('SIGKILL');
      await local.stop();
      await national.stop();
      if (!keepsFolder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configOf(options: CityOptions, localUrl: string, nationalUrl: string): string {
  const timeout = options.timeout ?? '10s';
  return `site: kota-uji
ledger: { url: "sqlite:data/ledger.sqlite" }
local:
  kind: rest
  baseUrl: ${localUrl}
  headers: { Authorization: "Bearer \${RABEG_TOKEN}" }
  limits: { perMinute: 100000, concurrency: 4, timeout: ${timeout}, pause: 1s }
national:
  environment: ${options.environment ?? 'production'}
  baseUrl: ${nationalUrl}
  headers: { Authorization: "Bearer \${LAPOR_AUTH}", token: "\${LAPOR_TOKEN}" }
  limits: { perMinute: 100000, concurrency: 4, timeout: ${timeout}, pause: 1s }
  paths: { list: ${options.list === true ? LIST_PATH : 'null'} }
  list: { lag: 0s }
policy: { ${options.policy ?? 'settle: 200ms'} }
schedule: { intake: "${options.intake ?? '* * * * * *'}" }
log: { level: debug }
web: { port: 0, hookSecret: ${options.hookSecret ?? 'null'} }
maps:
  categories: ${MAPS}/categories.yaml
  institutions: ${MAPS}/institutions.yaml
  statuses: ${MAPS}/statuses.yaml
  deadlines: ${MAPS}/deadlines.yaml
  holidays: ${MAPS}/holidays.yaml
`;
}
