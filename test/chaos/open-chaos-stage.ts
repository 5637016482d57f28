import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../src/simulate/seeded-random.ts';
import { type City, createCity } from '../process/create-city.ts';
import { type ChaosFaults, createChaosFaults } from './create-chaos-faults.ts';
import { createOperator, type Operator } from './create-operator.ts';
import { createPeople, type People } from './create-people.ts';
import type { Histories } from './histories.ts';

/** Both systems and everybody who acts in a run, before anything happens. */
export interface ChaosStage {
  readonly city: City;
  readonly faults: ChaosFaults;
  readonly operator: Operator;
  readonly people: People;
  /** In which the lives of the bridge are drawn. */
  readonly random: () => number;
  /** What was not as it should be; grows. */
  readonly violations: string[];
  /** Writes a line into the log of the run. */
  note(line: string): void;
  histories(): Histories;
  /** Removes the folder, unless it tells why something failed. */
  close(): Promise<void>;
}

const SITE = 'kota-uji';
/** Long enough to be killed between a request and its effect, and between that and its answer. */
const LATENCY_MS = 3;

export async function openChaosStage(seed: number, reportsMax: number): Promise<ChaosStage> {
  const violations: string[] = [];
  const faults = createChaosFaults(stream(seed, 1), ({ side, operation, kind }) =>
    note(`fault ${side} ${operation} ${kind}`),
  );
  const city = await createCity({ faults, latencyMs: LATENCY_MS, timeout: '1s', policy: 'settle: 300ms' });
  const { local, national } = city;

  function note(line: string): void {
    appendFileSync(join(city.folder, 'chaos.log'), `${new Date().toISOString()} ${line}\n`);
  }

  async function close(): Promise<void> {
    if (violations.length > 0) writeFileSync(join(city.folder, 'requests.log'), requestsOf(city));
    await city.close({ keepsFolder: violations.length > 0 });
  }

  const operator = createOperator(city, {
    random: stream(seed, 2),
    fail: (violation) => violations.push(violation),
    onCommand: (args, { code, signal, out }) => note(`${args.join(' ')}: ${signal ?? code} ${out.trim()}`),
  });
  const worlds = { local: local.world, national: national.world };
  const people = createPeople({ ...worlds, random: stream(seed, 3), reportsMax });
  const histories = () => ({
    site: SITE,
    local: { reports: local.world.reports(), effects: local.world.effects },
    national: {
      complaints: national.world.complaints(),
      effects: national.world.effects,
      requests: national.requests,
    },
  });
  return { city, faults, operator, people, random: stream(seed, 4), violations, note, histories, close };
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
