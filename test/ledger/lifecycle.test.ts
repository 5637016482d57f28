import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DELIVERY_STATES, type DeliveryState } from '../../src/ledger/delivery.ts';
import { DELIVERY_EVENTS, type DeliveryEvent, LIFECYCLE, nextState } from '../../src/ledger/lifecycle.ts';

/** Where every event leads; what is not named is forbidden. Written out by hand from the design. */
const EXPECTED = {
  ready: {
    begin: 'sending',
    refused: 'parked',
    exhausted: 'parked',
    hold: 'held',
    found: 'done',
    'resolve-found': 'done',
    distrust: 'doubt',
  },
  sending: { answered: 'done', 'not-sent': 'ready', 'not-reached': 'ready', refused: 'parked', lost: 'doubt' },
  doubt: {
    found: 'done',
    absent: 'ready',
    'no-way': 'parked',
    hold: 'held',
    'resolve-found': 'done',
    'resolve-absent': 'ready',
  },
  parked: {
    found: 'done',
    hold: 'held',
    'resolve-found': 'done',
    'resolve-absent': 'ready',
    retry: 'ready',
    resend: 'ready',
    distrust: 'doubt',
  },
  held: { release: 'parked', found: 'done', 'resolve-found': 'done' },
  done: { unlink: 'parked' },
} as const satisfies Record<DeliveryState, Partial<Record<DeliveryEvent, DeliveryState>>>;

const CELLS = DELIVERY_STATES.flatMap((state) =>
  DELIVERY_EVENTS.map((event) => {
    const row: Partial<Record<DeliveryEvent, DeliveryState>> = EXPECTED[state];
    return [state, event, row[event] ?? null] as const;
  }),
);

type Row = Record<DeliveryEvent, unknown>;

/** A place in the lifecycle: a held delivery is somewhere else according to where it returns. */
interface Place {
  readonly state: DeliveryState;
  readonly heldFrom: DeliveryState | null;
}

describe('nextState()', () => {
  it.each(CELLS)('takes %s by %s to %s', (state, event, next) => {
    expect(nextState(state, event, 'parked')).toBe(next);
  });

  it.each(['ready', 'doubt', 'parked'] as const)('gives a held one back to %s', (heldFrom) => {
    expect(nextState('held', 'release', heldFrom)).toBe(heldFrom);
  });

  it('gives back nothing that came from nowhere', () => {
    expect(nextState('held', 'release')).toBeNull();
  });
});

describe('the lifecycle', () => {
  it('has a cell for every event in every state, and would not compile without one', () => {
    const whole: (typeof LIFECYCLE)['parked'] extends Row ? true : false = true;
    const short: Omit<(typeof LIFECYCLE)['parked'], 'resend'> extends Row ? true : false = false;
    const states: Omit<typeof LIFECYCLE, 'held'> extends Record<DeliveryState, Row> ? true : false = false;

    expect([whole, short, states]).toEqual([true, false, false]);
    expect(Object.keys(LIFECYCLE)).toEqual(DELIVERY_STATES);
    for (const row of Object.values(LIFECYCLE)) expect(Object.keys(row).sort()).toEqual([...DELIVERY_EVENTS].sort());
  });

  it('brings what may have arrived back to ready only by proof or a person’s word', () => {
    const proofs: readonly DeliveryEvent[] = ['not-sent', 'not-reached', 'absent', 'resolve-absent', 'retry', 'resend'];

    for (const state of ['sending', 'doubt'] as const) {
      expect(reachable({ state, heldFrom: null }, proofs)).not.toContain('ready');
      for (const proof of proofs) {
        const without = proofs.filter((event) => event !== proof);
        const leads = reachable({ state, heldFrom: null }, without).includes('ready');
        expect({ state, proof, leads }).toEqual({ state, proof, leads: leadsToReady(state, proof) });
      }
    }
  });

  it('takes one step from sending or doubt to ready by these events alone', () => {
    const steps = (['sending', 'doubt'] as const).flatMap((state) =>
      DELIVERY_EVENTS.filter((event) => nextState(state, event) === 'ready'),
    );

    expect(steps).toEqual(['not-sent', 'not-reached', 'absent', 'resolve-absent']);
  });

  it('leaves done only where a person takes back the link that led there, and can end from everywhere', () => {
    expect(reachable({ state: 'done', heldFrom: null }, ['unlink'])).toEqual(['done']);
    expect(DELIVERY_EVENTS.map((event) => nextState('done', event)).filter((state) => state !== null)).toEqual([
      'parked',
    ]);
    for (const state of DELIVERY_STATES) expect(reachable({ state, heldFrom: 'doubt' }, [])).toContain('done');
  });
});

