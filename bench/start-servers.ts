import { fork } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { NATIONAL_INSTITUTIONS } from '../src/simulate/national-institutions.ts';

/** Both systems in a process of their own, so that what they cost is nobody's time but theirs. */
export interface Servers {
  /** Of both: their paths do not meet. */
  readonly baseUrl: string;
  /** Every answer from now on waits so long; 0: at once. */
  answerAfter(delayMs: number): Promise<void>;
  stop(): Promise<void>;
}

const SELF = fileURLToPath(import.meta.url);
const IS_CHILD = 'JEMBATAN_BENCH_SERVERS';

/** Starts them on loopback. They answer E4 with an id, a write-back with its row, E1 with the made-up institutions, and a list with nothing. */
export async function startServers(): Promise<Servers> {
  const child = fork(SELF, [], { env: { ...process.env, [IS_CHILD]: '1' } });
  const answer = () => new Promise<unknown>((resolve) => child.once('message', resolve));
  const port = await answer();
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    async answerAfter(delayMs) {
      const told = answer();
      child.send(delayMs);
      await told;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await ended;
    },
  };
}

function serve(): void {
  let delayMs = 0;
  let lastId = 1_000_000;

  function answerFor({ method, url = '' }: IncomingMessage): string {
    if (method === 'POST') {
      lastId += 1;
      return `{"results":{"complaint":{"id":${lastId}}}}`;
    }
    if (method === 'PATCH') return `{"success":true,"data":{"id":"${url.slice(url.lastIndexOf('/') + 1)}"}}`;
    if (url.includes('/masters/institutions')) return JSON.stringify({ results: { data: NATIONAL_INSTITUTIONS } });
    return '{"success":true,"data":[],"meta":{"current_page":1,"last_page":1}}';
  }

  function reply(response: ServerResponse, body: string): void {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
    response.end(body);
  }

  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const body = answerFor(request);
      if (delayMs === 0) reply(response, body);
      else setTimeout(reply, delayMs, response, body);
    });
  });
  // The client that waits for its turn keeps its connections.
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' ? address?.port : null);
  });
  process.on('message', (told) => {
    delayMs = Number(told);
    process.send?.('heard');
  });
  process.once('disconnect', () => process.exit());
}

if (process.env[IS_CHILD] === '1') serve();
