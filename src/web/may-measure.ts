import { createHash, timingSafeEqual } from 'node:crypto';
import { isLoopback } from '../config/is-loopback.ts';
import type { Config } from '../config/to-config.ts';

/**
 * Whether `/metrics` may be shown: on loopback to everybody, as a program of this machine reads it there; beyond it to who
 * has `web.token` (`Authorization: Bearer`), and to nobody where there is none. It tells how many reports a city has, and
 * how many are late.
 */
export function mayMeasure(
  { host, token }: Pick<Config['web'], 'host' | 'token'>,
  authorization: string | undefined,
): boolean {
  if (isLoopback(host)) return true;
  return token !== null && timingSafeEqual(hashed(`Bearer ${token}`), hashed(authorization ?? ''));
}

/** As long as each other, whatever was given. */
function hashed(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
