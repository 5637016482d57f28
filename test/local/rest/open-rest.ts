import nock from 'nock';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../../src/clock.ts';
import { createHttpClient } from '../../../src/http/create-http-client.ts';
import type { SendContext } from '../../../src/http/send-context.ts';
import type { LocalSystem } from '../../../src/local/local-system.ts';
import { createRestLocal } from '../../../src/local/rest/create-rest-local.ts';
import type { RestLocalOptions } from '../../../src/local/rest/rest-local-options.ts';

export const HOST = 'http://rabeg.test:8080';
export const NEVER = new AbortController().signal;

const OPTIONS: RestLocalOptions = {
  baseUrl: `${HOST}/api`,
  data: 'data',
  fields: {},
  pageSize: 2,
  zone: 'Asia/Jakarta',
  login: null,
  attachmentHosts: ['files.example.test'],
};

export const LOGIN = { path: '/login', username: 'jembatan', password: 'kata sandi', tokenPath: 'data.token' } as const;

/** Waits take no time, and it is always noon of 31 July 2026 in Jakarta. */
const CLOCK: Clock = {
  now: () => Date.UTC(2026, 6, 31, 5),
  mono: () => 0,
  sleep: async () => undefined,
};

/** The adapter on the real HTTP client with so many places at its gate, closed when the test ends. */
export function openRest(changes: Partial<RestLocalOptions> = {}, concurrency = 1): LocalSystem {
  const options = { ...OPTIONS, ...changes };
  const client = createHttpClient({
    baseUrl: options.baseUrl,
    headers: { 'X-Side': 'rabeg' },
    limits: { perMinute: 10_000, concurrency, timeoutMs: 5_000 },
    ca: null,
    proxy: null,
    foreignHosts: options.attachmentHosts,
    clock: CLOCK,
    userAgent: 'jembatan/test',
  });
  const local = createRestLocal({ client, options, clock: CLOCK, random: () => 0 });
  onTestFinished(() => local.close());
  return local;
}

/** A write's context, admitted at the adapter's own gate. */
export async function admitted(local: LocalSystem): Promise<SendContext> {
  const permit = await local.gate.enter();
  if (permit === null) throw new Error('the gate let nobody in');
  return { permit, stop: NEVER };
}

/** One request as it was sent. */
export interface Sent {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface PromisedAnswer {
  readonly status?: number;
  readonly body?: nock.Body;
  readonly headers?: nock.ReplyHeaders;
}

/** Promises one answer to each request `METHOD path`, in this order for the same request, and gives the requests that came. */
export function answerTo(request: string, ...answers: readonly PromisedAnswer[]): Sent[] {
  const [method = '', url = ''] = request.split(' ');
  const { origin, pathname, search } = new URL(url, HOST);
  const sent: Sent[] = [];
  for (const { status = 200, body = '', headers } of answers) {
    const scope = nock(origin)
      .intercept(pathname + search, method)
      .reply(status, body, headers);
    scope.on('request', (came, _interceptor, text: string) => {
      sent.push({ path: came.path, headers: came.headers, body: text });
    });
  }
  return sent;
}

/** Promises an answer to one request that is not given before `answer` is called; `asked` tells that the request came. */
export function delayedAnswer(request: string, { status = 200, body = '' }: PromisedAnswer) {
  const [method = '', path = ''] = request.split(' ');
  let noteAsked = () => {};
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    noteAsked = resolve;
  });
  const told = new Promise<void>((resolve) => {
    answer = resolve;
  });
  nock(HOST)
    .intercept(path, method)
    .reply(async () => {
      noteAsked();
      await told;
      return [status, body];
    });
  return { asked, answer: () => answer() };
}
