import { describe, it } from 'vitest';
import { fuzzLapor, fuzzRest } from './fuzz.ts';

const MINUTES_MS = 5 * 60_000;

describe('ten thousand fuzzed bodies', () => {
  it('break nothing in the REST form, and make up nothing', () => fuzzRest(10_000), MINUTES_MS);
  it('break nothing in the adapter of LAPOR!, and make up nothing', () => fuzzLapor(10_000), MINUTES_MS);
});
