import { expect, it } from 'vitest';
import { passOnFiles } from '../../src/mirror/pass-on-files.ts';

const at = (url: string) => ({ url, name: null, mimeType: null, sizeBytes: null });

it('passes on addresses of the web and paths, and says nothing', () => {
  const files = ['https://lapor.test/a.jpg', 'HTTP://lapor.test/a', '/berkas/a:b.pdf', 'a.jpg', '//cdn.test/a'].map(at);

  expect(passOnFiles(files)).toEqual({ files, note: '' });
});

it.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,a',
  'file:///etc/passwd',
])('leaves %j behind, and says so', (url) => {
  const good = at('https://lapor.test/a.jpg');

  expect(passOnFiles([at(url), good, at(url)])).toEqual({
    files: [good],
    note: 'Catatan: 2 lampiran tidak diteruskan (alamat tidak sah); tersedia di LAPOR!.',
  });
});
