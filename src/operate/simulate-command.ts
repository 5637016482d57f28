import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FaultList } from '../simulate/fault.ts';
import { createLivePeople } from '../simulate/live-people.ts';
import { localInputOf } from '../simulate/local-input-of.ts';
import { madeUpReports } from '../simulate/made-up-city/made-up-reports.ts';
import { randomReport } from '../simulate/random-report.ts';
import { startSimulation } from '../simulate/start-simulation.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import type { SimulateOptions } from './program.ts';

/** `jembatan simulate`: both systems on loopback until a stop signal; prints one JSON line once they listen. */
export async function simulateCommand(host: Host, options: SimulateOptions): Promise<ExitCode> {
  const faults = options.faults === undefined ? [] : readFaults(host, options.faults);
  if (faults === null) {
    host.err(`simulate: ${options.faults} is no list of faults\n`);
    return EXIT.usage;
  }
  const { seed, reports, latency: latencyMs, list, port } = options;
  const now = host.clock.now;
  const simulation = await startSimulation({ seed, reports, faults, latencyMs, list, port, now, content });
  host.out(`${JSON.stringify(simulation.line)}\n`);
  const { local, national, random } = simulation;
  const people = createLivePeople({
    local: local.world,
    national: national.world,
    random,
    content,
    firstIndex: reports,
  });
  if (!options.quietPeople) people.start();
  await new Promise<void>((resolveStop) => {
    const forget = host.onStopSignal(() => {
      forget();
      resolveStop();
    });
  });
  people.stop();
  await simulation.stop();
  return EXIT.done;
}

const WRITTEN = madeUpReports();

/** The hand-written reports first, then drawn ones. */
function content(index: number, random: () => number) {
  const { lapor_id: _, ...report } = WRITTEN[index] ?? randomReport(index, random);
  return localInputOf(report);
}

function readFaults(host: Host, file: string) {
  try {
    return FaultList.parse(JSON.parse(readFileSync(resolve(host.cwd, file), 'utf8')));
  } catch {
    return null;
  }
}
