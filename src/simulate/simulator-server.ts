import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import type { Effect } from './effect.ts';
import type { FaultAnswers } from './fault-answers.ts';
import { DEFAULT_REFUSAL_MS, faultOutcome, type Outcome } from './fault-outcome.ts';
import type { FaultPlan } from './fault-plan.ts';
import { createListener } from './listener.ts';
import type { Side } from './operation.ts';
import type { RequestRecord } from './request-record.ts';
import { createRouter, type Match, type Route } from './router.ts';
import { sendOutcome } from './send-outcome.ts';

const MAX_BODY_BYTES = 64 * 1024 * 1024;
/** Longer than any pause of a test, so that a kept connection never dies of age. */
const KEEP_ALIVE_MS = 120_000;

export interface SimulatorServerOptions {
  readonly side: Side;
  readonly routes: readonly Route[];
  /** The answer to wrong credentials, `null` for right ones. */
  readonly authorize: (headers: IncomingHttpHeaders) => Answer | null;
  readonly notFound: () => Answer;
  readonly faultAnswers: FaultAnswers;
  readonly faults: FaultPlan;
  readonly effects: readonly Effect[];
  readonly now: () => number;
  /** How long each request waits before anything happens; its effect comes even if the sender has given up. */
  readonly latencyMs: number;
  readonly record: boolean;
}

export interface SimulatorServer {
  /** Listens on loopback; gives the origin, such as `http://127.0.0.1:40123`. */
  start(port: number): Promise<string>;
  stop(): Promise<void>;
  readonly requests: readonly RequestRecord[];
}

type OpenRecord = { -readonly [Key in keyof RequestRecord]: RequestRecord[Key] };

/** One simulated system as an HTTP server: credentials first, then planned faults, then the route. */
export function createSimulatorServer(options: SimulatorServerOptions): SimulatorServer {
  const { side, faults, effects } = options;
  const requests: OpenRecord[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const route = createRouter(options.routes);
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, receive);
  const listener = createListener(server);
  let unwatch = (): void => {};

  function receive(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > MAX_BODY_BYTES) request.destroy();
      else chunks.push(chunk);
    });
    request.on('end', () => serve(request, response, Buffer.concat(chunks)));
  }

  function serve(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const match = route(request.method ?? '', request.url ?? '');
    const isControl = match !== null && match.operation === null;
    const record = isControl ? null : openRecord(request, match, body);
    if (record !== null && options.record) requests.push(record);
    const settle = (): void => {
      const before = effects.length;
      const outcome = decide(request.headers, match, body);
      const effect = effects[before];
      if (record !== null && effect !== undefined) record.effect = `${effect.kind} ${effect.id}`;
      sendOutcome(outcome, { response, later, refuse: listener.refuse, isRefusing: listener.isRefusing });
    };
    if (options.latencyMs > 0 && !isControl) later(options.latencyMs, settle);
    else settle();
  }

  function decide(headers: IncomingHttpHeaders, match: Match | null, body: Buffer): Outcome {
    if (match === null) return { kind: 'send', answer: options.notFound() };
    const refusal = match.route.open === true ? null : options.authorize(headers);
    if (refusal !== null) return { kind: 'send', answer: refusal };
    const act = (): Answer => match.route.handle({ params: match.params, query: match.query, headers, body });
    const fault = match.operation === null ? null : faults.take(side, match.operation);
    return fault === null ? { kind: 'send', answer: act() } : faultOutcome(fault, act, options.faultAnswers);
  }

  function openRecord(request: IncomingMessage, match: Match | null, body: Buffer): OpenRecord {
    return {
      at: options.now(),
      side,
      operation: match?.operation ?? null,
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.rawHeaders,
      body,
      effect: null,
    };
  }

  function later(ms: number, action: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      action();
    }, ms);
    timers.add(timer);
  }

  async function start(port: number): Promise<string> {
    const boundPort = await listener.open(port);
    unwatch = faults.watchRefusals(side, (fault) => listener.refuse(fault.forMs ?? DEFAULT_REFUSAL_MS));
    return `http://127.0.0.1:${boundPort}`;
  }

  async function stop(): Promise<void> {
    unwatch();
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
    await listener.close();
  }

  return { start, stop, requests };
}
