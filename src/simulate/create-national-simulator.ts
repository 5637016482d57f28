import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from './answer.ts';
import { controlRoutes } from './control-routes.ts';
import { createFaultPlan, type FaultPlan } from './fault-plan.ts';
import { createGatewayFaults } from './gateway-fault.ts';
import { performNationalAct } from './national-act.ts';
import type { NationalInstitution } from './national-complaint.ts';
import { nationalFailure } from './national-failure.ts';
import { nationalFaultAnswers } from './national-fault-answers.ts';
import { CITY_INSTITUTION, NATIONAL_INSTITUTIONS } from './national-institutions.ts';
import { NATIONAL_BASE_PATH, nationalRoutes } from './national-routes.ts';
import { createNationalState } from './national-state.ts';
import { createNationalWorld, type NationalWorld } from './national-world.ts';
import type { RequestRecord } from './request-record.ts';
import { createSimulatorServer } from './simulator-server.ts';

export interface NationalSimulatorOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** What `Authorization: Bearer …` must carry. */
  readonly auth?: string;
  /** What the header `token` must carry, braces included. */
  readonly token?: string;
  /** IANA name of the zone that times are written in. */
  readonly zone?: string;
  readonly institutions?: readonly NationalInstitution[];
  /** Rows on a page of E7. */
  readonly pageSize?: number;
  /** Most rows on a page of E1, E2 and the list, whatever is asked for. */
  readonly pageSizeMax?: number;
  /** Path of the optional list, such as `/complaints/list`; left out: there is none. */
  readonly list?: string | null;
  /** How long a new complaint is missing from the list. */
  readonly listLagMs?: number;
  readonly faults?: FaultPlan;
  readonly latencyMs?: number;
  /** False: requests are not kept, for long runs. */
  readonly record?: boolean;
}

export interface NationalSimulator {
  /** Listens on 127.0.0.1 (a free port for 0 or none); `baseUrl` ends in `/lapor/3.0.0`. */
  start(port?: number): Promise<{ readonly baseUrl: string }>;
  stop(): Promise<void>;
  readonly world: NationalWorld;
  readonly faults: FaultPlan;
  readonly requests: readonly RequestRecord[];
}

export const DEFAULT_NATIONAL_AUTH = 'simulasi-splp';
export const DEFAULT_NATIONAL_TOKEN = '{00000000-0000-4000-8000-000000000001}';

/** SP4N-LAPOR! behind its gateway, as a real HTTP server with E1 to E8 of the LAPOR! contract. */
export function createNationalSimulator(options: NationalSimulatorOptions): NationalSimulator {
  const { now, zone = 'Asia/Jakarta', institutions = NATIONAL_INSTITUTIONS, faults = createFaultPlan() } = options;
  const { auth = DEFAULT_NATIONAL_AUTH, token = DEFAULT_NATIONAL_TOKEN } = options;
  const state = createNationalState({ now, zone, institutions });
  const world = createNationalWorld(state, CITY_INSTITUTION);
  const gatewayFault = createGatewayFaults();
  let origin = '';
  const routes = nationalRoutes({
    state,
    institutions,
    zone,
    now,
    pageSize: options.pageSize ?? 10,
    pageSizeMax: options.pageSizeMax ?? 100,
    listPath: options.list ?? null,
    listLagMs: options.listLagMs ?? 0,
    filesUrl: () => `${origin}/files`,
  });
  const control = controlRoutes({
    state: () => ({ complaints: world.complaints(), effects: world.effects }),
    act: (body) => performNationalAct(body, world),
    faults,
  });
  const server = createSimulatorServer({
    side: 'national',
    routes: [...routes, ...control],
    authorize: (headers) => authorize(headers, { auth, token, gatewayFault }),
    notFound: () => nationalFailure(404, 'Not Found'),
    faultAnswers: nationalFaultAnswers(gatewayFault),
    faults,
    effects: world.effects,
    now,
    latencyMs: options.latencyMs ?? 0,
    record: options.record ?? true,
  });

  async function start(port = 0): Promise<{ readonly baseUrl: string }> {
    origin = await server.start(port);
    return { baseUrl: `${origin}${NATIONAL_BASE_PATH}` };
  }

  return { start, stop: server.stop, world, faults, requests: server.requests };
}

function authorize(
  headers: IncomingHttpHeaders,
  expected: {
    readonly auth: string;
    readonly token: string;
    readonly gatewayFault: ReturnType<typeof createGatewayFaults>;
  },
): Answer | null {
  const { authorization, token } = headers;
  if (authorization === undefined || token === undefined) return expected.gatewayFault('missing-credentials');
  const isRight = authorization === `Bearer ${expected.auth}` && token === expected.token;
  return isRight ? null : expected.gatewayFault('invalid-credentials');
}
