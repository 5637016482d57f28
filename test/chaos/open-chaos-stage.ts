import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../src/simulate/seeded-random.ts';
import { type City, createCity } from '../process/create-city.ts';
import { type ChaosFaults, createChaosFaults } from './create-chaos-faults.ts';
import { type CommandLine, createCommandLine } from './create-command-line.ts';
import { createOperator, type Operator } from './create-operator.ts';
import { createPeople } from './create-people.ts';
import type { Histories } from './histories.ts';

/** Both systems and everybody who acts in a run. People act whenever the bridge asks something: so they never outrun it. */
export interface ChaosStage {
  readonly city: City;
  readonly faults: ChaosFaults;
  readonly operator: Operator;
  readonly commandLine: CommandLine;
  /** In which the lives of the bridge are drawn. */
  readonly random: () => number;
  /** What was not as it should be; grows. */
  readonly violations: string[];
  /** Writes a line into the log of the run. */
  note(line: string): void;
  histories(): Histories;
  /** Ends everything. A folder that is kept tells of every request, too. */
  close(keepsFolder: boolean): Promise<void>;
}

const SITE = 'kota-uji';
/** Long enough to be killed between a request and its effect, and between that and its answer. */
const LATENCY_MS = 3;

export interface StageOptions {
  readonly seed: number;
  readonly reportsMax: number;
  /** LAPOR! offers its optional list: what is in doubt is looked up there, and what was born there comes here. */
  readonly list: boolean;
}

export async function openChaosStage({ seed, reportsMax, list }: StageOptions): Promise<ChaosStage> {
  const violations: string[] = [];
  const faults = createChaosFaults({
    random: stream(seed, 1),
    onRequest: () => people.act(),
    onHit: ({ side, operation, kind }) => note(`fault ${side} ${operation} ${kind}`),
  });
  const city = await createCity({ faults, latencyMs: LATENCY_MS, timeout: '1s', policy: 'settle: 300ms', list });
  const { local, national } = city;

  function note(line: string): void {
    appendFileSync(join(city.folder, 'chaos.log'), `${new Date().toISOString()} ${line}\n`);
  }

  async function close(keepsFolder: boolean): Promise<void> {
    if (keepsFolder) writeFileSync(join(city.folder, 'requests.log'), requestsOf(city));
    await city.close({ keepsFolder });
  }

  const commandLine = createCommandLine(city, {
    random: stream(seed, 2),
    fail: (violation) => violations.push(violation),
    onEnded: (args, { code, signal, out }) => note(`${args.join(' ')}: ${signal ?? code} ${out.trim()}`),
  });
  const operator = createOperator(city, commandLine, stream(seed, 5));
  const worlds = { local: local.world, national: national.world };
  const people = createPeople({ ...worlds, random: stream(seed, 3), reportsMax, filesThere: list });
  const histories = () => ({
    site: SITE,
    local: { reports: local.world.reports(), effects: local.world.effects },
    national: {
      complaints: national.world.complaints(),
      effects: national.world.effects,
      requests: national.requests,
    },
  });
  return { city, faults, operator, commandLine, random: stream(seed, 4), violations, note, histories, close };
}

/** A source of its own for each who draws, so that none moves the others'. */
function stream(seed: number, number: number): () => number {
  return seededRandom((seed ^ Math.imul(number, 0x9e3779b9)) >>> 0);
}

function requestsOf({ local, national }: City): string {
  return [...local.requests, ...national.requests]
    .toSorted((a, b) => a.at - b.at)
    .map(
      ({ at, side, method, path, effect }) =>
        `${new Date(at).toISOString()} ${side} ${method} ${path} ${effect ?? '-'}\n`,
    )
    .join('');
}
