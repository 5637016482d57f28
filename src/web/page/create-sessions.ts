import { createHash, timingSafeEqual } from 'node:crypto';
import { parse, serialize } from 'hono/utils/cookie';
import { createMinuteBucket } from '../../http/create-minute-bucket.ts';

export interface Session {
  /** Said by every form of this session. */
  readonly csrf: string;
}

export interface Sessions {
  /** Of who sent these cookies; `null`: not signed in, or too long ago. */
  find(cookies: string | undefined, nowMono: number): Session | null;
  /** The cookie of a new session; `wrong`: it is not the token; `too-many`: tried too often within a minute. */
  open(given: string, nowMono: number): { readonly cookie: string } | 'wrong' | 'too-many';
  /** Ends the session; gives the cookie that says so. */
  close(cookies: string | undefined): string;
}

/** A working day: who comes back in the morning signs in again. */
const SESSION_MS = 12 * 3_600_000;
const SESSIONS_MAX = 50;
const TRIES_PER_MINUTE = 5;
const COOKIE = 'jembatan-session';
const OPTIONS = { httpOnly: true, sameSite: 'Strict', path: '/' } as const;

/** Who signed in with `token`, in memory: a restart signs everybody out. Times are monotonic milliseconds. */
export function createSessions(token: string | null, randomBytes: (size: number) => Uint8Array): Sessions {
  /** By the digest of what the cookie says, so that looking one up tells nothing by its time. */
  const open = new Map<string, Session & { readonly until: number }>();
  const tries = createMinuteBucket(TRIES_PER_MINUTE);
  const newSecret = () => Buffer.from(randomBytes(32)).toString('base64url');

  function forgetOld(nowMono: number): void {
    for (const [key, { until }] of open) if (until <= nowMono || open.size >= SESSIONS_MAX) open.delete(key);
  }

  return {
    find(cookies, nowMono) {
      const session = open.get(keyOf(cookies));
      return session === undefined || session.until <= nowMono ? null : session;
    },
    open(given, nowMono) {
      if (tries.waitMs(nowMono) > 0) return 'too-many';
      tries.take(nowMono);
      if (token === null || !isSame(given, token)) return 'wrong';
      forgetOld(nowMono);
      const id = newSecret();
      open.set(digest(id).toString('hex'), { csrf: newSecret(), until: nowMono + SESSION_MS });
      return { cookie: serialize(COOKIE, id, { ...OPTIONS, maxAge: SESSION_MS / 1_000 }) };
    },
    close(cookies) {
      open.delete(keyOf(cookies));
      return serialize(COOKIE, '', { ...OPTIONS, maxAge: 0 });
    },
  };
}

/** Whether two texts are the same, in a time that says nothing of either. */
export function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function keyOf(cookies: string | undefined): string {
  return digest(parse(cookies ?? '', COOKIE)[COOKIE] ?? '').toString('hex');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
