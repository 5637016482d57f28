import { onTestFinished } from 'vitest';
import {
  createNationalSimulator,
  DEFAULT_NATIONAL_AUTH,
  DEFAULT_NATIONAL_TOKEN,
  type NationalSimulator,
  type NationalSimulatorOptions,
} from '../../src/simulate/create-national-simulator.ts';

/** A started national simulator, its clock, and ways to call it with the right credentials. Stopped when the test is over. */
export interface RunningNational {
  readonly simulator: NationalSimulator;
  readonly clock: { nowMs: number };
  readonly baseUrl: string;
  readonly origin: string;
  get(path: string): Promise<Response>;
  post(path: string, body: unknown): Promise<Response>;
}

/** 1 July 2026, 08:00 in Jakarta. */
const MORNING_MS = Date.UTC(2026, 6, 1, 1, 0, 0);

/** A body that E4 takes. */
export const COMPLAINT = {
  title: 'Jalan berlubang',
  content: '[Ref: kota-contoh-1001]\nJalan di depan pasar berlubang.',
  channel: 13,
  is_new_user_slider: false,
  user_id: 1234567,
  is_inbox: true,
  is_disposisi_slider: true,
  classification_id: 6,
  disposition_id: 151345,
  category_id: 436,
  priority_program_id: null,
  location_id: 34,
  community_id: null,
  date_of_incident: '2026-07-01',
  copy_externals: null,
  info_disposition: null,
  info_attachments: null,
  tags_raw: '#contoh',
  is_approval: false,
  is_anonymous: false,
  is_secret: false,
  is_priority: false,
  attachments: '[]',
};

export async function runningNational(options: Partial<NationalSimulatorOptions> = {}): Promise<RunningNational> {
  const clock = { nowMs: MORNING_MS };
  const simulator = createNationalSimulator({ now: () => clock.nowMs, ...options });
  const { baseUrl } = await simulator.start();
  onTestFinished(() => simulator.stop());
  const headers = { authorization: `Bearer ${DEFAULT_NATIONAL_AUTH}`, token: DEFAULT_NATIONAL_TOKEN };
  return {
    simulator,
    clock,
    baseUrl,
    origin: new URL(baseUrl).origin,
    get: (path) => fetch(`${baseUrl}${path}`, { headers }),
    post: (path, body) =>
      fetch(`${baseUrl}${path}`, {
        method: 'POST',
        headers: body instanceof FormData ? headers : { ...headers, 'content-type': 'application/json' },
        body: body instanceof FormData ? body : JSON.stringify(body),
      }),
  };
}
