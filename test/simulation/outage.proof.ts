import { describe, expect, it } from 'vitest';
import { missedBounds } from './missed-bounds.ts';
import { simulateOutage } from './simulate-outage.ts';

describe.each(['national', 'local'] as const)('after the %s side was away for 72 hours', (side) => {
  it('all changes arrive, the oldest first, as fast as it allows, and hardly any request is repeated', async () => {
    const queued = 1_500;
    const caughtUp = await simulateOutage({ side, queued, perMinute: 60 });
    expect({ ...caughtUp, missed: missedBounds(caughtUp, queued) }).toEqual({ ...caughtUp, missed: [] });
  }, 300_000);
});
