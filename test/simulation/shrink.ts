import { FAMILIES, type Family } from './sim-plan.ts';
import { simulateRun } from './simulate-run.ts';

/** Families of faults that a failing seed needs: every other one is left out and it still fails. */
export async function shrink(seed: number): Promise<readonly Family[]> {
  const without = new Set<Family>();
  const { plan } = await simulateRun({ seed });
  for (const family of FAMILIES) {
    if (plan.rates[family] === undefined) continue;
    without.add(family);
    const { violations } = await simulateRun({ seed, without });
    if (violations.length === 0) without.delete(family);
  }
  return FAMILIES.filter((family) => plan.rates[family] !== undefined && !without.has(family));
}
