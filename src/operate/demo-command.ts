import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createLogger } from '../logger.ts';
import { createLocalSimulator } from '../simulate/create-local-simulator.ts';
import { createNationalSimulator } from '../simulate/create-national-simulator.ts';
import { createDemoWeek } from '../simulate/demo-week.ts';
import { createFaultPlan } from '../simulate/fault-plan.ts';
import { seededRandom } from '../simulate/seeded-random.ts';
import { demoConfig } from './demo-config.ts';
import { createDemoPeople, type DemoTwin } from './demo-people.ts';
import { demoTable } from './demo-table.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { openBridge, openConfig } from './open-bridge.ts';
import { runRound } from './run-round.ts';
import { say } from './say.ts';

/** Monday, 29 June 2026, midnight in Jakarta: the first day of the made-up week. */
const START_MS = Date.UTC(2026, 5, 28, 17);
const DAYS = 9;
const HOURS = [8, 12, 16, 20];
const HOUR_MS = 3_600_000;
/** Friday afternoon: the line between the office and LAPOR! is down. */
const OUTAGE = { day: 4, hour: 16 };

/** Two answers get lost on the way: the 12th and the 40th report arrive, and the bridge never hears of it. */
const FAULTS = [
  { side: 'national', operation: 'create', kind: 'lost-answer', after: 11 },
  { side: 'national', operation: 'create', kind: 'lost-answer', after: 38 },
] as const;

/**
 * `jembatan demo`: nine days of a made-up city in a few seconds, on two simulated systems over HTTP and a real ledger.
 * Only the date is made up; the bridge is the one that runs in a city.
 */
export async function demoCommand(host: Host, { seed }: { readonly seed: number }): Promise<ExitCode> {
  const folder = join(host.cwd, 'data', 'demo');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let today = START_MS;
  const now = () => today;
  const common = { now, faults: createFaultPlan([...FAULTS]), record: false };
  const local = createLocalSimulator(common);
  const national = createNationalSimulator(common);
  const [localUrl, nationalUrl] = [(await local.start()).baseUrl, (await national.start()).baseUrl];
  const configFile = join(folder, 'jembatan.yaml');
  writeFileSync(configFile, demoConfig({ localUrl, nationalUrl, maps: join(host.packageFolder, 'config') }));
  // Days pass on both clocks, or each of them would look like a leap.
  const mono = () => host.clock.mono() + today - START_MS;
  const demoHost: Host = { ...host, clock: { ...host.clock, now, mono }, random: seededRandom(seed) };
  const { config } = openConfig(demoHost, configFile);
  const held = await openBridge(demoHost, config);
  const log = createLogger({ level: 'info', file: join(folder, 'jembatan.log'), now: host.clock.now });
  const week = createDemoWeek({
    local: local.world,
    national: national.world,
    random: seededRandom(seed),
    startMs: START_MS,
  });
  const { locale } = config;
  const people = createDemoPeople({ host: demoHost, configFile, week, national: national.world, locale });
  let twin: DemoTwin | null = null;
  const never = new AbortController().signal;
  const round = () =>
    runRound({ host: demoHost, bridge: held.bridge, log }, { once: true, sends: true, halt: never, stop: never });
  try {
    for (let day = 0; day < DAYS; day += 1) {
      for (const hour of HOURS) {
        today = START_MS + (day * 24 + hour) * HOUR_MS;
        week.until(today);
        if (day === OUTAGE.day && hour === OUTAGE.hour) twin = await people.keyByHand();
        else await round();
      }
      if (day === 1) await people.adopt();
      if (day === 3) await settleFirst();
      host.err(`${say(locale, 'demo.day', { day: day + 1, ...counts() })}\n`);
    }
    const before = counts();
    for (let again = 0; again < 3; again += 1) await round();
    const wroteNothing = JSON.stringify(before) === JSON.stringify(counts());
    host.out(
      await demoTable({ bridge: held.bridge, local: local.world, national: national.world, twin, wroteNothing }),
    );
    const [stuck] = (await held.bridge.ledger.readAttention()).stuck;
    const further = { id: stuck?.localId ?? '', config: relative(host.cwd, configFile) };
    host.out(`\n${say(locale, 'demo.further', further)}\n`);
    return EXIT.done;
  } finally {
    await held.close();
    await local.stop();
    await national.stop();
  }

  function counts() {
    const reports = local.world.reports().filter((report) => report.external_ref === null).length;
    const filed = national.world.effects.filter((effect) => effect.kind === 'create').length;
    const answersThere = national.world.effects.filter((effect) => effect.kind === 'follow-up').length;
    const answersHere = local.world.effects.filter((effect) => effect.kind === 'respond').length;
    const written = local.world.effects.filter((effect) => effect.kind === 'write-back').length;
    return { reports, filed, answersThere, answersHere, written };
  }

  /** What an officer does on the fourth day: looks the first lost report up at LAPOR! and tells the bridge its number. */
  async function settleFirst(): Promise<void> {
    const { stuck } = await held.bridge.ledger.readAttention();
    const lost = stuck.find((one) => one.kind === 'create' && one.state === 'parked');
    const found = national.world
      .complaints()
      .find((complaint) => complaint.content.startsWith(`[Ref: ${config.site}-${lost?.localId}]`));
    if (lost?.localId == null || found === undefined) return;
    await held.bridge.ledger.resolve(lost.localId, String(found.id), today);
    host.err(`${say(locale, 'demo.resolve', { id: lost.localId, tracking: String(found.id) })}\n`);
  }
}
