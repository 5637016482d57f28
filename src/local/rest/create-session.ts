import type { Clock } from '../../clock.ts';
import type { Permit } from '../../http/gate.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { Read, ReadFailure, SendResult } from '../../http/outcome.ts';
import { readExchange } from '../../http/read-exchange.ts';
import type { SendContext } from '../../http/send-context.ts';
import { readToken } from './read-token.ts';
import type { RestLogin } from './rest-local-options.ts';
import { withoutLogin } from './without-login.ts';

/** What a request of a session is made with. */
export interface SessionRequest {
  readonly headers: Readonly<Record<string, string>>;
  /** Absent: the client waits at the gate itself. */
  readonly permit?: Permit;
}

/** Lends requests the token of one login, and renews it when the application stops taking it. */
export interface Session {
  /** Logs in again and asks once more where the first answer is a 401, unless the side's budget of repetitions is spent. */
  read<T>(ask: (request: SessionRequest) => Promise<Read<T>>, stop: AbortSignal): Promise<Read<T>>;
  /** Sends at most once. After a 401 the next request logs in again. */
  send<T>(send: (request: SessionRequest) => Promise<SendResult<T>>, context: SendContext): Promise<SendResult<T>>;
}

export interface SessionDeps {
  readonly client: HttpClient;
  readonly clock: Clock;
  /** `null`: requests are lent nothing, because the side's own headers are enough. */
  readonly login: RestLogin | null;
}

/** A session that logs in when it first needs to; requests that come meanwhile wait for the same login. */
export function createSession({ client, clock, login }: SessionDeps): Session {
  if (login === null) return NO_LOGIN;
  const { path, username, password, tokenPath } = login;
  let token: string | null = null;
  let pending: Promise<Read<string>> | null = null;

  async function logIn(stop: AbortSignal): Promise<Read<string>> {
    const body = { kind: 'json', value: { username, password } } as const;
    const exchange = await client.exchange({ method: 'POST', path, body, stop });
    const read = readToken(await readExchange(exchange, clock.now()), tokenPath);
    if (read.ok) token = read.value;
    return read;
  }

  async function current(stop: AbortSignal): Promise<Read<string>> {
    if (token !== null) return { ok: true, value: token };
    pending ??= logIn(stop).finally(() => {
      pending = null;
    });
    return pending;
  }

  /** Unless another request has renewed it already. */
  function forget(used: string): void {
    if (token === used) token = null;
  }

  return {
    async read(ask, stop) {
      const first = await current(stop);
      if (!first.ok) return first;
      const read = await ask({ headers: bearer(first.value) });
      if (read.ok || !isLoggedOut(read.failure)) return read;
      forget(first.value);
      if (read.failure.status !== 401 || !client.retries.spend()) return read;
      const second = await current(stop);
      return second.ok ? ask({ headers: bearer(second.value) }) : second;
    },

    async send(send, { permit, stop }) {
      // A login needs a place at the gate of its own. Holding this one meanwhile could leave it none, for ever.
      if (token === null) permit.release();
      const held = token === null ? {} : { permit };
      const login = await current(stop);
      if (!login.ok) return withoutLogin(login.failure, stop.aborted);
      const result = await send({ headers: bearer(login.value), ...held });
      if (isTurnedAway(result)) forget(login.value);
      return result;
    },
  };
}

const NO_LOGIN: Session = {
  read: (ask) => ask({ headers: {} }),
  send: (send, { permit }) => send({ headers: {}, permit }),
};

function bearer(token: string): Readonly<Record<string, string>> {
  return { Authorization: `Bearer ${token}` };
}

/** A 401, or what applications made for browsers give instead: the login page, or the way to it. */
function isLoggedOut({ status, detail }: ReadFailure): boolean {
  return status === 401 || detail === 'html' || detail === 'redirect';
}

function isTurnedAway(result: SendResult<unknown>): boolean {
  if (result.kind === 'not-reached') return result.cause === 'credentials';
  return result.kind === 'doubt' && (result.cause === 'html' || result.cause === 'redirect');
}
