import { seededRandom } from '../../src/simulate/seeded-random.ts';
import { FAMILIES, type Family } from './families.ts';
import { drawPlan } from './sim-plan.ts';
import { type RunOptions, simulateRun } from './simulate-run.ts';

/** Families of faults that a failing seed needs: every other one is left out and it still fails. */
export async function shrink(seed: number): Promise<readonly Family[]> {
  const { rates } = drawPlan(seed, seededRandom(seed));
  const without = new Set<Family>();
  const drawn = FAMILIES.filter((family) => rates[family] !== undefined);
  for (const family of drawn) {
    without.add(family);
    if (!(await fails({ seed, without }))) without.delete(family);
  }
  return drawn.filter((family) => !without.has(family));
}

async function fails(options: RunOptions): Promise<boolean> {
  try {
    return (await simulateRun(options)).violations.length > 0;
  } catch {
    return true;
  }
}
