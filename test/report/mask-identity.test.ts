import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/report/fold-text.ts';
import { maskIdentity } from '../../src/report/mask-identity.ts';

const NOBODY = { name: null, email: null, phone: null, nik: null };
const NAME = '[nama disamarkan]';
const EMAIL = '[email disamarkan]';
const PHONE = '[telepon disamarkan]';
const NIK = '[NIK disamarkan]';

describe('maskIdentity()', () => {
  it.each([
    ['as it is', 'Saya Contoh Warganegara, melapor', `Saya ${NAME}, melapor`],
    ['in other case', 'CONTOH warganegara', NAME],
    ['over two lines', 'Contoh\n  Warganegara', NAME],
    ['with dots', 'contoh.warganegara', NAME],
    ['in one word', '@contohwarganegara', `@${NAME}`],
    ['with diacritics', 'Cóntoh Wargane\u0301gara', NAME],
    ['with zero-width characters', 'Con\u200btoh Warga\u00adnegara', NAME],
    ['in full width', 'Ｃｏｎｔｏｈ Warganegara', NAME],
    ['with an initial', 'C. Warganegara', NAME],
    ['with the last word as an initial', 'Contoh W.', `${NAME}.`],
    ['by the first word', 'Pak contoh mengeluh', `Pak ${NAME} mengeluh`],
    ['by the last word with a number', 'akun warganegara88', `akun ${NAME}88`],
    ['in the other order', 'Warganegara, Contoh', `${NAME}, ${NAME}`],
    ['in a link', 'https://x.id/?nama=Contoh%20Warganegara', `https://x.id/?nama=${NAME}%20${NAME}`],
    ['with an ending', 'Contohnya, warganegarakulah dan CONTOH-lah', `${NAME}nya, ${NAME}kulah dan ${NAME}-lah`],
    ['with dots between the letters', 'C.o.n.t.o.h sakit', `${NAME} sakit`],
    ['with blanks between the letters', 'nama: c o n t o h', `nama: ${NAME}`],
    ['cut at the end of a line', 'Pak Warga-\n  negara', `Pak ${NAME}`],
    ['with letters of another script', 'C\u043ent\u043eh W\u0430rganegara', NAME],
  ])('masks a name %s', (_, text, expected) => {
    expect(maskIdentity(text, { ...NOBODY, name: 'Drs. H. Contoh Warganegara, S.Kom.' })).toBe(expected);
  });

  it('leaves words that only begin like a name', () => {
    const text = 'Adalah jumlah adiku; adilah; sitikus; w a r u n g; percontohan; si tikus';
    expect(maskIdentity(text, { ...NOBODY, name: 'Ada Jum Adi Siti Contoh' })).toBe(text);
    expect(maskIdentity('Adinya', { ...NOBODY, name: 'Adi' })).toBe(`${NAME}nya`);
  });

  it('masks short words of a name only as part of it', () => {
    const reporter = { ...NOBODY, name: 'Li Na' };
    expect(maskIdentity('Li  Na dan LI-NA', reporter)).toBe(`${NAME} dan ${NAME}`);
    expect(maskIdentity('na, li berapa', reporter)).toBe('na, li berapa');
  });

  it.each(['Bapak Contoh', 'Hj. Contoh, S.Pd., M.Kom.', 'Contoh binti'])(
    'does not take the titles in %j for the name',
    (name) => {
      const text = 'Bapak dan ibu haji guru, S.Pd. M.Kom. binti, bapak RT; percontohan';
      expect(maskIdentity(text, { ...NOBODY, name })).toBe(text);
    },
  );

  it.each([
    ['as it is', 'surel ke contoh.warga@kota.example ya', `surel ke ${EMAIL} ya`],
    ['in capitals', 'CONTOH.WARGA@KOTA.EXAMPLE', EMAIL],
    ['in a link', 'https://x.id/?e=contoh.warga%40kota.example&a=1', `https://x.id/?e=${EMAIL}&a=1`],
    ['with every sign escaped', 'contoh%2Ewarga%40kota%2Eexample', EMAIL],
    ['in HTML', 'contoh.warga&#64;kota.example', EMAIL],
    ['by its first part', 'IG: @contoh.warga.', `IG: @${EMAIL}.`],
    [
      'by its first part beside letters of another script',
      'Ж contoh.warga; жcontoh.warga',
      `Ж ${EMAIL}; жcontoh.warga`,
    ],
  ])('masks an e-mail address %s', (_, text, expected) => {
    expect(maskIdentity(text, { ...NOBODY, email: ' Contoh.Warga@kota.example ' })).toBe(expected);
  });

  it('leaves other addresses, and words where no address was given', () => {
    const reporter = { ...NOBODY, email: 'adi@kota.example' };
    expect(maskIdentity('budi@kota.example adi sureladi@kota.example', reporter)).toBe(
      `budi@kota.example adi surel${EMAIL}`,
    );
    expect(maskIdentity('tidak ada (-)', { ...NOBODY, email: 'tidak ada' })).toBe('tidak ada (-)');
    expect(maskIdentity('a @ b', { ...NOBODY, email: '@' })).toBe('a @ b');
  });

  it.each([
    '081299990000',
    '0812-9999-0000',
    '0812 9999 0000',
    '(0812) 9999.0000',
    '+62 812-9999-0000',
    '+6281299990000',
    '6281299990000',
    '0062 812 9999 0000',
    '+62 (0) 812 9999 0000',
    '(+62) 812 9999 0000',
    '812 9999 0000',
    '08 12 99 99 00 00',
    '０８１２９９９９００００',
    '0812\n9999\n0000',
  ])('masks a telephone number written %j', (spelling) => {
    const masked = maskIdentity(`hubungi ${spelling}!`, { ...NOBODY, phone: '+62 812-9999-0000' });
    expect(masked).toContain(PHONE);
    expect(masked).not.toMatch(/\p{N}/u);
  });

  it('masks each of several telephone numbers, and no other one', () => {
    const reporter = { ...NOBODY, phone: '0812-9999-0000 / 0254 999000 atau 62813 9999 0000' };
    expect(maskIdentity('081299990000, 0254-999000, 0813-9999-0000', reporter)).toBe(`${PHONE}, ${PHONE}, ${PHONE}`);
    expect(maskIdentity('081299990001 dan 110', reporter)).toBe('081299990001 dan 110');
    expect(maskIdentity('081299990000', { ...NOBODY, phone: '0812/9999/0000' })).toBe(PHONE);
    expect(maskIdentity('nomor 0', { ...NOBODY, phone: '0' })).toBe('nomor 0');
  });

  it('masks the NIK, and any other number like one', () => {
    const reporter = { ...NOBODY, nik: '9901010101800001' };
    expect(maskIdentity('9901 0101 0180 0001; 9902020202900002', reporter)).toBe(`${NIK}; ${NIK}`);
    expect(maskIdentity('99010101,01800001', reporter)).toBe(NIK);
  });

  it('changes nothing when nothing is known', () => {
    const text = 'Jalan rusak di Banjarsari, telp 0254-999000';
    expect(maskIdentity(text, NOBODY)).toBe(text);
    expect(maskIdentity(text, { name: '', email: '', phone: '', nik: '' })).toBe(text);
  });

  it('survives names that are patterns or made of the words it puts in', () => {
    expect(maskIdentity('a.*b (c', { ...NOBODY, name: '.*(+[', email: 'a+(b@x.example' })).toBe('a.*b (c');
    const masked = maskIdentity('Nama Disamarkan', { ...NOBODY, name: 'Nama Disamarkan' });
    expect(masked).toBe(NAME);
  });

  it('leaves no planted spelling behind and changes nothing the second time', () => {
    const reporter = {
      name: 'Dr. Zulqarnain Xaverius bin Qodirwan',
      email: 'zulq.xaver@kota.example',
      phone: '0812 9999 0000',
      nik: '9901010101800001',
    };
    const gap = fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u200b', ') ');
    const grouped = (digits: string) =>
      fc
        .array(gap, { minLength: digits.length, maxLength: digits.length })
        .map((gaps) => [...digits].map((digit, index) => (index === 0 ? digit : `${gaps[index]}${digit}`)).join(''));
    const cased = (text: string) =>
      fc
        .array(fc.nat(2), { minLength: text.length, maxLength: text.length })
        .map((ways) =>
          [...text].map((char, index) => [char, char.toUpperCase(), `${char}\u0301`][ways[index] ?? 0]).join(''),
        );
    const planted = fc.oneof(
      cased('zulqarnain xaverius'),
      cased('qodirwan'),
      cased('z. x. qodirwan'),
      fc.constantFrom('zulq.xaver@kota.example', 'ZULQ.XAVER%40kota.example', 'zulq.xaver'),
      grouped('081299990000'),
      grouped('6281299990000').map((number) => `+${number}`),
      grouped('9901010101800001'),
    );
    const filler = fc.constantFrom(' ', ', ', '\n', 'Pak ', ' RT 5 ', '👍', ' (', '5');
    fc.assert(
      fc.property(fc.array(fc.tuple(filler, planted, fc.constantFrom(' ', ', ', '\n'))), (pieces) => {
        const masked = maskIdentity(pieces.flat().join(''), reporter);
        const folded = foldText(masked).text;
        expect(folded).not.toMatch(/qodirwan|zulqarnain|xaverius|zulq\.xaver/);
        expect(folded.replace(/[^\p{L}\p{N}]/gu, '')).not.toMatch(/81299990000|9901010101800001/);
        expect(maskIdentity(masked, reporter)).toBe(masked);
      }),
      { numRuns: 300 },
    );
  });
});
