import { describe, expect, it } from 'vitest';
import { replaceFolded } from '../../src/report/replace-folded.ts';

describe('replaceFolded()', () => {
  it('replaces in the original what it finds in the folded text, with its marks', () => {
    expect(replaceFolded('Pa\u0301K Jose\u0301\u200b!', /jose/g, () => 'X')).toBe('Pa\u0301K X!');
  });

  it('takes the whole of a character that folds to several', () => {
    expect(replaceFolded('aﬁb', /f/g, () => 'X')).toBe('aXb');
    expect(replaceFolded('aﬁb', /i/g, () => 'X')).toBe('aXb');
  });

  it('leaves alone what the caller wants left', () => {
    expect(replaceFolded('satu DUA', /satu|dua/g, (match) => (match === 'dua' ? 'X' : null))).toBe('satu X');
  });

  it('never looks into what was masked before', () => {
    expect(replaceFolded('nama [nama disamarkan]', /nama/g, () => 'X')).toBe('X [nama disamarkan]');
  });
});
