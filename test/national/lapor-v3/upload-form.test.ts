import { describe, expect, it } from 'vitest';
import { uploadForm } from '../../../src/national/lapor-v3/upload-form.ts';

describe('uploadForm()', () => {
  it('repeats one field', () => {
    const form = uploadForm([
      { bytes: Uint8Array.of(1), fileName: 'lampiran-1.png', mimeType: 'image/png' },
      { bytes: Uint8Array.of(2), fileName: 'lampiran-2.pdf', mimeType: 'application/pdf' },
    ]);
    expect([...form.keys()]).toEqual(['attachments[]', 'attachments[]']);
    expect(form.getAll('attachments[]').map((file) => file instanceof File && file.name)).toEqual([
      'lampiran-1.png',
      'lampiran-2.pdf',
    ]);
  });
});
