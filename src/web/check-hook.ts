import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds since 1970 by the sender's clock. */
export const HOOK_TIMESTAMP = 'x-jembatan-timestamp';
/** `sha256=` and the HMAC-SHA256 of `<timestamp>.<body>` with `web.hookSecret`, hexadecimal. */
export const HOOK_SIGNATURE = 'x-jembatan-signature';

/** So far the sender's clock may be off, and so long what was sent can be sent again by a stranger. */
export const HOOK_WINDOW_MS = 5 * 60_000;

export interface SignedHook {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: Uint8Array;
}

/** `unsigned`: without both headers in their form. */
export type HookCheck = 'signed' | 'unsigned' | 'wrong-signature' | 'stale';

/** Whether it comes from somebody who has the secret, now. Compared in a time that says nothing of the signature. */
export function checkHook(
  hook: SignedHook,
  { secret, now }: { readonly secret: string; readonly now: number },
): HookCheck {
  const { timestamp, signature, body } = hook;
  const given = /^sha256=([0-9a-f]{64})$/i.exec(signature ?? '')?.[1];
  if (given === undefined || timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return 'unsigned';
  const expected = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
  if (!timingSafeEqual(expected, Buffer.from(given, 'hex'))) return 'wrong-signature';
  return Math.abs(now - Number(timestamp) * 1_000) > HOOK_WINDOW_MS ? 'stale' : 'signed';
}
