import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import type { Outcome } from './fault-outcome.ts';

export interface Connection {
  readonly response: ServerResponse;
  /** Takes the listener away for `forMs`. */
  readonly refuse: (forMs: number) => void;
  readonly isRefusing: () => boolean;
  /** Runs `action` after `ms`, unless the server stops before. */
  readonly later: (ms: number, action: () => void) => void;
}

/** Does to the connection what the outcome says. */
export function sendOutcome(outcome: Outcome, connection: Connection): void {
  const { response } = connection;
  switch (outcome.kind) {
    case 'send':
      sendWhole(outcome.answer, connection);
      return;
    case 'send-then-refuse':
      // Refused before the answer leaves: otherwise its reader could still connect in between.
      connection.refuse(outcome.forMs);
      sendWhole(outcome.answer, connection);
      return;
    case 'cut':
      sendHalf(outcome.answer, response);
      return;
    case 'destroy':
      response.destroy();
      return;
    case 'silence':
      if (outcome.forMs !== null) connection.later(outcome.forMs, () => response.destroy());
  }
}

function sendWhole(answer: Answer, { response, isRefusing }: Connection): void {
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': Buffer.byteLength(answer.body),
    ...(isRefusing() ? { connection: 'close' } : {}),
  });
  response.end(answer.body);
}

function sendHalf(answer: Answer, response: ServerResponse): void {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
  response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.destroy());
}
