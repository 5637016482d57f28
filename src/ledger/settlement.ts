import type { RefusedCause, SendResult } from '../http/outcome.ts';
import type { Delivery, DeliveryReason } from './delivery.ts';

/** What the outcome of a send means for its delivery, as data. */
export type Settlement =
  | { readonly event: 'answered'; readonly peerId: string | null; readonly status: number }
  | {
      readonly event: 'not-sent' | 'not-reached';
      readonly reason: DeliveryReason;
      readonly status: number | null;
      readonly dueAt: number;
    }
  | { readonly event: 'refused'; readonly reason: DeliveryReason; readonly status: number | null }
  | { readonly event: 'lost'; readonly reason: DeliveryReason; readonly status: number | null };

const REFUSED_REASON = {
  content: 'refused',
  'not-found': 'not-found',
  'too-large': 'too-large',
  privacy: 'privacy',
  'read-only': 'read-only',
} as const satisfies Record<RefusedCause, DeliveryReason>;

/**
 * Decides once, from the transport's outcome, where a delivery goes. What was certainly not received is due again at
 * `now` (the side's own state says when the side is tried again) or after the pause that the answer asked for.
 */
export function decideSettlement(result: SendResult<string | null>, now: number): Settlement {
  switch (result.kind) {
    case 'done':
      return { event: 'answered', peerId: result.value, status: result.status };
    case 'not-sent':
      return { event: 'not-sent', reason: 'not-sent', status: null, dueAt: now };
    case 'not-reached':
      return {
        event: 'not-reached',
        reason: result.cause,
        status: result.status,
        dueAt: now + (result.retryAfterMs ?? 0),
      };
    case 'refused':
      return { event: 'refused', reason: REFUSED_REASON[result.cause], status: result.status };
    case 'doubt':
      return {
        event: 'lost',
        reason: result.cause === 'already-exists' ? 'already-exists' : 'lost-answer',
        status: result.status,
      };
  }
}

/** Why a ready delivery is tried no more, or `null`: every cap ends with a person, never with silence. */
export function exhaustedBy(
  delivery: Pick<Delivery, 'attempts' | 'createdAt'>,
  now: number,
  limits: { readonly maxAttempts: number; readonly maxAgeMs: number },
): DeliveryReason | null {
  if (delivery.attempts >= limits.maxAttempts) return 'exhausted';
  // What was never tried waited for us (an outage of the bridge, shadow mode): that is no reason to give it up.
  return delivery.attempts > 0 && now - delivery.createdAt >= limits.maxAgeMs ? 'too-old' : null;
}
