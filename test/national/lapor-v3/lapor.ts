import nock from 'nock';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../../src/clock.ts';
import { createHttpClient } from '../../../src/http/create-http-client.ts';
import type { SendContext } from '../../../src/http/send-context.ts';
import { createLaporV3 } from '../../../src/national/lapor-v3/create-lapor-v3.ts';
import type { LaporV3Options } from '../../../src/national/lapor-v3/lapor-v3-options.ts';
import type { NationalFollowUp, NationalReport, NationalSystem } from '../../../src/national/national-system.ts';

const HOST = 'https://lapor.test';
const BASE = '/lapor/3.0.0';
export const NEVER = new AbortController().signal;

export const OPTIONS: LaporV3Options = {
  paths: { create: '/complaints/complaint', list: null },
  list: { fields: {} },
  account: { userId: 1234567, channel: 13 },
  create: { locationId: 34, attachments: 'json', noAttachments: '[]', tags: '#rabeg' },
  followUp: { templateCode: 'reply' },
};

export const REPORT: NationalReport = {
  title: 'Jalan berlubang',
  content: '[Ref: kota-serang-1042]\nDi depan pasar.',
  classificationId: 6,
  categoryId: 436,
  institutionId: 151345,
  incidentDate: '2026-07-01',
  anonymous: false,
  secret: true,
  attachmentIds: ['4199656', '4199657'],
  reporter: null,
};

export const FOLLOW_UP: NationalFollowUp = {
  nationalId: '9165816',
  content: 'Sudah ditindaklanjuti.\n[Ref: kota-serang-1042/9]',
  fromInstitutionId: 151345,
  toInstitutionId: 12838,
  secret: false,
  files: [],
};

/** Waits take no time, and it is always noon of 31 July 2026 in Jakarta. */
const CLOCK: Clock = {
  now: () => Date.UTC(2026, 6, 31, 5),
  mono: () => 0,
  sleep: async () => undefined,
};

interface Side {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
}

const SIDE: Side = {
  baseUrl: HOST + BASE,
  headers: { Authorization: 'Bearer opaque', token: '{0000-TEST}', Accept: 'application/json' },
};

/** The adapter on the real HTTP client, closed when the test ends. */
export function openLapor(options: LaporV3Options = OPTIONS, side: Side = SIDE): NationalSystem {
  const client = createHttpClient({
    ...side,
    limits: { perMinute: 10_000, concurrency: 4, timeoutMs: 5_000 },
    ca: null,
    proxy: null,
    foreignHosts: [],
    clock: CLOCK,
    userAgent: 'jembatan/test',
  });
  const lapor = createLaporV3({ client, options, clock: CLOCK, random: () => 0 });
  onTestFinished(() => lapor.close());
  return lapor;
}

/** A write's context, admitted at the adapter's own gate. */
export async function admitted(lapor: NationalSystem): Promise<SendContext> {
  const permit = await lapor.gate.enter();
  if (permit === null) throw new Error('the gate let nobody in');
  return { permit, stop: NEVER };
}

/** One request as it was sent. */
interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

interface PromisedAnswer {
  readonly status: number;
  readonly body: nock.Body;
  readonly headers?: nock.ReplyHeaders;
}

/** Promises an answer to one GET or POST, and gives the requests that came. */
export function answerTo(method: 'GET' | 'POST', path: string, answer: PromisedAnswer): Sent[] {
  const sent: Sent[] = [];
  const scope = nock(HOST)
    .intercept(BASE + path, method)
    .reply(answer.status, answer.body, answer.headers);
  scope.on('request', (request, _interceptor, text: string) => {
    // Bytes that are no UTF-8 come from nock as hexadecimal digits.
    const bytes = /^(?:[0-9a-f]{2})+$/.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text);
    sent.push({ headers: request.headers, bytes });
  });
  return sent;
}

/** A multipart body as text, one character for each byte, with `B` for the boundary. */
export function formText(sent: Sent | undefined): string {
  const boundary = /boundary=(.+)$/.exec(sent?.headers['content-type'] ?? '')?.[1] ?? 'no boundary';
  return (sent?.bytes.toString('latin1') ?? '').replaceAll(boundary, 'B');
}
