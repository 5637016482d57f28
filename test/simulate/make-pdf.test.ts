import { fileTypeFromBuffer } from 'file-type';
import { describe, expect, it } from 'vitest';
import { makePdf } from '../../src/simulate/make-pdf.ts';

const NAME = 'Ratna Puspaningtyas';

describe('makePdf()', () => {
  it('is a PDF whose cross-reference table points at its objects', async () => {
    const bytes = makePdf({ author: NAME });
    expect(await fileTypeFromBuffer(bytes)).toEqual({ ext: 'pdf', mime: 'application/pdf' });
    const text = Buffer.from(bytes).toString('latin1');
    const offsets = Array.from(text.matchAll(/^(\d{10}) 00000 n $/gm), ([, offset]) => Number(offset));
    expect(offsets.map((offset) => text.slice(offset, offset + 7))).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `${n} 0 obj`),
    );
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    expect(text.slice(start, start + 9)).toBe('xref\n0 7\n');
  });

  it.each([
    [NAME, `/Author (${NAME})`],
    ['A (B) \\ C', '/Author (A \\(B\\) \\\\ C)'],
    ['Bé', '/Author <feff004200e9>'],
  ])('names %s as its author', (author, info) => {
    expect(Buffer.from(makePdf({ author })).toString('latin1')).toContain(info);
  });
});
