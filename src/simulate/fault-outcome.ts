import type { Answer } from './answer.ts';
import type { Fault, FaultKind } from './fault.ts';
import type { FaultAnswers } from './fault-answers.ts';
import { maintenancePage } from './maintenance-page.ts';

/** What the server does with the connection of one request. */
export type Outcome =
  | { readonly kind: 'send'; readonly answer: Answer }
  /** Sends it, and refuses connections afterwards. */
  | { readonly kind: 'send-then-refuse'; readonly answer: Answer; readonly forMs: number }
  /** Sends the head and half of the body, then closes. */
  | { readonly kind: 'cut'; readonly answer: Answer }
  | { readonly kind: 'destroy' }
  /** Sends nothing; `forMs: null` until the server stops. */
  | { readonly kind: 'silence'; readonly forMs: number | null };

/** How long connections are refused where the fault does not say. */
export const DEFAULT_REFUSAL_MS = 1_000;
const DEFAULT_RETRY_AFTER = '1';

/** `act` carries out what the request asks for and gives the proper answer. It runs at most once, and only where the kind of fault lets it. */
export function faultOutcome(fault: Fault, act: () => Answer, answers: FaultAnswers): Outcome {
  return OUTCOMES[fault.kind](fault, act, answers);
}

const OUTCOMES: Record<FaultKind, (fault: Fault, act: () => Answer, answers: FaultAnswers) => Outcome> = {
  refuse: (fault, act) => ({ kind: 'send-then-refuse', answer: act(), forMs: fault.forMs ?? DEFAULT_REFUSAL_MS }),
  reject: (_fault, _act, answers) => send(answers.refused()),
  'lost-answer': (_fault, act) => after(act, { kind: 'destroy' }),
  'lost-request': () => ({ kind: 'destroy' }),
  '500-before': (_fault, _act, answers) => send(answers.serverError()),
  '500-after': (_fault, act, answers) => after(act, send(answers.serverError())),
  '503-suspended': (_fault, _act, answers) => send(answers.suspended()),
  '429': (fault, _act, answers) => send(answers.throttled(fault.retryAfter ?? DEFAULT_RETRY_AFTER)),
  html: () => send(maintenancePage()),
  'html-after': (_fault, act) => after(act, send(maintenancePage())),
  'no-id': (_fault, act, answers) => after(act, send(answers.withoutId())),
  truncated: (_fault, act) => ({ kind: 'cut', answer: act() }),
  'never-answered': (fault, act) => after(act, { kind: 'silence', forMs: fault.forMs ?? null }),
  '504-after': (_fault, act, answers) => after(act, send(answers.gatewayTimeout())),
  '401': (_fault, _act, answers) => send(answers.unauthorized()),
};

function send(answer: Answer): Outcome {
  return { kind: 'send', answer };
}

function after(act: () => Answer, outcome: Outcome): Outcome {
  act();
  return outcome;
}
