import { onTestFinished } from 'vitest';
import {
  createLocalSimulator,
  DEFAULT_LOCAL_TOKEN,
  type LocalSimulator,
  type LocalSimulatorOptions,
} from '../../src/simulate/create-local-simulator.ts';

/** A started local simulator, its clock, and a way to call it with the right credentials. Stopped when the test is over. */
export interface RunningLocal {
  readonly simulator: LocalSimulator;
  readonly clock: { nowMs: number };
  readonly baseUrl: string;
  readonly origin: string;
  call(method: string, path: string, body?: unknown): Promise<Response>;
}

/** 1 July 2026, 08:00 in Jakarta. */
const MORNING_MS = Date.UTC(2026, 6, 1, 1, 0, 0);

export async function runningLocal(options: Partial<LocalSimulatorOptions> = {}): Promise<RunningLocal> {
  const clock = { nowMs: MORNING_MS };
  const simulator = createLocalSimulator({ now: () => clock.nowMs, ...options });
  const { baseUrl } = await simulator.start();
  onTestFinished(() => simulator.stop());
  const call = (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${DEFAULT_LOCAL_TOKEN}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { simulator, clock, baseUrl, origin: new URL(baseUrl).origin, call };
}
