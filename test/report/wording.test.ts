import { describe, expect, it } from 'vitest';
import { wording } from '../../src/report/wording.ts';

const TITLE = 'Jalan berlubang & "licin" <50 m';
const TEXT = '[Ref: kota-serang-1042]\nAda lubang, a<b & c.\n\nLokasi: Jl. Contoh (6, 106)';

describe('wording()', () => {
  it.each<readonly [string, (text: string) => string]>([
    ['as it was sent', (text) => text],
    ['with other line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['in one line', (text) => text.replaceAll('\n', ' ')],
    ['escaped', escaped],
    ['escaped twice', (text) => escaped(escaped(text))],
    ['as paragraphs', (text) => `<p>${escaped(text).replaceAll('\n', '</p><p>')}</p>`],
    ['with breaks', (text) => escaped(text).replaceAll('\n', '<br />\r\n')],
    ['in other forms of the same characters', (text) => text.normalize('NFD').replaceAll(' ', '\u00a0')],
  ])('is the same %s', (_name, shown) => {
    expect(wording(shown(TITLE), shown(TEXT))).toBe(wording(TITLE, TEXT));
  });

  it.each([
    ['another title', 'Jalan rusak', TEXT],
    ['another word', TITLE, TEXT.replace('lubang', 'genangan')],
    ['another case', TITLE, TEXT.toUpperCase()],
    ['a word less', TITLE, TEXT.slice(0, -2)],
    ['the title moved into the text', '', `${TITLE}${TEXT}`],
  ])('is another with %s', (_name, title, text) => {
    expect(wording(title, text)).not.toBe(wording(TITLE, TEXT));
  });
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
