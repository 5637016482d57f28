import { setTimeout as wait } from 'node:timers/promises';
import type { City } from '../process/create-city.ts';
import type { Operator } from './create-operator.ts';

/** What waits for files waits at most a quarter of the time that it waited before; this is enough for runs of some minutes. */
const PATIENCE_MS = 240_000;
const AGAIN_MS = 300;
const WATCHED_ROUNDS = 3;
const WATCHED_MAX_MS = 60_000;
const POLL_MS = 20;

interface RunReport {
  readonly deliveries: Readonly<Record<string, number>>;
  readonly attention: readonly { readonly localId: string | null; readonly reason: string }[];
}

/**
 * Runs the bridge without faults until nothing is left to do, a person settling what only a person can; rounds by hand,
 * because the daemon asks for a report again after minutes only. Then the daemon must find nothing to write.
 */
export async function bringToRest(city: City, operator: Operator): Promise<readonly string[]> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const before = city.effectCount();
    const { code, out, err } = await city.run('run', '--once', '--json');
    if (code !== 0 && code !== 1) return [`the last rounds ended with ${code}: ${err}`];
    // What the bridge wrote may have moved LAPOR!: only a round that wrote nothing read the last of it.
    const written = city.effectCount() - before;
    const left = [...leftIn(JSON.parse(out) as RunReport), ...(written > 0 ? [`${written} writes`] : [])];
    if (left.length === 0) return await restsBy(city);
    if (performance.now() > giveUpAt) return left.map((one) => `I1 not at rest: ${one}`);
    await operator.act(true);
    await wait(AGAIN_MS);
  }
}

function leftIn({ deliveries, attention }: RunReport): readonly string[] {
  return [
    ...Object.entries(deliveries).flatMap(([state, count]) =>
      state === 'done' || count === 0 ? [] : `${count} ${state}`,
    ),
    ...attention.map((item) => JSON.stringify(item)),
  ];
}

async function restsBy(city: City): Promise<readonly string[]> {
  const before = city.effectCount();
  const { child, ended, errors } = city.start('run');
  const giveUpAt = performance.now() + WATCHED_MAX_MS;
  while (roundsIn(errors()) < WATCHED_ROUNDS && child.exitCode === null && performance.now() < giveUpAt) {
    await wait(POLL_MS);
  }
  child.kill('SIGTERM');
  const { code, err } = await ended;
  const rounds = roundsIn(err);
  const written = city.effectCount() - before;
  return [
    ...(code === 0 && rounds >= WATCHED_ROUNDS
      ? []
      : [`the last daemon ended with ${code} after ${rounds} rounds: ${err}`]),
    ...(written === 0 ? [] : [`I13 the daemon at rest wrote ${written} times`]),
  ];
}

function roundsIn(log: string): number {
  return log.split('"event":"cycle"').length - 1;
}
