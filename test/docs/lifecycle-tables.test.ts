import { describe, expect, it } from 'vitest';
import type {
  NotReachedCause,
  NotSentCause,
  RefusedCause,
  SendDoubtCause,
  SendResult,
} from '../../src/http/outcome.ts';
import { DELIVERY_STATES } from '../../src/ledger/delivery.ts';
import { DELIVERY_EVENTS, LIFECYCLE } from '../../src/ledger/lifecycle.ts';
import type { Probe, ProbeVerdict } from '../../src/ledger/probe.ts';
import { decideProbe } from '../../src/ledger/probe.ts';
import { decideSettlement } from '../../src/ledger/settlement.ts';
import type { CreatesState, SideEvent, SideHealth, SideState } from '../../src/ledger/side.ts';
import { healthySide, nextSide } from '../../src/ledger/side.ts';
import { readLifecycle } from './read-lifecycle.ts';
import { readTable } from './read-table.ts';

const NOW = 1_000_000;
const STATUS = 200;

/** Every outcome that a write can have, by its name on the page: kind and cause. */
const OUTCOMES = {
  'done -': { kind: 'done', value: '900', status: STATUS },
  ...outcomes<NotSentCause>(
    'not-sent',
    { refused: 0, unreachable: 0, dns: 0, tls: 0, 'connect-timeout': 0, stopped: 0, 'forbidden-address': 0 },
    (cause) => ({ kind: 'not-sent', cause }),
  ),
  ...outcomes<NotReachedCause>(
    'not-reached',
    { throttled: 0, suspended: 0, credentials: 0, blocked: 0, 'wrong-path': 0 },
    (cause) => ({ kind: 'not-reached', cause, status: STATUS, retryAfterMs: null }),
  ),
  ...outcomes<RefusedCause>(
    'refused',
    { content: 0, 'not-found': 0, 'too-large': 0, privacy: 0, 'read-only': 0 },
    (cause) => ({
      kind: 'refused',
      cause,
      status: STATUS,
    }),
  ),
  ...outcomes<SendDoubtCause>(
    'doubt',
    {
      reset: 0,
      timeout: 0,
      stopped: 0,
      'broken-answer': 0,
      'answer-too-large': 0,
      proxy: 0,
      'server-error': 0,
      redirect: 0,
      html: 0,
      'no-id': 0,
      unreadable: 0,
      'already-exists': 0,
      'unexpected-status': 0,
    },
    (cause) => ({ kind: 'doubt', cause, status: STATUS }),
  ),
} as const satisfies Record<string, SendResult<string>>;

/** A missing cause does not compile. */
function outcomes<C extends string>(
  kind: SendResult<string>['kind'],
  causes: Readonly<Record<C, 0>>,
  make: (cause: C) => SendResult<string>,
): Readonly<Record<string, SendResult<string>>> {
  return Object.fromEntries(keys(causes).map((cause) => [`${kind} ${cause}`, make(cause)]));
}

/** Every event by its name on the page. */
const SIDE_EVENTS = {
  'read-ok': { type: 'read-ok', news: false },
  'write-ok': { type: 'write-ok', create: false },
  'write-ok, create': { type: 'write-ok', create: true },
  unreachable: { type: 'unreachable', reason: null },
  'refuses-us': { type: 'refuses-us', reason: null },
  pause: { type: 'pause', ms: 1, reason: null },
  'create-in-doubt': { type: 'create-in-doubt' },
} as const satisfies Record<SideEvent['type'] | 'write-ok, create', SideEvent>;

const SIDES = {
  up: { state: 'up' },
  down: { state: 'down', until: NOW + 1 },
  stopped: { state: 'stopped', until: NOW + 1 },
  paused: { state: 'paused', until: NOW + 1 },
  'paused, over': { state: 'paused', until: NOW },
} as const satisfies Record<SideState | 'paused, over', Partial<SideHealth>>;

const CREATES = { open: 0, stopped: 0, single: 0 } as const satisfies Record<CreatesState, 0>;

type Doubted = Parameters<typeof decideProbe>[0];

const POLICY = { settleMs: 1_000, giveUpMs: 10_000 };
const FOUND_NOTHING = { absences: 1, lastAbsenceAt: NOW + POLICY.settleMs };
const FOUND_NOTHING_OF_KNOWN = { ...FOUND_NOTHING, reason: 'already-exists' } as const;

