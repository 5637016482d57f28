import { toRunReport } from '../src/operate/run-report.ts';
import { alternate, msOf, spreadOf } from './alternate.ts';
import { type Figure, roundsText } from './figure.ts';
import { makeReports } from './make-reports.ts';
import { multiplyCases } from './multiply-cases.ts';
import { type BenchBridge, openBenchBridge } from './open-bench-bridge.ts';
import type { Servers } from './start-servers.ts';

const CASES = 1_000;
const TIMES = 100;
const ROUNDS = 9;
const CYCLES_PER_ROUND = 20;
const NEVER = new AbortController().signal;

/** A round of the daemon that finds nothing new, on a ledger of 100,000 cases beside one of 1,000. */
export async function idleCycle(servers: Servers): Promise<readonly Figure[]> {
  const small = await openFilled(servers);
  const large = await openFilled(servers);
  multiplyCases(large.ledgerFile, TIMES);
  const rounds = await alternate({ rounds: ROUNDS, ours: () => msOfCycles(large), theirs: () => msOfCycles(small) });
  await small.close();
  await large.close();
  const ratio = spreadOf(rounds, ({ ours, theirs }) => ours / theirs);
  const perCycle = (numberOf: (round: (typeof rounds)[number]) => number) =>
    (spreadOf(rounds, numberOf).median / CYCLES_PER_ROUND).toFixed(2);
  const [ours, theirs] = [perCycle((round) => round.ours), perCycle((round) => round.theirs)];
  return [
    {
      name: 'idle cycle, 100,000 cases',
      value: ratio.median,
      unit: 'x',
      target: { atMost: 1.5 },
      detail: `${ours} ms beside ${theirs} ms with 1,000 cases; ${roundsText(ratio)}`,
    },
  ];
}

/** Everything filed and written back, and no case due to be asked for yet. */
async function openFilled({ baseUrl }: Servers): Promise<BenchBridge> {
  const bench = await openBenchBridge(baseUrl);
  await bench.take(makeReports(CASES));
  await bench.roundTrip();
  // Settles what a first cycle would find: every new number is asked for at once.
  await cycle(bench);
  const { ledger } = bench.bridge;
  const now = Date.now();
  const soon = now + 86_400_000;
  for (const { id } of await ledger.casesToPoll({ now: soon, limit: CASES })) await ledger.postponePoll(id, now, soon);
  return bench;
}

async function msOfCycles(bench: BenchBridge): Promise<number> {
  return await msOf(async () => {
    for (let count = 0; count < CYCLES_PER_ROUND; count += 1) await cycle(bench);
  });
}

/** As the daemon does it, with what it tells about it. */
async function cycle({ bridge }: BenchBridge): Promise<void> {
  const result = await bridge.cycle({ once: false, sends: true, halt: NEVER, stop: NEVER });
  await toRunReport(bridge, result, { requests: { local: 0, national: 0 }, durationMs: 0 });
}
