import { describe, expect, it } from 'vitest';
import { parseMultipart } from '../../src/simulate/multipart.ts';

const TYPE = 'multipart/form-data; boundary=batas';

function body(...lines: string[]): Buffer {
  return Buffer.from(lines.join('\r\n'));
}

async function sent(form: FormData): Promise<{ type: string; bytes: Buffer }> {
  const request = new Request('http://127.0.0.1/', { method: 'POST', body: form });
  return { type: request.headers.get('content-type') ?? '', bytes: Buffer.from(await request.arrayBuffer()) };
}

describe('parseMultipart()', () => {
  it('reads fields and files as a client of today writes them', async () => {
    const form = new FormData();
    form.append('content', 'baris satu\nbaris "dua" & é 😅');
    form.append('attachment[0]', new File([Uint8Array.of(0, 13, 10, 45, 45, 255)], 'foto "a"\n.jpg'));
    const { type, bytes } = await sent(form);
    expect(parseMultipart(type, bytes)).toEqual([
      { name: 'content', fileName: null, bytes: Buffer.from('baris satu\r\nbaris "dua" & é 😅') },
      { name: 'attachment[0]', fileName: 'foto "a"\n.jpg', bytes: Buffer.from([0, 13, 10, 45, 45, 255]) },
    ]);
  });

  it('keeps repeated names in order, and an empty value', () => {
    const parts = parseMultipart(
      TYPE,
      body(
        '--batas',
        'Content-Disposition: form-data; name="a[]"',
        '',
        '1',
        '--batas',
        'content-disposition: form-data; name="a[]"',
        '',
        '',
        '--batas--',
        '',
      ),
    );
    expect(parts?.map(({ name, bytes }) => [name, String(bytes)])).toEqual([
      ['a[]', '1'],
      ['a[]', ''],
    ]);
  });

  it('does not take a name out of a file name', () => {
    const parts = parseMultipart(
      TYPE,
      body('--batas', 'Content-Disposition: form-data; filename="x; name=y"; name="z"', '', 'v', '--batas--'),
    );
    expect(parts).toEqual([{ name: 'z', fileName: 'x; name=y', bytes: Buffer.from('v') }]);
  });

  it.each([
    ['no content type', undefined, body('--batas', 'Content-Disposition: form-data; name="a"', '', 'v', '--batas--')],
    ['another content type', 'application/json', Buffer.from('{}')],
    ['no boundary', 'multipart/form-data', Buffer.from('')],
    ['no final boundary', TYPE, body('--batas', 'Content-Disposition: form-data; name="a"', '', 'v')],
    ['no blank line after the head', TYPE, body('--batas', 'Content-Disposition: form-data; name="a"', '--batas--')],
    ['a part without a name', TYPE, body('--batas', 'Content-Disposition: form-data', '', 'v', '--batas--')],
    ['an empty body', TYPE, Buffer.from('')],
  ])('refuses a body with %s', (_what, type, bytes) => {
    expect(parseMultipart(type, bytes)).toBeNull();
  });

  it('refuses more parts than a form can have', () => {
    const part = '--batas\r\nContent-Disposition: form-data; name="a"\r\n\r\nv\r\n';
    expect(parseMultipart(TYPE, Buffer.from(`${part.repeat(300)}--batas--`))).toBeNull();
  });
});
