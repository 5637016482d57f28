import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLocalTime } from '../../src/report/format-time.ts';
import { isRealDate, parseTime } from '../../src/report/parse-time.ts';

const JAKARTA = 'Asia/Jakarta';

function iso(text: string, zone = JAKARTA): string | null {
  const ms = parseTime(text, zone);
  return ms === null ? null : new Date(ms).toISOString();
}

describe('parseTime()', () => {
  it.each([
    ['2026-07-01 08:00:00', '2026-07-01T01:00:00.000Z'],
    ['2026-07-01 08:00', '2026-07-01T01:00:00.000Z'],
    ['2026-07-01 08:00:00.123456', '2026-07-01T01:00:00.123Z'],
    ['2026-07-01 08:00:00.5', '2026-07-01T01:00:00.500Z'],
    ['2026-07-01T08:00:00', '2026-07-01T01:00:00.000Z'],
    ['2026-07-01T08:00:00Z', '2026-07-01T08:00:00.000Z'],
    ['2026-07-01T08:00:00.000000Z', '2026-07-01T08:00:00.000Z'],
    ['2026-07-01T08:00:00+07:00', '2026-07-01T01:00:00.000Z'],
    ['2026-07-01T08:00:00-0330', '2026-07-01T11:30:00.000Z'],
    ['2026-07-01 08:00:00+07', '2026-07-01T01:00:00.000Z'],
    ['31-07-2026 14:05:09', '2026-07-31T07:05:09.000Z'],
    ['31-07-2026 14:05', '2026-07-31T07:05:00.000Z'],
    ['2026-07-01', '2026-06-30T17:00:00.000Z'],
    ['31-07-2026', '2026-07-30T17:00:00.000Z'],
    ['2026-07-01 08:00:00 WIB', '2026-07-01T01:00:00.000Z'],
    ['2026-07-01 08:00 WITA', '2026-07-01T00:00:00.000Z'],
    ['2026-07-01 08:00 WIT', '2026-06-30T23:00:00.000Z'],
    ['1 Mei 2026 08:00', '2026-05-01T01:00:00.000Z'],
    ['01 Mei 2026 08:00:30 WITA', '2026-05-01T00:00:30.000Z'],
    ['17 Agustus 2026', '2026-08-16T17:00:00.000Z'],
    ['2024-02-29', '2024-02-28T17:00:00.000Z'],
    ['2000-01-01 00:00:00', '1999-12-31T17:00:00.000Z'],
    ['1782867600', '2026-07-01T01:00:00.000Z'],
    ['1782867600123', '2026-07-01T01:00:00.123Z'],
    ['  2026-07-01 08:00:00\n', '2026-07-01T01:00:00.000Z'],
  ])('reads %j', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it.each([
    ['Januari Jan', 1],
    ['Februari Pebruari Feb', 2],
    ['Maret Mar', 3],
    ['April Apr', 4],
    ['Mei MEI mei', 5],
    ['Juni Jun', 6],
    ['Juli Jul', 7],
    ['Agustus Agu Agt Ags Agust', 8],
    ['September Sep Sept', 9],
    ['Oktober Okt', 10],
    ['November Nopember Nov Nop', 11],
    ['Desember Des', 12],
  ])('knows the month names %s', (names, month) => {
    for (const name of names.split(' ')) {
      expect(iso(`15 ${name} 2026 12:00`)).toBe(iso(`2026-${String(month).padStart(2, '0')}-15 12:00`));
      expect(iso(`15 ${name}. 2026`)).toBe(iso(`2026-${String(month).padStart(2, '0')}-15`));
    }
  });

  it('takes a time without a zone as of the given zone', () => {
    expect(iso('2026-07-01 08:00:00', 'Asia/Makassar')).toBe('2026-07-01T00:00:00.000Z');
    expect(iso('2026-07-01 08:00:00', 'Europe/Amsterdam')).toBe('2026-07-01T06:00:00.000Z');
    expect(iso('2026-01-01 08:00:00', 'Europe/Amsterdam')).toBe('2026-01-01T07:00:00.000Z');
  });

  it.each([
    '',
    ' ',
    'kemarin',
    '02/03/2025',
    '2025/03/02',
    '2025-02-30',
    '2025-02-30 10:00:00',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '30 Februari 2026',
    '2026-07-01 24:00:00',
    '2026-07-01 23:59:60',
    '2026-07-01 08:60:00',
    '2026-07-01 8:00',
    '2026-7-1',
    '1-7-2026',
    '0000-00-00 00:00:00',
    '0000-00-00',
    '1999-12-31 23:59:59',
    '0946684799',
    '0946684799999',
    '178286760',
    '17828676001',
    '2026-07-01 08:00 XYZ',
    '2026-07-01 WIB',
    '2026-07-01T',
    '2026-07-01 08:00:00+15:00',
    '2026-07-01 08:00:00+07:60',
    '2026-07-01 08:00:00 pagi',
    '1 Foo 2026',
    '2026-07-01 08:00:00.',
    'Wed Jul 01 2026',
    '٢٠٢٦-٠٧-٠١',
  ])('refuses %j', (text) => {
    expect(parseTime(text, JAKARTA)).toBeNull();
  });

  it('throws on an unknown zone, which is a bug and not a bad time', () => {
    expect(() => parseTime('2026-07-01', 'Mars/Olympus')).toThrow(RangeError);
  });

  it('gives a formatted time back', () => {
    const zone = fc.constantFrom(JAKARTA, 'Asia/Makassar', 'Asia/Jayapura', 'UTC');
    const second = fc.integer({ min: Date.UTC(2000, 0, 2) / 1000, max: Date.UTC(2100, 0, 1) / 1000 });
    fc.assert(
      fc.property(second, zone, (seconds, where) => {
        expect(parseTime(formatLocalTime(seconds * 1000, where), where)).toBe(seconds * 1000);
      }),
    );
  });

  it('never throws and never gives a time before 2000, whatever the text', () => {
    const digit = fc.constantFrom(...'0123456789-:. T+ZWIB');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: digit, maxLength: 30 })), (text) => {
        const ms = parseTime(text, 'UTC');
        expect(ms === null || ms >= Date.UTC(1999, 11, 31)).toBe(true);
      }),
    );
  });
});

describe('isRealDate()', () => {
  it.each(['2026-07-01', '2024-02-29', '1945-08-17'])('accepts %s', (text) => {
    expect(isRealDate(text)).toBe(true);
  });

  it.each(['2025-02-29', '2026-04-31', '0000-01-01', '2026-7-1', '2026-07-01 08:00', '01-07-2026', '', 'x'])(
    'refuses %j',
    (text) => {
      expect(isRealDate(text)).toBe(false);
    },
  );
});
