import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskNik } from '../../src/report/mask-nik.ts';

const MASK = '[NIK disamarkan]';
const NIK = '9901010101800001';

describe('maskNik()', () => {
  it.each([
    ['together', 'NIK saya 9901010101800001, terima kasih', `NIK saya ${MASK}, terima kasih`],
    ['beside letters', 'NIK9901010101800001ya', `NIK${MASK}ya`],
    ['in fours', '9901 0101 0180 0001', MASK],
    ['with dots as on the card', 'NIK: 99.01.01.010180.0001.', `NIK: ${MASK}.`],
    ['with dashes', '990101-010180-0001', MASK],
    ['with the long dashes of phones', '9901–0101—0180‑0001', MASK],
    ['with slashes and underscores', '99/01/01_010180_0001', MASK],
    ['with no-break spaces', '9901\u00a00101\u00a00180\u202f0001', MASK],
    ['with zero-width characters', '99\u200b0101\u200d0101\ufeff8000\u00ad01', MASK],
    ['with zero-width characters beside a blank', '9901\u200b \u200b0101 01800001', MASK],
    ['in full-width digits', '９９０１０１０１０１８０００01', MASK],
    ['in Arabic digits', '٩٩٠١٠١٠١٠١٨٠٠٠٠١', MASK],
    ['in bold mathematical digits', '𝟗𝟗𝟎𝟏𝟎𝟏𝟎𝟏𝟎𝟏𝟖𝟎𝟎𝟎𝟎𝟏', MASK],
    ['in raised digits', '⁹⁹⁰¹⁰¹⁰¹⁰¹⁸⁰⁰⁰⁰¹', MASK],
    ['in lowered digits', 'NIK ₉₉₀₁₀₁₀₁₀₁₈₀₀₀₀₁', `NIK ${MASK}`],
    ['with the first digit as an entity', '&#57;901010101800001', MASK],
    ['in entities', [...NIK].map((digit) => `&#${digit.charCodeAt(0)};`).join(''), MASK],
    ['in hexadecimal entities', [...NIK].map((digit) => `&#x3${digit};`).join(''), MASK],
    ['with entities of blanks', '9901&nbsp;0101&#160;0180&#xa0;0001', MASK],
    ['partly bold', '9901<b>0101</b>01800001', MASK],
    ['with tags and blanks', '9901 <B>0101</B><wbr/> 0180-<span>0001</span>', `${MASK}</span>`],
    ['with the letter O for zeros', 'NIK: 99O1O1O101800001.', `NIK: ${MASK}.`],
    ['with l and I for ones', 'nik990l0I0101800001', `nik${MASK}`],
    ['in fours with letters', 'no 9901 O1O1 0180 000I oli', `no ${MASK} oli`],
    ['in keycaps', '9️⃣9️⃣0️⃣1️⃣0️⃣1️⃣0️⃣1️⃣0️⃣1️⃣8️⃣0️⃣0️⃣0️⃣0️⃣1️⃣', MASK],
    ['in a longer number', 'no 99010101018000015', `no ${MASK}`],
    ['two, one behind the other', '9901010101800001 9902020202900002', `${MASK} ${MASK}`],
    ['two in fours', '9901 0101 0180 0001 9902 0202 0290 0002', MASK],
    ['beside a telephone number', '9901010101800001 0812-3456-7890', `${MASK} 0812-3456-7890`],
    ['in fours behind a telephone number', '081234567890/9901 0101 0180 0001', MASK],
    ['in threes, like an amount', '9.901.010.101.800.001', MASK],
    ['with commas', 'NIK 990101, 010180, 0001.', `NIK ${MASK}.`],
    ['with two blanks', '990101  010180  0001', MASK],
    ['with tabulators', '990101\t010180\t0001', MASK],
    ['over three lines', '990101\n010180\n0001', MASK],
    ['with dashes between blanks', '990101 - 010180 - 0001', MASK],
    ['with middle dots', '990101·010180·0001', MASK],
    ['with colons', '990101:010180:0001', MASK],
    ['in brackets, of a woman', '(990101)(410180)(0001)', `(${MASK})`],
    ['behind another number', 'no. 5: 990101, 010180, 0001', `no. 5: ${MASK}`],
    ['as a day, a month and the rest', '11.01.02.030405.0001', MASK],
  ])('masks a number written %s', (_, text, expected) => {
    expect(maskNik(text)).toBe(expected);
  });

  it.each([
    'Hubungi 0812-3456-7890 atau +62 812 3456 7890 atau (0254) 200123.',
    '0812-3456-7890/0813-4567-8901',
    '081234567890 081345678901',
    '+62 812 3456 7890 +62 813 4567 8901',
    '0254-200123 0254-200124',
    'tanggal 2026-07-01 08:00:00 sampai 2026-07-02 09:12:00',
    '01-07-2026 05-07-2026',
    '01/07/2026-05/07/2026',
    'tanggal 01-07-2026 08.00-16.00 2 kali',
    '-6.120000, 106.170000',
    '-6.120000 106.170000',
    '-6.120834712345678, 106.150123456789012',
    '(-6.1208347123456789,106.1501234567890123)',
    'Rp 1.500.000.000 dan Rp2.750.000,00',
    '10.000.000-15.000.000',
    'Tiket RBG-2026-001042, laporan 9165816',
    'RT 05/RW 02, 42115',
    'Rp 100.000.000.000.000',
    'tahun 2024, 2025, 2026, 2027',
    'jam 08:00, 09:00, 10:00, 11:00',
    '31-07-2026, 08:15:00; 16',
    '2026-07-31: 08:15, 16:30',
    'telepon 081234567890, 4211',
    'Rp 1.500.000, Rp 2.750.000',
    '123456789012345',
    'lo 0812 3456 7890 oli 1',
    '99010101 oli 018000',
    '0812-3456-789O dan 0254-2OO123',
    'jam O8.OO-16.OO, 01-07-2O26 05-07-2O26',
    'loliollioloiloil 12345678',
    '99O1O1O10180000',
    '99O1O1O1018000012',
    'kode 9901019901O00001',
    '<td>081234567890</td><td>081345678901</td>',
    '<b>01-07-2026</b> <b>08.00</b>-<b>16.00</b>',
    '<td>2024</td><td>2025</td><td>2026</td><td>2027</td>',
    '<li>Rp 1.500.000</li><li>Rp 2.750.000</li>',
    '9901<a href="x">0101</a>01800001',
    'luas 1.500 m² dan 20 m³, 10⁶ kali',
    'harga &#82;p 1.500.000 &amp; 0812&nbsp;3456&nbsp;7890',
  ])('does not touch %j', (text) => {
    expect(maskNik(text)).toBe(text);
  });

  it.each([
    ['shorter than a NIK', 'nomor 99010101018.', ['99010101018'], `nomor ${MASK}.`],
    ['over two lines', '99010101\n01800001', [NIK], MASK],
    ['with commas and brackets', '(9901), (0101), (0180), 0001', [NIK], `(${MASK}`],
    ['given with blanks', 'x 99010101018 y', ['9901 0101 018'], `x ${MASK} y`],
    ['too short to tell', 'Rp 1.000.000', ['000000'], 'Rp 1.000.000'],
    ['empty', 'apa saja 1', ['', '-'], 'apa saja 1'],
    ['of zeros', 'Rp 1.000.000.000', ['000000000'], 'Rp 1.000.000.000'],
    ['within another number', 'x 1990101010189 y', ['99010101018'], `x 1${MASK}9 y`],
  ])('masks a known number %s', (_, text, known, expected) => {
    expect(maskNik(text, known)).toBe(expected);
  });

  it('keeps every other character as it was written', () => {
    const around = 'Pa\u0301k\u200b ＲＴ 5 \ud800 👍🏽';
    expect(maskNik(`${around} 9901010101800001 ${around}`)).toBe(`${around} ${MASK} ${around}`);
  });

  it('leaves no run of 16 digits, however they are grouped, and is done after one go', () => {
    const separator = fc.constantFrom('', '', ' ', '\u00a0', '.', '-', '–', '/', '_', '\u200b', '\u200b-', ' \u2060');
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 40 });
    const planted = fc
      .tuple(digits, fc.array(separator, { minLength: 40, maxLength: 40 }))
      // The first digit of a real one is never 0, and no place on earth is at 99.
      .map(([tail, gaps]) => `99${tail.map((digit, index) => `${gaps[index]}${digit}`).join('')}`);
    fc.assert(
      fc.property(fc.string(), planted, fc.string(), (before, number, after) => {
        const masked = maskNik(`${before} NIK${number}x ${after}`);
        expect(masked).not.toContain(number);
        expect(masked).toContain(MASK);
        expect(maskNik(masked)).toBe(masked);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['blanks and digits', '1 '.repeat(500_000)],
    ['digits', '1'.repeat(1_000_000)],
    ['almost runs', '123456789012345x'.repeat(62_500)],
    ['almost coordinates', '-6.1200 '.repeat(125_000)],
    ['zero-width characters', `1${'\u200b'.repeat(1_000_000)}1`],
    ['scattered digits', '9 , 9 , 0 , 1 , '.repeat(62_500)],
    ['dates', '01-07-2026 '.repeat(90_000)],
    ['entities', '&#51;'.repeat(200_000)],
    ['almost entities', '&#5'.repeat(333_000)],
    ['tags', '<b>1</b> '.repeat(111_000)],
    ['tags alone', `1${'<b>'.repeat(333_000)}`],
    ['digits and letters', '1o '.repeat(333_000)],
    ['letters like digits', 'oil '.repeat(250_000)],
    ['letters', 'jalan rusak '.repeat(83_000)],
  ])('takes a megabyte of %s within seconds', (_, text) => {
    const started = performance.now();
    maskNik(text, [NIK]);
    expect(performance.now() - started).toBeLessThan(12_000);
  });
});
