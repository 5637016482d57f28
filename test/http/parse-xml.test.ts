import { describe, expect, it } from 'vitest';
import { parseXml } from '../../src/http/parse-xml.ts';

describe('parseXml()', () => {
  it('keeps values as they are written and drops prefixes and attributes', () => {
    expect(parseXml('<x:a n="1"><x:nik>0099</x:nik><telp>+62811</telp><n>1e5</n></x:a>')).toEqual({
      a: { nik: '0099', telp: '+62811', n: '1e5' },
    });
  });

  it.each([
    '',
    'text',
    '<a><b>1</a>',
    '<a><b>1</b>',
    '<!DOCTYPE a><a/>',
    '<!doctype a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    '<a/><!ENTITY x "y">',
  ])('refuses %s', (text) => {
    expect(parseXml(text)).toBeUndefined();
  });
});
