import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ANCHOR_BYTES, type Anchor, formatAnchor, parseAnchors } from '../../src/ledger/anchor.ts';

const ANCHOR: Anchor = {
  ledger: 'a'.repeat(32),
  binding: 'kota-serang/production',
  schema: 12,
  commits: 7,
  seq: 3,
  hash: 'b'.repeat(64),
};
const later = { ...ANCHOR, commits: 8, seq: 4 };

describe('formatAnchor()', () => {
  it('is one record of the bytes that a disk writes at once', () => {
    expect(Buffer.byteLength(formatAnchor(ANCHOR))).toBe(ANCHOR_BYTES);
    expect(formatAnchor(ANCHOR).indexOf('\n')).toBe(ANCHOR_BYTES - 1);
  });

  it('writes no half of one that is too long', () => {
    expect(() => formatAnchor({ ...ANCHOR, binding: 'é'.repeat(200) })).toThrow('does not fit');
  });
});

describe('parseAnchors()', () => {
  it.each<readonly [string, string, Anchor | null]>([
    ['one record', formatAnchor(ANCHOR), ANCHOR],
    ['the newest of several', formatAnchor(later) + formatAnchor(ANCHOR), later],
    [
      'the last of two of the same commit',
      formatAnchor(ANCHOR) + formatAnchor({ ...ANCHOR, seq: 4 }),
      { ...ANCHOR, seq: 4 },
    ],
    ['the one before a torn one', formatAnchor(ANCHOR) + formatAnchor(later).replace('"seq":4', '"seq":5'), ANCHOR],
    ['the one before half of one', formatAnchor(ANCHOR) + formatAnchor(later).slice(0, 90), ANCHOR],
    ['nothing', '', null],
    ['a whole line with other facts', checked('{"ledger":"a","commits":9}'), null],
  ])('reads %s', (_name, text, expected) => {
    expect(parseAnchors(text)).toEqual(expected);
  });
});

function checked(facts: string): string {
  return `${facts} ${createHash('sha256').update(facts).digest('hex').slice(0, 16)}\n`;
}
