import { Fault } from '../../src/simulate/fault.ts';
import { createFaultPlan, type FaultPlan } from '../../src/simulate/fault-plan.ts';
import type { Operation, Side } from '../../src/simulate/operation.ts';
import { pick } from '../../src/simulate/pick.ts';

export interface ChaosFaults extends FaultPlan {
  /** No fault strikes from now on, and nobody is told of requests. */
  calm(): void;
  /** How often each kind struck. */
  readonly hits: ReadonlyMap<Fault['kind'], number>;
}

/** Of all requests. */
const USUAL_SHARE = 0.07;
const SPELL_SHARE = 0.5;
/** A spell of bad weather begins at one in so many requests and holds for at most so many. */
const SPELL_EVERY = 250;
const SPELL_MAX_REQUESTS = 25;
const REFUSAL_MAX_MS = 600;
/** Some answers come never, as far as the bridge's own deadline goes. */
const SILENCE_MS = [200, 700, 5_000] as const;

const { options: KINDS } = Fault.shape.kind;

export interface ChaosFaultsOptions {
  readonly random: () => number;
  /** Called before each request is served, until it is calm. */
  readonly onRequest: () => void;
  readonly onHit: (fault: Fault) => void;
}

/** Faults of every kind that strike requests by chance. */
export function createChaosFaults({ random, onRequest, onHit }: ChaosFaultsOptions): ChaosFaults {
  const hits = new Map<Fault['kind'], number>();
  let isCalm = false;
  let spell = 0;

  function take(side: Side, operation: Operation): Fault | null {
    if (isCalm) return null;
    onRequest();
    spell = random() < 1 / SPELL_EVERY ? Math.ceil(random() * SPELL_MAX_REQUESTS) : Math.max(0, spell - 1);
    if (random() >= (spell > 0 ? SPELL_SHARE : USUAL_SHARE)) return null;
    const kind = pick(KINDS, random);
    const forMs = kind === 'refuse' ? Math.ceil(random() * REFUSAL_MAX_MS) : pick(SILENCE_MS, random);
    const fault = { side, operation, kind, times: 1, after: 0, forMs };
    hits.set(kind, (hits.get(kind) ?? 0) + 1);
    onHit(fault);
    return fault;
  }

  return {
    ...createFaultPlan(),
    take,
    calm: () => {
      isCalm = true;
    },
    hits,
  };
}
