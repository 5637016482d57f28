import { describe, expect, it } from 'vitest';
import { encodeBody } from '../../src/http/encode-body.ts';

describe('encodeBody()', () => {
  it('writes JSON', async () => {
    expect(await encodeBody({ kind: 'json', value: { judul: 'é' } })).toEqual({
      data: '{"judul":"é"}',
      contentType: 'application/json',
    });
  });

  it('writes fields', async () => {
    expect(await encodeBody({ kind: 'form', values: { grant_type: 'client_credentials', a: 'b c&d' } })).toEqual({
      data: 'grant_type=client_credentials&a=b+c%26d',
      contentType: 'application/x-www-form-urlencoded',
    });
  });

  it('writes a form, whose names cannot break out of their line', async () => {
    const form = new FormData();
    form.append('attachment[0]', new Blob(['%PDF'], { type: 'application/pdf' }), 'a"\r\nb.pdf');
    const { data, contentType } = await encodeBody({ kind: 'multipart', form });
    const boundary = contentType.split('boundary=')[1];
    expect(String(data).split('\r\n')).toEqual([
      `--${boundary}`,
      'Content-Disposition: form-data; name="attachment[0]"; filename="a%22%0D%0Ab.pdf"',
      'Content-Type: application/pdf',
      '',
      '%PDF',
      `--${boundary}--`,
      ...(String(data).endsWith('\r\n') ? [''] : []),
    ]);
  });
});
