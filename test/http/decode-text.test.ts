import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/http/decode-text.ts';

const BYTES = {
  'utf-8': Buffer.from('José “é”'),
  'latin-1': Buffer.from('José', 'latin1'),
  'windows-1252': Buffer.from([0x93, 0x4a, 0x6f, 0x73, 0xe9, 0x94]),
  'utf-16le': Buffer.from('José', 'utf16le'),
};

describe('decodeText()', () => {
  it.each([
    ['UTF-8 where nothing is said', BYTES['utf-8'], undefined, 'José “é”'],
    ['UTF-8 where no charset is said', BYTES['utf-8'], 'application/json', 'José “é”'],
    ['UTF-8 by name', BYTES['utf-8'], 'text/html; charset="UTF8"', 'José “é”'],
    ['Latin-1', BYTES['latin-1'], 'application/json;charset=ISO-8859-1', 'José'],
    ['Windows-1252', BYTES['windows-1252'], 'application/json; version=1; charset=windows-1252', '“José”'],
    ['UTF-16 by name', BYTES['utf-16le'], 'application/json; charset=utf-16', 'José'],
    ['UTF-16 by its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), BYTES['utf-16le']]), 'a/b; charset=utf-8', 'José'],
    [
      'UTF-16 the other way round',
      Buffer.concat([Buffer.from([0xfe, 0xff]), swapped(BYTES['utf-16le'])]),
      undefined,
      'José',
    ],
    [
      'UTF-8 by its mark',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), BYTES['utf-8']]),
      'a/b; charset=latin1',
      'José “é”',
    ],
    ['nothing', Buffer.alloc(0), undefined, ''],
  ])('reads %s', (_, body, contentType, text) => {
    expect(decodeText(body, contentType)).toBe(text);
  });

  it.each([
    ['Latin-1 as UTF-8', BYTES['latin-1'], 'application/json'],
    ['half a character', BYTES['utf-8'].subarray(0, 4), undefined],
    ['a surrogate in UTF-8', Buffer.from([0xed, 0xa0, 0x80]), undefined],
    ['an odd byte of UTF-16', Buffer.from([0xff, 0xfe, 0x41]), undefined],
    ['a charset nobody knows', BYTES['utf-8'], 'application/json; charset=klingon'],
    ['a charset the platform refuses', BYTES['utf-8'], 'application/json; charset=iso-2022-kr'],
  ])('does not guess at %s', (_, body, contentType) => {
    expect(decodeText(body, contentType)).toBeNull();
  });
});

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16();
}
