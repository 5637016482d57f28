import { describe, expect, it } from 'vitest';
import { withheldNote } from '../../src/forward/withheld-note.ts';

describe('withheldNote()', () => {
  it('says nothing where every file came along', () => {
    expect(withheldNote([])).toBe('');
  });

  it('counts the files of each reason, in the order in which the reasons came up', () => {
    expect(withheldNote(['unavailable', 'too-large', 'unavailable'])).toBe(
      'Catatan: 3 lampiran tidak diteruskan (2 tidak dapat diambil, 1 terlalu besar); tersedia di aplikasi asal.',
    );
  });
});
