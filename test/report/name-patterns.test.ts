import { describe, expect, it } from 'vitest';
import { namePatterns, partedNamePatterns } from '../../src/report/name-patterns.ts';

function found(name: string, foldedText: string): readonly string[] {
  const matches: string[] = [];
  const take = (match: string) => {
    matches.push(match);
    return '#';
  };
  namePatterns(name).reduce((rest, pattern) => rest.replace(pattern, take), foldedText);
  return matches;
}

describe('namePatterns()', () => {
  it('finds the whole name, initials with a full word, and words of three letters or more', () => {
    expect(found('Contoh Eka Warga', 'contoh eka warga; c. e. warga; contoh e w; eka; ek')).toEqual([
      'contoh eka warga',
      'c. e. warga',
      'contoh e w',
      'eka',
    ]);
  });

  it('finds words that have grown together', () => {
    expect(found('Contoh Eka Warga', 'ekacontoh, wargaeka99, contohlain')).toEqual(['ekacontoh', 'wargaeka']);
  });

  it('finds words only whole', () => {
    expect(found('Eka', 'beka ekalaya eka_1 (eka)')).toEqual(['eka', 'eka']);
  });

  it.each(['', 'H. M.', 'Drs. Haji, S.Pd., M.Si.', '123 -'])('has no pattern for %j', (name) => {
    expect(namePatterns(name)).toEqual([]);
  });
});

describe('partedNamePatterns()', () => {
  it.each([
    ['in a text of ASCII', true, 's i t i, s-i-t-i; si ti', ['s i t i', 's-i-t-i']],
    ['beside letters of another script', false, 'жs i t i; s i t i ж', ['s i t i']],
  ])('finds a word whose letters stand apart %s', (_name, ascii, text, expected) => {
    expect(partedNamePatterns('Siti Li', ascii).flatMap((pattern) => text.match(pattern) ?? [])).toEqual(expected);
  });

  it('has none for short words', () => {
    expect(partedNamePatterns('Li Na Eka')).toEqual([]);
  });
});
