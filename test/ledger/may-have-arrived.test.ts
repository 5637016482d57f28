import { describe, expect, it } from 'vitest';
import type { DeliveryReason, DeliveryState } from '../../src/ledger/delivery.ts';
import { mayHaveArrived } from '../../src/ledger/may-have-arrived.ts';

describe('mayHaveArrived()', () => {
  it.each<readonly [DeliveryState, DeliveryReason | null, boolean]>([
    ['ready', null, false],
    ['sending', null, true],
    ['doubt', 'lost-answer', true],
    ['done', null, true],
    ['parked', 'refused', false],
    ['parked', 'outcome-unknown', true],
    ['parked', null, true],
  ])('says of what is %s (%s), and of the same under a hold: %s', (state, reason, arrived) => {
    expect(mayHaveArrived({ state, reason, heldFrom: null, reasonBefore: null })).toBe(arrived);
    const held = { state: 'held', reason: 'operator', heldFrom: state, reasonBefore: reason } as const;
    expect(mayHaveArrived(held)).toBe(arrived);
  });

  it('does not know what a lost ledger did', () => {
    const held = { state: 'held', reason: 'ledger-lost', heldFrom: 'ready', reasonBefore: null } as const;
    expect(mayHaveArrived(held)).toBe(true);
    expect(mayHaveArrived({ ...held, reason: 'guard', heldFrom: null })).toBe(false);
  });
});