/** Look-ups by their name on the page: what they gave, how long after the attempt they began, and what was known before. */
const LOOK_UPS: readonly (readonly [string, Probe, number, Partial<Doubted>])[] = [
  ['there is no way to look', 'no-way', 0, {}],
  ['failed, for less than a day', 'failed', POLICY.giveUpMs - 1, {}],
  ['failed, for a day', 'failed', POLICY.giveUpMs, {}],
  ['found one', { foundIds: ['1'] }, 0, {}],
  ['found several', { foundIds: ['1', '2'] }, 0, {}],
  ['found only what is like it', { foundIds: [], nearIds: ['1'] }, 0, {}],
  ['found nothing, too early', { foundIds: [] }, POLICY.settleMs - 1, {}],
  ['found nothing, before it ended', { foundIds: [] }, -1, {}],
  ['found nothing, once', { foundIds: [] }, POLICY.settleMs, {}],
  ['found nothing, twice', { foundIds: [] }, 2 * POLICY.settleMs, FOUND_NOTHING],
  ['the same, of what the side says it has', { foundIds: [] }, 2 * POLICY.settleMs, FOUND_NOTHING_OF_KNOWN],
];

const VERDICTS = {
  found: 0,
  near: 0,
  'no-way': 0,
  missing: 0,
  wait: 0,
  'clock-set-back': 0,
} as const satisfies Record<ProbeVerdict['type'], 0>;

describe('the page on the life of a delivery', () => {
  it('tells every state', () => {
    const states = readTable(readLifecycle('States'), 'state').slice(1);

    expect(states.map(([state]) => state)).toEqual(DELIVERY_STATES);
  });

  it('tells where every event leads from every state', () => {
    expect(readTable(readLifecycle('Events'), 'event').map((row) => row.slice(0, -1))).toEqual([
      ['event', ...DELIVERY_STATES],
      ...DELIVERY_EVENTS.map((event) => [event, ...DELIVERY_STATES.map((state) => LIFECYCLE[state][event] ?? '-')]),
    ]);
  });

  it('tells what becomes of every outcome', () => {
    const told = readTable(readLifecycle('What an outcome means'), 'outcome')
      .slice(1)
      .flatMap(([kind, causes = '', ...means]) => causes.split(', ').map((cause) => [`${kind} ${cause}`, means]));
    const decided = Object.entries(OUTCOMES).map(([name, outcome]) => {
      const settlement = decideSettlement(outcome, NOW);
      return [name, [settlement.event, 'reason' in settlement ? settlement.reason : '-']];
    });

    expect(told.toSorted()).toEqual(decided.toSorted());
  });

  it('tells what every event makes of a side', () => {
    const { 'write-ok, create': create, ...events } = SIDE_EVENTS;
    const madeBy = (event: SideEvent) => keys(SIDES).map((side) => heard(SIDES[side], event).state);

    expect(readTable(readLifecycle('Health of a side'), 'event')).toEqual([
      ['event', ...keys(SIDES)],
      ...keys(events).map((event) => [event, ...madeBy(events[event])]),
    ]);
    expect(madeBy(create)).toEqual(madeBy(events['write-ok']));
  });

  it('tells what every event makes of the creates', () => {
    expect(readTable(readLifecycle('Health of a side'), 'creates')).toEqual([
      ['creates', ...keys(CREATES)],
      ...keys(SIDE_EVENTS).map((event) => [
        event,
        ...keys(CREATES).map((creates) => heard({ creates }, SIDE_EVENTS[event]).creates),
      ]),
    ]);
  });

  it('tells what every look-up means', () => {
    const verdicts = LOOK_UPS.map(([name, probe, afterMs, before]) => {
      const delivery = { endedAt: NOW, absences: 0, lastAbsenceAt: null, reason: null, ...before };
      return [name, decideProbe(delivery, probe, { beganAt: NOW + afterMs, policy: POLICY })] as const;
    });

    expect(readTable(readLifecycle('What a look-up means'), 'look-up').slice(1)).toEqual(
      verdicts.map(([name, verdict]) => [name, nameOf(verdict)]),
    );
    expect([...new Set(verdicts.map(([, { type }]) => type))].toSorted()).toEqual(keys(VERDICTS).toSorted());
  });
});

function heard(before: Partial<SideHealth>, event: SideEvent): SideHealth {
  return nextSide({ ...healthySide('national'), ...before }, event, { now: NOW, random: 0.5 });
}

function nameOf(verdict: ProbeVerdict): string {
  switch (verdict.type) {
    case 'found':
      return verdict.others.length > 0 ? 'found: the oldest, with an alarm' : 'found';
    case 'missing':
      return verdict.absent ? 'missing: may be sent again' : 'missing';
    default:
      return verdict.type;
  }
}

function keys<K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(table) as K[];
}
