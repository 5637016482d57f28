import { describe, expect, it } from 'vitest';
import { type LedgerGap, mayLieInGap } from '../../src/ledger/gap.ts';

const OPEN: LedgerGap = { kind: 'lost', at: 1000, scannedAt: null };
const SCANNED: LedgerGap = { ...OPEN, scannedAt: 1500 };

describe('mayLieInGap()', () => {
  it.each<readonly [string, LedgerGap | null, number | null, number, boolean]>([
    ['no ledger was lost', null, 0, 0, false],
    ['made before it', SCANNED, 999, 1600, true],
    ['made at that very moment', SCANNED, 1000, 1600, true],
    ['made at a time that nobody tells', SCANNED, null, 1600, true],
    ['made after it, and nothing was read whole yet', OPEN, 1001, 9999, true],
    ['made after it by its own clock, but there when all was read', SCANNED, 1001, 1499, true],
    ['made after it by its own clock, but seen as the reading ended', SCANNED, 1001, 1500, true],
    ['made after it, and seen only since', SCANNED, 1001, 1501, false],
  ])('%s', (_what, gap, createdAt, seenAt, expected) => {
    expect(mayLieInGap(gap, { createdAt, seenAt })).toBe(expected);
  });
});
