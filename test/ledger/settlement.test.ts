import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SendResult } from '../../src/http/outcome.ts';
import { decideSettlement, exhaustedBy } from '../../src/ledger/settlement.ts';

const NOW = 1_000_000;

describe('decideSettlement()', () => {
  it.each([
    [
      { kind: 'done', value: '900', status: 201 },
      { event: 'answered', peerId: '900', status: 201 },
    ],
    [
      { kind: 'done', value: null, status: 200 },
      { event: 'answered', peerId: null, status: 200 },
    ],
    [
      { kind: 'not-sent', cause: 'dns' },
      { event: 'not-sent', reason: 'not-sent', status: null, dueAt: NOW },
    ],
    [
      { kind: 'not-reached', cause: 'throttled', status: 429, retryAfterMs: 5000 },
      { event: 'not-reached', reason: 'throttled', status: 429, dueAt: NOW + 5000 },
    ],
    [
      { kind: 'not-reached', cause: 'credentials', status: 401, retryAfterMs: null },
      { event: 'not-reached', reason: 'credentials', status: 401, dueAt: NOW },
    ],
    [
      { kind: 'refused', cause: 'content', status: 422 },
      { event: 'refused', reason: 'refused', status: 422 },
    ],
    [
      { kind: 'refused', cause: 'not-found', status: 404 },
      { event: 'refused', reason: 'not-found', status: 404 },
    ],
    [
      { kind: 'refused', cause: 'too-large', status: 413 },
      { event: 'refused', reason: 'too-large', status: 413 },
    ],
    [
      { kind: 'doubt', cause: 'already-exists', status: 409 },
      { event: 'lost', reason: 'already-exists', status: 409 },
    ],
    [
      { kind: 'doubt', cause: 'timeout', status: null },
      { event: 'lost', reason: 'lost-answer', status: null },
    ],
  ] as const satisfies [SendResult<string | null>, object][])('makes of %o %o', (result, settlement) => {
    expect(decideSettlement(result, NOW)).toEqual(settlement);
  });
});

describe('exhaustedBy()', () => {
  const LIMITS = { maxAttempts: 12, maxAgeMs: 14 * 86_400_000 };

  it.each([
    ['a fresh one', 0, NOW, null],
    ['one with a try left', 11, NOW, null],
    ['one without', 12, NOW, 'exhausted'],
    ['one beyond', 13, NOW + LIMITS.maxAgeMs, 'exhausted'],
    ['an old one that was tried', 1, NOW + LIMITS.maxAgeMs, 'too-old'],
    ['one a moment younger', 1, NOW + LIMITS.maxAgeMs - 1, null],
    ['an old one that waited for us', 0, NOW + 9 * LIMITS.maxAgeMs, null],
    ['one from the future', 1, NOW - 1, null],
  ])('says of %s', (_, attempts, now, reason) => {
    expect(exhaustedBy({ attempts, createdAt: NOW }, now, LIMITS)).toBe(reason);
  });

  it('never allows more attempts than the limit', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(), (attempts, age) => {
        if (exhaustedBy({ attempts, createdAt: 0 }, age, LIMITS) === null) {
          expect(attempts).toBeLessThan(LIMITS.maxAttempts);
        }
      }),
    );
  });
});
