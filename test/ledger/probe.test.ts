import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delivery, DeliveryReason } from '../../src/ledger/delivery.ts';
import type { Probe } from '../../src/ledger/probe.ts';
import { decideProbe, nextProbeAt } from '../../src/ledger/probe.ts';

const MINUTE_MS = 60_000;
const POLICY = { settleMs: 20 * MINUTE_MS, giveUpMs: 24 * 60 * MINUTE_MS };
const ENDED_MS = 1_000_000;

type Doubtful = Pick<Delivery, 'endedAt' | 'absences' | 'lastAbsenceAt' | 'reason'>;

function doubtful(given: Partial<Doubtful> = {}): Doubtful {
  return { endedAt: ENDED_MS, absences: 0, lastAbsenceAt: null, reason: 'lost-answer', ...given };
}

const FOUND = { type: 'found', peerId: '8', others: [] } as const;
const NOTHING: Probe = { foundIds: [] };
const SETTLED_MS = ENDED_MS + POLICY.settleMs;
const GIVEN_UP_MS = ENDED_MS + POLICY.giveUpMs;
const ONCE = { absences: 1, lastAbsenceAt: SETTLED_MS };

describe('decideProbe()', () => {
  it.each([
    ['one hit, at once', { foundIds: ['7'] }, {}, ENDED_MS, { type: 'found', peerId: '7', others: [] }],
    [
      'a hit that says how many parts there are',
      { foundIds: ['7'], parts: 3 },
      {},
      ENDED_MS,
      { type: 'found', peerId: '7', others: [], parts: 3 },
    ],
    ['two hits: the oldest', { foundIds: ['7', '8'] }, {}, ENDED_MS, { type: 'found', peerId: '7', others: ['8'] }],
    ['a hit after an absence', { foundIds: ['7'] }, ONCE, SETTLED_MS, { type: 'found', peerId: '7', others: [] }],
    ['nothing, by a clock that was set back', NOTHING, {}, ENDED_MS - 1, { type: 'clock-set-back' }],
    ['a failure, by a clock that was set back', 'failed', {}, ENDED_MS - 1, { type: 'clock-set-back' }],
    ['nothing, after an absence in the future', NOTHING, ONCE, SETTLED_MS - 1, { type: 'clock-set-back' }],
    ['nothing, as it ended', NOTHING, {}, ENDED_MS, { type: 'wait' }],
    ['a failure, as it ended', 'failed', {}, ENDED_MS, { type: 'wait' }],
    ['nothing, too early', NOTHING, {}, SETTLED_MS - 1, { type: 'wait' }],
    ['nothing, in time', NOTHING, {}, SETTLED_MS, { type: 'missing', absent: false }],
    ['nothing again, too soon after', NOTHING, ONCE, SETTLED_MS + MINUTE_MS - 1, { type: 'wait' }],
    ['nothing again', NOTHING, ONCE, SETTLED_MS + MINUTE_MS, { type: 'missing', absent: true }],
    ['a failed look-up', 'failed', {}, GIVEN_UP_MS - 1, { type: 'wait' }],
    ['failed look-ups all day', 'failed', {}, GIVEN_UP_MS, { type: 'no-way', reason: 'outcome-unknown' }],
    ['failed, never ended', 'failed', { endedAt: null }, GIVEN_UP_MS, { type: 'wait' }],
    ['one like it, at once', { foundIds: [], nearIds: ['7'] }, {}, ENDED_MS, { type: 'near', nearIds: ['7'] }],
    ['one like it beside a hit', { foundIds: ['8'], nearIds: ['7'] }, {}, ENDED_MS, FOUND],
    ['no way to look', 'no-way', {}, ENDED_MS, { type: 'no-way', reason: 'outcome-unknown' }],
  ] as const)('says of %s', (_, probe, given, beganAt, verdict) => {
    expect(decideProbe(doubtful(given), probe, { beganAt, policy: POLICY })).toEqual(verdict);
  });

  it.each([
    ['already-exists', 'already-exists'],
    ['number-taken', 'number-taken'],
    ['restart', 'outcome-unknown'],
    [null, 'outcome-unknown'],
  ] as const satisfies [DeliveryReason | null, DeliveryReason][])('parks %s as %s', (reason, parkedAs) => {
    for (const probe of ['no-way', 'failed'] as const) {
      expect(decideProbe(doubtful({ reason }), probe, { beganAt: GIVEN_UP_MS, policy: POLICY })).toEqual({
        type: 'no-way',
        reason: parkedAs,
      });
    }
  });

  it.each(['already-exists', 'number-taken'] as const)('never lets go what was answered with %s', (reason) => {
    const second = { beganAt: SETTLED_MS + MINUTE_MS, policy: POLICY };
    expect(decideProbe(doubtful({ reason, ...ONCE }), NOTHING, second)).toEqual({ type: 'no-way', reason });
  });

  it('lets go only after two look-ups begun late enough and far enough apart, whatever was looked up before', () => {
    const looks = fc.array(fc.record({ waitMs: fc.nat(3_000), fails: fc.boolean() }), { maxLength: 40 });
    fc.assert(
      fc.property(looks, fc.integer({ min: 1, max: 8_000 }), (all, settleMs) => {
        const policy = { settleMs, giveUpMs: Number.MAX_SAFE_INTEGER };
        const counted: number[] = [];
        let beganAt = ENDED_MS;
        let delivery = doubtful();
        for (const { waitMs, fails } of all) {
          beganAt += waitMs;
          const verdict = decideProbe(delivery, fails ? 'failed' : NOTHING, { beganAt, policy });
          if (verdict.type !== 'missing') continue;
          counted.push(beganAt);
          delivery = { ...delivery, absences: delivery.absences + 1, lastAbsenceAt: beganAt };
          if (verdict.absent) break;
        }
        const [first = Number.POSITIVE_INFINITY, second = Number.POSITIVE_INFINITY, ...others] = counted;
        expect(others).toEqual([]);
        expect(first - ENDED_MS).toBeGreaterThanOrEqual(settleMs);
        expect(Number.isFinite(second) ? second - first : settleMs).toBeGreaterThanOrEqual(
          Math.min(MINUTE_MS, settleMs),
        );
      }),
    );
  });
});

describe('nextProbeAt()', () => {
  it.each([
    ['when the other side had time to settle', {}, POLICY.settleMs, SETTLED_MS],
    ['a minute after the last one', ONCE, POLICY.settleMs, SETTLED_MS + MINUTE_MS],
    ['sooner where the other side settles sooner', { lastAbsenceAt: ENDED_MS + 10 }, 10, ENDED_MS + 20],
    ['never before the side settled', { lastAbsenceAt: ENDED_MS - 5 * MINUTE_MS }, POLICY.settleMs, SETTLED_MS],
    ['at once where nothing was ever sent', { endedAt: null }, 10, 10],
  ])('is %s', (_, given, settleMs, at) => {
    expect(nextProbeAt(doubtful(given), { settleMs })).toBe(at);
  });
});
