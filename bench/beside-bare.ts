import type { Report } from '../src/report/report.ts';
import { alternate, msOf, type Round, spreadOf } from './alternate.ts';
import { bareClient } from './bare-client.ts';
import { type Figure, roundsText } from './figure.ts';
import { openBenchBridge } from './open-bench-bridge.ts';
import type { Servers } from './start-servers.ts';

export interface Load {
  /** What kind of texts these are. */
  readonly name: string;
  readonly servers: Servers;
  readonly reports: readonly Report[];
}

export type Trip = 'drain' | 'round trip';

const LATENCIES = [
  { delayMs: 0, rounds: 9, atLeast: 0.5, says: 'at once' },
  { delayMs: 20, rounds: 3, atLeast: 0.85, says: 'after 20 ms' },
] as const;

/** The bridge's rate beside a bare client's that makes the same calls, with the servers answering at once and late. */
export async function besideBare(load: Load, trip: Trip): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { delayMs, rounds, atLeast, says } of LATENCIES) {
    await load.servers.answerAfter(delayMs);
    const measured = await measure(load, trip, rounds);
    const ratio = spreadOf(measured, ({ ours, theirs }) => theirs / ours);
    const perSecond = (ms: number) => Math.round((load.reports.length * 1000) / ms);
    const ours = perSecond(spreadOf(measured, (round) => round.ours).median);
    const theirs = perSecond(spreadOf(measured, (round) => round.theirs).median);
    figures.push({
      name: `${trip}, ${load.name}, answered ${says}`,
      value: ratio.median,
      unit: 'x',
      target: { atLeast },
      detail: `${ours}/s beside a bare client's ${theirs}/s; ${roundsText(ratio)}`,
    });
  }
  await load.servers.answerAfter(0);
  return figures;
}

async function measure({ servers, reports }: Load, trip: Trip, rounds: number): Promise<readonly Round[]> {
  const bare = bareClient(servers.baseUrl, reports);
  try {
    return await alternate({
      rounds,
      async ours() {
        const bench = await openBenchBridge(servers.baseUrl);
        await bench.take(reports);
        const ms = await msOf(trip === 'drain' ? bench.forward : bench.roundTrip);
        await bench.expectDone(trip === 'drain' ? reports.length : 2 * reports.length);
        await bench.close();
        return ms;
      },
      theirs: () => msOf(trip === 'drain' ? bare.forward : bare.roundTrip),
    });
  } finally {
    bare.close();
  }
}
