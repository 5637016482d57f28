import type { DeliveryState } from './delivery.ts';

/** What can happen to a delivery. */
export const DELIVERY_EVENTS = [
  'begin',
  'answered',
  'not-sent',
  'not-reached',
  'refused',
  'lost',
  'found',
  'absent',
  'no-way',
  'exhausted',
  'hold',
  'release',
  'resolve-found',
  'resolve-absent',
  'retry',
  'resend',
  'distrust',
  'unlink',
] as const;
export type DeliveryEvent = (typeof DELIVERY_EVENTS)[number];

/** Where an event leads; `back` is where a held delivery came from, `null` is forbidden. */
type Next = DeliveryState | 'back' | null;

const NOWHERE = {
  begin: null,
  answered: null,
  'not-sent': null,
  'not-reached': null,
  refused: null,
  lost: null,
  found: null,
  absent: null,
  'no-way': null,
  exhausted: null,
  hold: null,
  release: null,
  'resolve-found': null,
  'resolve-absent': null,
  retry: null,
  resend: null,
  distrust: null,
  unlink: null,
} as const satisfies Record<DeliveryEvent, null>;

/**
 * The whole life of a delivery. Nothing leads from `sending` or `doubt` to `ready` but proof: the transport's that
 * nothing was sent or reached, or complete look-ups that found nothing (`absent`), or a person's word.
 */
export const LIFECYCLE = {
  ready: {
    ...NOWHERE,
    begin: 'sending',
    refused: 'parked',
    exhausted: 'parked',
    hold: 'held',
    found: 'done',
    'resolve-found': 'done',
    distrust: 'doubt',
  },
  sending: {
    ...NOWHERE,
    answered: 'done',
    'not-sent': 'ready',
    'not-reached': 'ready',
    refused: 'parked',
    lost: 'doubt',
  },
  doubt: {
    ...NOWHERE,
    found: 'done',
    absent: 'ready',
    'no-way': 'parked',
    hold: 'held',
    'resolve-found': 'done',
    'resolve-absent': 'ready',
  },
  parked: {
    ...NOWHERE,
    found: 'done',
    hold: 'held',
    'resolve-found': 'done',
    'resolve-absent': 'ready',
    retry: 'ready',
    resend: 'ready',
    distrust: 'doubt',
  },
  held: { ...NOWHERE, release: 'back', found: 'done', 'resolve-found': 'done' },
  // A person takes back the link that ended it: it is not there after all, and nothing is sent before they say so.
  done: { ...NOWHERE, unlink: 'parked' },
} as const satisfies Record<DeliveryState, Record<DeliveryEvent, Next>>;

/** The state after `event`, or `null` where the lifecycle forbids it. */
export function nextState(
  state: DeliveryState,
  event: DeliveryEvent,
  heldFrom: DeliveryState | null = null,
): DeliveryState | null {
  const next: Next = LIFECYCLE[state][event];
  return next === 'back' ? heldFrom : next;
}
