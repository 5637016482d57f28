import { describe, expect, it } from 'vitest';
import { namePatterns } from '../../src/report/name-patterns.ts';

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
