import { describe, expect, it } from 'vitest';
import { caseMayLieInGap, type LedgerGap, messageMayLieInGap } from '../../src/ledger/gap.ts';

const OPEN: LedgerGap = { kind: 'lost', at: 1000, scanned: null };
const SCANNED: LedgerGap = { ...OPEN, scanned: { caseId: 5, messageId: 7 } };

describe('caseMayLieInGap()', () => {
  it.each<readonly [string, LedgerGap | null, number, number, boolean]>([
    ['no ledger was lost', null, 1, 0, false],
    ['made before it', SCANNED, 6, 999, true],
    ['made at that very moment', SCANNED, 6, 1000, true],
    ['made after it, and nothing was read whole yet', OPEN, 6, 1001, true],
    ['made after it by its own clock, but there when all was read', SCANNED, 5, 1001, true],
    ['made after it, and seen only since', SCANNED, 6, 1001, false],
  ])('%s', (_what, gap, id, createdAt, expected) => {
    expect(caseMayLieInGap(gap, { id, createdAt })).toBe(expected);
  });
});

describe('messageMayLieInGap()', () => {
  it.each<readonly [string, LedgerGap | null, number, number | null, boolean]>([
    ['no ledger was lost', null, 1, 0, false],
    ['made before it', SCANNED, 8, 999, true],
    ['made at that very moment', SCANNED, 8, 1000, true],
    ['made at a time that nobody tells', SCANNED, 8, null, true],
    ['made after it, and nothing was read whole yet', OPEN, 8, 1001, true],
    ['made after it by its own clock, but there when all was read', SCANNED, 7, 1001, true],
    ['made after it, and seen only since', SCANNED, 8, 1001, false],
  ])('%s', (_what, gap, id, createdAt, expected) => {
    expect(messageMayLieInGap(gap, { id, createdAt })).toBe(expected);
  });
});