/** `retry` and `resend` start from parked; everything but `not-sent` and `not-reached` can be come to from doubt. */
function leadsToReady(state: 'sending' | 'doubt', proof: DeliveryEvent): boolean {
  return state === 'sending' || (proof !== 'not-sent' && proof !== 'not-reached');
}

/** Every state that can be come to without these events. */
function reachable(from: Place, without: readonly DeliveryEvent[]): readonly DeliveryState[] {
  const seen = new Map([[JSON.stringify(from), from]]);
  for (const place of seen.values()) {
    for (const event of DELIVERY_EVENTS.filter((one) => !without.includes(one))) {
      const next = step(place, event);
      if (next !== null) seen.set(JSON.stringify(next), next);
    }
  }
  return [...new Set([...seen.values()].map((place) => place.state))];
}

function step({ state, heldFrom }: Place, event: DeliveryEvent): Place | null {
  const next = nextState(state, event, heldFrom);
  if (next === null) return null;
  return { state: next, heldFrom: next === 'held' ? state : null };
}

/** The promise in its own words: what is known of the last attempt decides whether another one may begin. */
class Model {
  /** `null`: nothing was sent. */
  arrived: 'yes' | 'no' | 'unknown' | null = null;
  held = false;
  ended = false;
}

const KNOWN: Partial<Record<DeliveryEvent, Model['arrived']>> = {
  begin: 'unknown',
  answered: 'yes',
  found: 'yes',
  'resolve-found': 'yes',
  'not-sent': 'no',
  'not-reached': 'no',
  absent: 'no',
  'resolve-absent': 'no',
  refused: 'no',
};

class Take implements fc.Command<Model, { place: Place }> {
  readonly event: DeliveryEvent;

  constructor(event: DeliveryEvent) {
    this.event = event;
  }

  /** `retry`, `resend` and `unlink` are allowed by rules outside the lifecycle, which look at the reason. */
  check(): boolean {
    return this.event !== 'retry' && this.event !== 'resend' && this.event !== 'unlink';
  }

  run(model: Model, real: { place: Place }): void {
    const next = step(real.place, this.event);
    if (next === null) return;
    expect(model.ended).toBe(false);
    if (this.event === 'begin') {
      expect(['no', null]).toContain(model.arrived);
      expect(model.held).toBe(false);
    }
    model.arrived = KNOWN[this.event] ?? model.arrived;
    model.held = next.state === 'held';
    model.ended = next.state === 'done';
    expect(model.ended).toBe(model.arrived === 'yes');
    real.place = next;
  }

  toString(): string {
    return this.event;
  }
}

describe('any life of a delivery', () => {
  it('begins an attempt only where the one before certainly did not arrive, and ends where one did', () => {
    const commands = DELIVERY_EVENTS.map((event) => fc.constant(new Take(event)));
    fc.assert(
      fc.property(fc.commands(commands, { maxCommands: 60, size: 'max' }), (life) => {
        const place: Place = { state: 'ready', heldFrom: null };
        fc.modelRun(() => ({ model: new Model(), real: { place } }), life);
      }),
      { numRuns: 300 },
    );
  });
});
