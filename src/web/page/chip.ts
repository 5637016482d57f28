import type { DeliveryState } from '../../ledger/delivery.ts';
import type { SideState } from '../../ledger/side.ts';
import { type Html, html } from './html.ts';
import { type IconName, icon } from './icon.ts';

export type Tone = 'ok' | 'wait' | 'warn' | 'stop' | 'quiet';

export interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}

/** How a state looks everywhere: a colour and a picture, always beside its word. */
export const LOOKS = {
  ready: { tone: 'wait', icon: 'clock' },
  sending: { tone: 'wait', icon: 'arrow' },
  doubt: { tone: 'warn', icon: 'question' },
  parked: { tone: 'stop', icon: 'alert' },
  held: { tone: 'warn', icon: 'pause' },
  done: { tone: 'ok', icon: 'check' },
  up: { tone: 'ok', icon: 'check' },
  down: { tone: 'stop', icon: 'alert' },
  paused: { tone: 'warn', icon: 'pause' },
  stopped: { tone: 'stop', icon: 'alert' },
  raised: { tone: 'stop', icon: 'alert' },
  quarantined: { tone: 'warn', icon: 'question' },
  proposed: { tone: 'warn', icon: 'question' },
  late: { tone: 'stop', icon: 'clock' },
  open: { tone: 'wait', icon: 'clock' },
  closed: { tone: 'ok', icon: 'check' },
  secret: { tone: 'quiet', icon: 'lock' },
  anonymous: { tone: 'quiet', icon: 'eye' },
} as const satisfies Record<
  | DeliveryState
  | SideState
  | 'raised'
  | 'quarantined'
  | 'proposed'
  | 'late'
  | 'open'
  | 'closed'
  | 'secret'
  | 'anonymous',
  Look
>;

/** A state in a word. */
export function chip(state: keyof typeof LOOKS, text: string): Html {
  const look = LOOKS[state];
  return html`<span class="chip ${look.tone}">${icon(look.icon)}${text}</span>`;
}

/** The look of a state that is told as text. */
export function lookOf(state: string): keyof typeof LOOKS {
  return state in LOOKS ? (state as keyof typeof LOOKS) : 'open';
}
