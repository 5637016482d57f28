import { describe, it } from 'vitest';
import { fuzzLapor, fuzzRest } from './fuzz.ts';

describe('a few hundred fuzzed bodies', () => {
  it('break nothing in the REST form, and make up nothing', () => fuzzRest(300));
  it('break nothing in the adapter of LAPOR!, and make up nothing', () => fuzzLapor(300));
});
