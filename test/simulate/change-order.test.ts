import { describe, expect, it } from 'vitest';
import { createChangeOrder } from '../../src/simulate/change-order.ts';

describe('createChangeOrder()', () => {
  it('is empty at first', () => {
    expect(createChangeOrder().since(null)).toEqual([]);
  });

  it('gives the oldest change first, and the id decides within a second', () => {
    const order = createChangeOrder();
    order.touch(3, 5_000);
    order.touch(2, 9_000);
    order.touch(1, 5_999);
    expect(order.since(null)).toEqual([1, 3, 2]);
  });

  it('moves an id that changes again to the end', () => {
    const order = createChangeOrder();
    order.touch(1, 1_000);
    order.touch(2, 2_000);
    expect(order.since(null)).toEqual([1, 2]);
    order.touch(1, 3_000);
    expect(order.since(null)).toEqual([2, 1]);
  });

  it('follows a clock that was put back', () => {
    const order = createChangeOrder();
    order.touch(1, 9_000);
    order.touch(2, 1_000);
    expect(order.since(null)).toEqual([2, 1]);
  });

  it.each([
    { sinceMs: 0, ids: [1, 2, 3] },
    { sinceMs: 2_000, ids: [2, 3] },
    { sinceMs: 2_001, ids: [3] },
    { sinceMs: 4_000, ids: [] },
  ])('gives $ids since $sinceMs, by the whole second', ({ sinceMs, ids }) => {
    const order = createChangeOrder();
    order.touch(1, 1_900);
    order.touch(2, 2_900);
    order.touch(3, 3_900);
    expect(order.since(sinceMs)).toEqual(ids);
  });
});
