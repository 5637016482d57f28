import { describe, expect, it } from 'vitest';
import { simulateOutage } from './simulate-outage.ts';

const CONCURRENCY = 4;

describe('after LAPOR! was away for 72 hours', () => {
  it('all reports arrive, the oldest first, as fast as it allows, and hardly any is sent twice', async () => {
    const { filed, used, repeated, outOfPlace } = await simulateOutage({ reports: 1_500, perMinute: 60 });

    expect(filed).toBe(1_500);
    expect(used).toBeGreaterThanOrEqual(0.95);
    expect(repeated).toBeLessThanOrEqual(0.2);
    expect(outOfPlace).toBeLessThanOrEqual(CONCURRENCY);
  }, 300_000);
});
