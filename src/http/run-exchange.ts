import { setMaxListeners } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import axios, { AxiosHeaders, type InternalAxiosRequestConfig } from 'axios';
import { certificateEnd } from './certificate-end.ts';
import { checkAnswer } from './check-answer.ts';
import { type BreakOff, classifyFailure } from './classify-failure.ts';
import type { Doubt, NotSent } from './outcome.ts';
import type { RawAnswer } from './raw-answer.ts';
import { watchConnection } from './watch-connection.ts';

/** A request as it goes out. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly data?: string | Buffer;
  readonly agent: http.Agent;
}

export interface RunOptions {
  readonly secure: boolean;
  readonly viaProxy: boolean;
  /** Cap on the bytes of the body on the wire. */
  readonly maxBytes: number;
  /** For everything from the connection to the last byte of the answer. */
  readonly timeoutMs: number;
  /** Part of `timeoutMs` in which the connection must stand. */
  readonly connectTimeoutMs: number;
  readonly stop: AbortSignal;
}

/**
 * axios' HTTP adapter by itself. An instance would merge, transform and intercept around it: nothing wanted here, and a
 * good part of the time a request costs.
 */
const sendByAxios = axios.getAdapter('http');

/** What axios does of its own accord is off: redirects, unpacking, throwing at a status, the environment's proxies. */
const PLAIN = {
  maxRedirects: 0,
  decompress: false,
  responseType: 'arraybuffer',
  validateStatus: null,
  proxy: false,
  maxBodyLength: 256_000_000,
} as const;

/**
 * Sends one request and watches its own connection, because only that tells a request that was not sent from one in
 * doubt. Rejects only for a request that could not be formed (a bug).
 *
 * Deadline and stop destroy the request and settle at once: axios' `timeout` does not cover a body that drips, its
 * `signal` costs a fifth of the throughput, and neither is heard while an agent still waits for a proxy.
 */
export function runExchange(wire: WireRequest, options: RunOptions): Promise<RawAnswer | NotSent | Doubt> {
  return new Promise((resolve, reject) => {
    const { stop, maxBytes, secure, viaProxy } = options;
    if (stop.aborted) return resolve({ kind: 'not-sent', cause: 'stopped' });
    const facts = { reached: false, connected: false, answerBegun: false };
    let request: http.ClientRequest | null = null;
    let answer: http.IncomingMessage | null = null;
    let ended = false;
    let certificateEndsAt: number | null = null;

    const onStop = () => breakOff('stopped');
    const laterMs = options.timeoutMs - options.connectTimeoutMs;
    let timer = setTimeout(() => {
      if (!facts.connected || laterMs <= 0) return breakOff('deadline');
      timer = setTimeout(() => breakOff('deadline'), laterMs);
    }, options.connectTimeoutMs);
    setMaxListeners(0, stop); // As many requests may listen as the side's concurrency allows.
    stop.addEventListener('abort', onStop);

    /** True the first time. */
    function end(): boolean {
      if (ended) return false;
      ended = true;
      clearTimeout(timer);
      stop.removeEventListener('abort', onStop);
      return true;
    }

    function breakOff(why: BreakOff | { readonly code: string }): void {
      if (!end()) return;
      resolve(classifyFailure(facts, why));
      request?.destroy();
    }

    const send: Send = (requestOptions, onAnswer) => {
      if (ended) throw new Error('broken off before it was sent');
      const sent = (secure ? https : http).request(requestOptions, (message) => {
        answer = message;
        facts.answerBegun = true;
        if (!sent.reusedSocket) certificateEndsAt = certificateEnd(message.socket);
        capBody(message, maxBytes, () => breakOff('too-large'));
        onAnswer(message);
      });
      // Without a listener Node drops a connection that changes its protocol, and tells nobody.
      sent.once('upgrade', (_message, socket) => {
        socket.destroy();
        facts.answerBegun = true;
        breakOff({ code: '' });
      });
      request = sent;
      watchConnection(sent, secure, facts);
      return sent;
    };

    sendByAxios(axiosConfig(wire, maxBytes, send)).then(
      ({ data }) => {
        if (answer === null || !end()) return;
        const { statusCode: status = 0, headers } = answer;
        const raw = { kind: 'raw', status, headers, body: data, certificateEndsAt } as const;
        resolve(checkAnswer(raw, { secure, viaProxy, connected: facts.connected }) ?? raw);
      },
      (error: unknown) => {
        if (request !== null) breakOff({ code: codeOf(error) });
        else if (end()) reject(error);
      },
    );
  });
}

type Send = (options: http.RequestOptions, onAnswer: (message: http.IncomingMessage) => void) => http.ClientRequest;

function axiosConfig(wire: WireRequest, maxBytes: number, send: Send): InternalAxiosRequestConfig {
  return {
    ...PLAIN,
    method: wire.method,
    url: wire.url,
    headers: AxiosHeaders.from(wire.headers),
    data: wire.data,
    httpAgent: wire.agent,
    httpsAgent: wire.agent,
    maxContentLength: maxBytes,
    transport: { request: send },
  };
}

function capBody(message: http.IncomingMessage, maxBytes: number, onTooLarge: () => void): void {
  let bytes = 0;
  message.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxBytes) onTooLarge();
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
