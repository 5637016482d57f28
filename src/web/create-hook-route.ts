import type { Clock } from '../clock.ts';
import { checkHook, HOOK_SIGNATURE, HOOK_TIMESTAMP, HOOK_WINDOW_MS, type HookCheck } from './check-hook.ts';
import { HookBody } from './hook-wire.ts';
import type { WebAnswer, WebRequest, WebRoute } from './web-route.ts';

export type HookOutcome = 'accepted' | Exclude<HookCheck, 'signed'> | 'replayed' | 'malformed' | 'too-many';

export interface HookRouteOptions {
  readonly secret: string;
  readonly clock: Pick<Clock, 'now'>;
  /** `null`: something changed, it does not say what. */
  readonly onHook: (localId: string | null) => void;
  readonly onOutcome: (outcome: HookOutcome) => void;
}

/** Answers at once. */
export type HookRoute = Omit<WebRoute, 'handle'> & { readonly handle: (request: WebRequest) => WebAnswer };

const BODY_MAX_BYTES = 4_096;
/** Only who has the secret can fill it. */
const REMEMBERED_MAX = 10_000;

const STATUS = {
  accepted: 202,
  unsigned: 401,
  'wrong-signature': 401,
  stale: 401,
  replayed: 409,
  malformed: 400,
  'too-many': 503,
} as const satisfies Record<HookOutcome, number>;

/** `POST /hooks/local`: the city's application says that something changed, so that nobody waits for the next reading. */
export function createHookRoute({ secret, clock, onHook, onOutcome }: HookRouteOptions): HookRoute {
  /** Signatures taken within the window, and when each is too old to be sent again. */
  const taken = new Map<string, number>();

  function handle(request: WebRequest): WebAnswer {
    const outcome = outcomeOf(request);
    onOutcome(outcome);
    const body = outcome === 'accepted' ? { accepted: true } : { error: outcome };
    return { status: STATUS[outcome], body };
  }

  function outcomeOf({ headers, body }: WebRequest): HookOutcome {
    const now = clock.now();
    const [timestamp, signature] = [textOf(headers[HOOK_TIMESTAMP]), textOf(headers[HOOK_SIGNATURE])];
    const check = checkHook({ timestamp, signature, body }, { secret, now });
    if (check !== 'signed') return check;
    for (const [known, until] of taken) if (until < now) taken.delete(known);
    const key = String(signature).toLowerCase();
    if (taken.has(key)) return 'replayed';
    if (taken.size >= REMEMBERED_MAX) return 'too-many';
    const hook = parse(body);
    if (hook === null) return 'malformed';
    taken.set(key, Number(timestamp) * 1_000 + HOOK_WINDOW_MS);
    onHook(hook.id ?? null);
    return 'accepted';
  }

  return { method: 'POST', path: '/hooks/local', bodyMaxBytes: BODY_MAX_BYTES, handle };
}

function textOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

/** An empty body says that something changed. */
function parse(body: Uint8Array): HookBody | null {
  if (body.length === 0) return {};
  try {
    const parsed = HookBody.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
