import { createLocalSimulator, DEFAULT_LOCAL_TOKEN, type LocalSimulator } from './create-local-simulator.ts';
import {
  createNationalSimulator,
  DEFAULT_NATIONAL_AUTH,
  DEFAULT_NATIONAL_TOKEN,
  type NationalSimulator,
} from './create-national-simulator.ts';
import type { Fault } from './fault.ts';
import { createFaultPlan } from './fault-plan.ts';
import type { LocalReportInput } from './local-report-input.ts';
import { seededRandom } from './seeded-random.ts';

const LIST_PATH = '/complaints/list';

export interface SimulationOptions {
  readonly seed: number;
  /** How many reports are filed before the servers listen. */
  readonly reports: number;
  readonly faults: readonly Fault[];
  readonly latencyMs: number;
  /** Offers the optional list of the national side at `/complaints/list`. */
  readonly list: boolean;
  /** Of the local side; the national side takes the next one. 0 or none: two free ones. */
  readonly port?: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The report number `index` (from 0), drawn with `random`. */
  readonly content: (index: number, random: () => number) => LocalReportInput;
  /** True keeps every request; left out: none is, since a simulation may run for days. */
  readonly record?: boolean;
}

/** What `jembatan simulate` prints as one line: where both systems are and how to get in. */
interface SimulationLine {
  readonly local: { readonly baseUrl: string; readonly token: string };
  readonly national: { readonly baseUrl: string; readonly auth: string; readonly token: string };
  readonly control: { readonly local: string; readonly national: string };
}

export interface Simulation {
  readonly line: SimulationLine;
  readonly local: LocalSimulator;
  readonly national: NationalSimulator;
  /** The random source after the first reports were drawn, for what happens next. */
  readonly random: () => number;
  stop(): Promise<void>;
}

/** Starts both simulated systems on loopback, the local one with its first reports. */
export async function startSimulation(options: SimulationOptions): Promise<Simulation> {
  const { now, latencyMs, port = 0 } = options;
  const faults = createFaultPlan(options.faults);
  const random = seededRandom(options.seed);
  const common = { now, latencyMs, faults, record: options.record ?? false };
  const local = createLocalSimulator(common);
  const national = createNationalSimulator({ ...common, list: options.list ? LIST_PATH : null });
  for (let index = 0; index < options.reports; index += 1) local.world.fileReport(options.content(index, random));
  const { baseUrl: localUrl } = await local.start(port);
  const { baseUrl: nationalUrl } = await national.start(port === 0 ? 0 : port + 1);
  return {
    line: {
      local: { baseUrl: localUrl, token: DEFAULT_LOCAL_TOKEN },
      national: { baseUrl: nationalUrl, auth: DEFAULT_NATIONAL_AUTH, token: DEFAULT_NATIONAL_TOKEN },
      control: { local: controlUrl(localUrl), national: controlUrl(nationalUrl) },
    },
    local,
    national,
    random,
    stop: async () => {
      await Promise.all([local.stop(), national.stop()]);
    },
  };
}

function controlUrl(baseUrl: string): string {
  return `${new URL(baseUrl).origin}/_simulate`;
}
