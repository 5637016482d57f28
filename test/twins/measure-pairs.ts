import { scoreTwins, type TwinScore } from '../../src/twins/score-twins.ts';
import { twinKeys } from '../../src/twins/twin-keys.ts';
import { twinSubject } from '../../src/twins/twin-subject.ts';
import type { LabelledPair } from './labelled-pair.ts';

export interface Counts {
  readonly pairs: number;
  certain: number;
  near: number;
  /** Of the pairs that the score takes for one, those that share no key and would never be compared. */
  missedByKeys: number;
}

export interface Measured {
  /** Of the certain ones, the part that are twins. */
  readonly precision: number;
  /** Of the twins, the part that are found: certain or near. */
  readonly recall: number;
  /** Of the twins, the part that are certain. */
  readonly certainShare: number;
  readonly byKind: ReadonlyMap<string, Counts>;
  readonly wrong: readonly { readonly pair: LabelledPair; readonly score: TwinScore }[];
}

const KEY = new Uint8Array(32).fill(7);
const STAFF = ['Admin Diskominfo'];

/** Judges every pair as the bridge would, keys first. */
export function measurePairs(pairs: readonly LabelledPair[], staff: readonly string[] = STAFF): Measured {
  const byKind = new Map<string, Counts>();
  const wrong: Measured['wrong'][number][] = [];
  let [found, certainTwins, certain] = [0, 0, 0];
  for (const pair of pairs) {
    const local = twinSubject(pair.local);
    const national = twinSubject(pair.national, staff);
    const score = scoreTwins(local, national);
    const keys = new Set(twinKeys(local, KEY));
    const isCompared = twinKeys(national, KEY).some((key) => keys.has(key));
    const counts = byKind.get(pair.kind) ?? { pairs: 0, certain: 0, near: 0, missedByKeys: 0 };
    byKind.set(pair.kind, { ...counts, pairs: counts.pairs + 1 });
    const kept = byKind.get(pair.kind) as Counts;
    if (score.verdict !== null && !isCompared) kept.missedByKeys += 1;
    if (score.verdict === null || !isCompared) continue;
    kept[score.verdict] += 1;
    if (pair.isTwin) found += 1;
    if (score.verdict !== 'certain') continue;
    certain += 1;
    if (pair.isTwin) certainTwins += 1;
    else wrong.push({ pair, score });
  }
  const twins = pairs.filter(({ isTwin }) => isTwin).length;
  return {
    precision: certain === 0 ? 1 : certainTwins / certain,
    recall: found / twins,
    certainShare: certainTwins / twins,
    byKind,
    wrong,
  };
}
