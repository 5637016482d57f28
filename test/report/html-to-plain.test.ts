import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToPlain } from '../../src/report/html-to-plain.ts';

describe('htmlToPlain()', () => {
  it.each([
    'Jalan rusak\n\n  sejak  kemarin\t!',
    'a < b && c > d, AT&T, R&D; 5<6',
    'jika a<b and c>d',
    'surel <budi@kota.example> di <https://kota.example/x> <RT 05> <nama>',
    'a <!-- b',
    '&lt tanpa titik koma &copy=1',
    '',
  ])('gives plain text back as it is: %j', (text) => {
    expect(htmlToPlain(text)).toBe(text);
  });

  it.each([
    ['entities, once', '&amp;amp;', '&amp;'],
    ['entities, with white space kept', ' a&nbsp;b\n\n  c &lt;b&gt; &#128077;&#x41;', ' a\u00a0b\n\n  c <b> 👍A'],
    ['entities nobody knows', '&bogus; &amp;', '&bogus; &'],
    ['paragraphs', '<p>Satu</p>\n<p>Dua</p>', 'Satu\n\nDua'],
    ['nl2br', 'Satu<br />\nDua<br>\nTiga', 'Satu\nDua\nTiga'],
    ['line ends where only inline tags are', 'Satu\nDua <b>tebal</b>\n\nTiga', 'Satu\nDua tebal\n\nTiga'],
    ['line ends where HTML makes lines', '<div>Satu\n  dua</div>', 'Satu dua'],
    ['links', '<a href="https://x.example/?a=1&amp;b=2">lihat</a>', 'lihat (https://x.example/?a=1&b=2)'],
    ['links shown as they are', '<a href="https://x.example">https://x.example</a>', 'https://x.example'],
    [
      'links elsewhere',
      '<a href="javascript:alert(1)">a</a> <a href="mailto:a@x.example">b</a> <a href="#c">c</a>',
      'a b c',
    ],
    ['lists', '<ul><li>satu</li><li>dua</li></ul>', '- satu\n- dua'],
    ['tables', '<table><tr><td>A</td><td>1</td></tr><tr><th>B</th><td>2</td></tr></table>', 'A 1\nB 2'],
    ['headings', '<h2>Judul</h2>isi', 'Judul\n\nisi'],
    ['pictures, scripts and styles', '<p>a<img src="x" alt="foto"></p><script>b</script><style>c</style>', 'a'],
    ['comments', '<p>a<!-- <b>x</b> --></p>b --> c', 'a\n\nb --> c'],
    ['documents', '<!DOCTYPE html><html><head><title>t</title></head><body>isi</body></html>', 'isi'],
    ['remains of Word', '<o:p></o:p><span lang="id">isi</span>', 'isi'],
    [
      'signs that are no HTML beside some',
      '<p>5 < 6 & AT&T <budi@kota.example> ?a=1&copy=2</p>',
      '5 < 6 & AT&T <budi@kota.example> ?a=1&copy=2',
    ],
    ['long lines', `<p>${'kata '.repeat(100)}</p>`, 'kata '.repeat(100).trim()],
    ['tags in capitals', '<P>a</P><BR/>b', 'a\n\n\nb'],
    ['zero-width spaces', '<b>a\u200bb</b>', 'a\u200bb'],
  ])('turns %s into text', (_, html, expected) => {
    expect(htmlToPlain(html)).toBe(expected);
  });

  it('puts an end to deep and to endless documents', () => {
    expect(htmlToPlain('<div>'.repeat(50_000))).toBe('…');
    expect(htmlToPlain(`<b>x</b>${'a'.repeat(2_000_000)}`)).toHaveLength(1_000_000 - 7 + 1);
  });

  it.each(['<', '<!--', '<a "', '<a x="', '<a ', '<a =', '&', '&a', '<p>a<br>', '-->', '<a x=\'"', '<a x=y '])(
    'reads many %j within seconds',
    (piece) => {
      const started = performance.now();
      htmlToPlain(`<b>x</b>${piece.repeat(64_000 / piece.length)}`);
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );

  it('gives escaped text back as it was', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '&', '<', '>', ' ', '\n', ';', '"', '#', 'b', '/') });
    fc.assert(
      fc.property(text, (plain) => {
        const escaped = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(htmlToPlain(escaped)).toBe(plain);
      }),
    );
  });
});
