import { describe, expect, it } from 'vitest';
import { KEPT_SEEDS } from './kept-seeds.ts';
import { simulateRun } from './simulate-run.ts';

describe('a whole simulated life of the bridge', () => {
  it.each(KEPT_SEEDS)('keeps its promise with seed %i, which failed once', async (seed) => {
    expect((await simulateRun({ seed })).violations).toEqual([]);
  });

  it('keeps its promise with fresh seeds', async () => {
    const start = Math.floor(Math.random() * 2 ** 32);
    for (let seed = start; seed < start + 5; seed += 1) {
      expect({ seed, violations: (await simulateRun({ seed })).violations }).toEqual({ seed, violations: [] });
    }
  }, 60_000);

  it.each([5, 6, 9, 12])(
    'tells a person of every second thought, with nothing else going wrong (seed %i)',
    async (seed) => {
      const lived = await simulateRun({ seed, change: { rates: { 'second-thoughts': 1 } } });
      expect(lived.hits.get('second-thoughts')).toBeGreaterThan(4);
      expect(lived.violations).toEqual([]);
    },
  );

  it.each([9, 14])(
    'takes for one what is one, files nothing besides, and swallows nothing else, whatever a person says (seed %i)',
    async (seed) => {
      const lived = await simulateRun({ seed, change: { rates: { twins: 0.9, list: 1 } } });
      for (const fault of ['F73', 'F74', 'F75']) expect(lived.hits.get(fault)).toBeGreaterThan(0);
      expect(lived.violations).toEqual([]);
    },
  );

  it('runs the same way twice', async () => {
    const [first, second] = [await simulateRun({ seed: 4711 }), await simulateRun({ seed: 4711 })];

    expect(second.traceHash).toBe(first.traceHash);
    expect(second.boundaries).toBe(first.boundaries);
  });
});
