import { describe, expect, it } from 'vitest';
import { markedText, readMark } from '../../../src/local/open311/marked-text.ts';

describe('markedText()', () => {
  it.each(['Sudah diperbaiki.', '', 'Dua\nbaris', '[lapor:1] di depan'])('is taken apart again: %j', (text) => {
    expect(readMark(markedText(text, 'lapor-followup:501'))).toEqual({ text, mark: 'lapor-followup:501' });
  });

  it('cuts the text, between letters, and never the mark', () => {
    const marked = markedText('\u{1f6a7}'.repeat(3_000), 'lapor:9165900');
    expect(marked.length).toBeLessThanOrEqual(4_000);
    expect(marked.isWellFormed()).toBe(true);
    expect(readMark(marked).mark).toBe('lapor:9165900');
  });
});

describe('readMark()', () => {
  it.each([
    ['Isi.\r\n\r\n  [lapor:7]  \r\n', 'Isi.', 'lapor:7'],
    ['[lapor-status:7]', '', 'lapor-status:7'],
    ['Isi. [lapor:7]', 'Isi. [lapor:7]', null],
    ['[lapor:7]\nIsi.', '[lapor:7]\nIsi.', null],
    ['Isi.\n[lapor:]', 'Isi.\n[lapor:]', null],
    ['Isi.\n[lapor:7 8]', 'Isi.\n[lapor:7 8]', null],
    ['Isi.\n[laporan:7]', 'Isi.\n[laporan:7]', null],
  ])('reads %j', (given, text, mark) => {
    expect(readMark(given)).toEqual({ text, mark });
  });

  it('takes no longer for a long blank', () => {
    const text = `x${' '.repeat(60_000)}[`;
    expect(readMark(text)).toEqual({ text, mark: null });
  });
});
