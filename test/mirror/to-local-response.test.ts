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

  it('has words where the answer is files alone, and is none where it says nothing', () => {
    expect(toLocalResponse(makeFollowUp({ text: ' ', attachments: [FILE] }))?.text).toBe('(Lampiran)');
    expect(toLocalResponse(makeFollowUp({ text: ' \n' }))).toBeNull();
  });
});
