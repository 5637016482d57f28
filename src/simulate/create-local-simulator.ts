import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from './answer.ts';
import { controlRoutes } from './control-routes.ts';
import { createFaultPlan, type FaultPlan } from './fault-plan.ts';
import { performLocalAct } from './local-act.ts';
import { localFailure } from './local-failure.ts';
import { LOCAL_FAULT_ANSWERS } from './local-fault-answers.ts';
import { localRoutes } from './local-routes.ts';
import { createLocalState } from './local-state.ts';
import { createLocalWorld, type LocalWorld } from './local-world.ts';
import type { RequestRecord } from './request-record.ts';
import { createSimulatorServer } from './simulator-server.ts';

export interface LocalSimulatorOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** What `Authorization: Bearer …` must carry. */
  readonly token?: string;
  /** What `POST /login` gives the token for. */
  readonly login?: { readonly username: string; readonly password: string };
  /** IANA name of the zone that times are written in. */
  readonly zone?: string;
  /** Most rows on a page, whatever is asked for. */
  readonly pageSizeMax?: number;
  /** False: list rows come without `tanggapan`. */
  readonly listWithResponses?: boolean;
  readonly faults?: FaultPlan;
  readonly latencyMs?: number;
  /** False: requests are not kept, for long runs. */
  readonly record?: boolean;
}

export interface LocalSimulator {
  /** Listens on 127.0.0.1 (a free port for 0 or none); `baseUrl` ends in `/api`. */
  start(port?: number): Promise<{ readonly baseUrl: string }>;
  stop(): Promise<void>;
  readonly world: LocalWorld;
  readonly faults: FaultPlan;
  readonly requests: readonly RequestRecord[];
}

export const DEFAULT_LOCAL_TOKEN = 'simulasi-rabeg';
const DEFAULT_LOGIN = { username: 'jembatan', password: 'simulasi' };

/** A complaint application of a made-up city, as a real HTTP server with the REST calls of the local contract (§1). */
export function createLocalSimulator(options: LocalSimulatorOptions): LocalSimulator {
  const { now, token = DEFAULT_LOCAL_TOKEN, zone = 'Asia/Jakarta', faults = createFaultPlan() } = options;
  const state = createLocalState({ now, zone });
  const world = createLocalWorld(state, now);
  const routes = localRoutes({
    state,
    token,
    zone,
    now,
    login: options.login ?? DEFAULT_LOGIN,
    pageSizeMax: options.pageSizeMax ?? 100,
    listWithResponses: options.listWithResponses ?? true,
  });
  const control = controlRoutes({
    state: () => ({ reports: world.reports(), effects: world.effects }),
    act: (body) => performLocalAct(body, world),
    faults,
  });
  const server = createSimulatorServer({
    side: 'local',
    routes: [...routes, ...control],
    authorize: (headers) => authorize(headers, token),
    notFound: () => localFailure(404, 'Not Found'),
    faultAnswers: LOCAL_FAULT_ANSWERS,
    faults,
    effects: world.effects,
    now,
    latencyMs: options.latencyMs ?? 0,
    record: options.record ?? true,
  });
  return {
    start: async (port = 0) => ({ baseUrl: `${await server.start(port)}/api` }),
    stop: server.stop,
    world,
    faults,
    requests: server.requests,
  };
}

function authorize(headers: IncomingHttpHeaders, token: string): Answer | null {
  return headers.authorization === `Bearer ${token}` ? null : localFailure(401, 'Unauthenticated.');
}
