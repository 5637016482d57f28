import { describe, expect, it } from 'vitest';
import { scoreTwins } from '../../src/twins/score-twins.ts';
import { twinSubject } from '../../src/twins/twin-subject.ts';
import { generatedPairs } from './generated-pairs.ts';
import type { LabelledPair } from './labelled-pair.ts';
import { measurePairs } from './measure-pairs.ts';
import { WRITTEN_PAIRS } from './written-pairs.ts';

const STAFF = ['Admin Diskominfo'];
const SEED = 20_261_124;
const MEASURED = measurePairs(generatedPairs(SEED, 120));

function score({ local, national }: LabelledPair) {
  return scoreTwins(twinSubject(local), twinSubject(national, STAFF));
}

function verdicts(isTwin: boolean): Readonly<Record<string, string | null>> {
  const pairs = WRITTEN_PAIRS.filter((pair) => pair.isTwin === isTwin);
  return Object.fromEntries(pairs.map((pair) => [pair.kind, score(pair).verdict]));
}

describe('scoreTwins()', () => {
  it('judges what people file twice', () => {
    expect(verdicts(true)).toEqual({
      pasted: 'certain',
      'pasted, another photo, other case': 'certain',
      'typed anew, full words': 'certain',
      'typed anew, shortened': 'certain',
      'by the same citizen in other words': 'certain',
      'other word order': 'certain',
      'without a name at LAPOR!': 'near',
      'anonymous on both sides': 'near',
      'under an account of the staff': 'certain',
      'under an account that nobody told of': 'near',
      'keyed in five days later': 'certain',
      'without a date': 'certain',
      'telephone in another form': 'certain',
      'hidden at LAPOR!': 'near',
      slips: 'near',
    });
  });

  it('never takes for one what only looks like it', () => {
    expect(verdicts(false)).toEqual({
      'same citizen, other matter': null,
      'same citizen, the next lamp': 'near',
      'same citizen, the next RT': 'near',
      'same citizen and street, another week': 'near',
      'same citizen, still not done the next day': 'near',
      'a neighbour, the same hole': null,
      'a neighbour, the same words': 'near',
      'short texts of two citizens': 'near',
      'short texts of one citizen, another day': 'near',
      namesakes: 'near',
    });
  });

  it(`links hardly anything wrongly, and finds nearly everything, in a made-up city (seed ${SEED})`, () => {
    const { precision, recall, certainShare } = MEASURED;
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(certainShare).toBeGreaterThanOrEqual(0.5);
  });

  it('asks nobody about two matters of one citizen, nor about two citizens and two matters', () => {
    const { byKind } = MEASURED;
    const asked = (kind: string) => (byKind.get(kind)?.near ?? Number.NaN) / (byKind.get(kind)?.pairs ?? 0);
    expect(asked('same citizen, other matter')).toBeLessThan(0.05);
    expect(asked('others’ matter')).toBeLessThan(0.01);
  });

  it('says the same whichever side is which', () => {
    for (const pair of generatedPairs(SEED, 10)) {
      const [there, back] = [score(pair), score({ ...pair, local: pair.national, national: pair.local })];
      const { words, reporter, ...rest } = there.evidence;
      // Only an account at LAPOR! is one of the staff.
      if (reporter === 'staff') continue;
      expect(back.evidence).toEqual({
        ...rest,
        reporter,
        words: { common: words.common, onlyA: words.onlyB, onlyB: words.onlyA },
      });
      expect(back.verdict).toBe(there.verdict);
    }
  });
});
