import { describe, expect, it } from 'vitest';
import { toLocalResponse } from '../../src/mirror/to-local-response.ts';
import { makeFollowUp } from '../support/make-report.ts';

const FILE = { url: 'https://lapor.test/bukti.pdf', name: 'bukti.pdf', mimeType: null, sizeBytes: null };

describe('toLocalResponse()', () => {
  it('carries the reference that marks it as the nation’s', () => {
    const answer = makeFollowUp({ id: '501', author: 'national', institution: 'Kemenkes', attachments: [FILE] });
    expect(toLocalResponse(answer)).toEqual({
      text: 'Sudah ditindaklanjuti.',
      institution: 'Kemenkes',
      attachments: [FILE],
      externalRef: 'lapor-followup:501',
    });
  });

  it('goes without a file whose address would run, and says so', () => {
    const bad = { ...FILE, url: 'javascript:alert(1)' };
    const note = 'Catatan: 1 lampiran tidak diteruskan (alamat tidak sah); tersedia di LAPOR!.';

    expect(toLocalResponse(makeFollowUp({ attachments: [bad, FILE] }))).toMatchObject({
      text: `Sudah ditindaklanjuti.\n\n${note}`,
      attachments: [FILE],
    });
    expect(toLocalResponse(makeFollowUp({ text: '', attachments: [bad] }))).toMatchObject({
      text: note,
      attachments: [],
    });
  });

  it('has words where the answer is files alone, and is none where it says nothing', () => {
    expect(toLocalResponse(makeFollowUp({ text: ' ', attachments: [FILE] }))?.text).toBe('(Lampiran)');
    expect(toLocalResponse(makeFollowUp({ text: ' \n' }))).toBeNull();
  });
});
