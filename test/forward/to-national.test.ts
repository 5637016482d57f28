import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/to-config.ts';
import { type Outgoing, toNational } from '../../src/forward/to-national.ts';
import type { NationalReport } from '../../src/national/national-system.ts';
import { firstGraphemes } from '../../src/report/first-graphemes.ts';
import { foldText } from '../../src/report/fold-text.ts';
import type { Privacy } from '../../src/report/privacy.ts';
import type { Location, Report } from '../../src/report/report.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeReport } from '../support/make-report.ts';

const CONFIG = makeConfig();
const NAMING = makeConfig({ national: { create: { reporter: 'reporter' } } });
const OPEN: Privacy = { anonymous: false, secret: false };
const ANONYMOUS: Privacy = { anonymous: true, secret: false };
const NOWHERE: Location = { address: null, district: null, village: null, latitude: null, longitude: null };

interface Given extends Partial<Omit<Outgoing, 'report'>> {
  readonly report?: Partial<Report>;
  readonly config?: Config;
}

function render({ report = {}, config = CONFIG, ...given }: Given = {}): NationalReport {
  const outgoing = { report: makeReport(report), privacy: OPEN, attachmentIds: [], withheld: [], ...given };
  const national = toNational(outgoing, config);
  if (national === null) throw new Error('nothing to say');
  return national;
}

describe('toNational()', () => {
  it('gives every field that E4 is made of, and none besides', () => {
    expect(render({ attachmentIds: ['4199656', '4199657'] })).toEqual({
      title: 'Jalan berlubang',
      content: [
        '[Ref: kota-serang-1042]',
        'Ada lubang besar di depan pasar.',
        '',
        'Lokasi: Jl. Contoh, Kel. Banjarsari, Kec. Cipocok Jaya',
        'Nomor tiket: RBG-2026-001042',
      ].join('\n'),
      classificationId: 5,
      categoryId: 77,
      institutionId: 12001,
      incidentDate: '2026-08-01',
      anonymous: false,
      secret: false,
      attachmentIds: ['4199656', '4199657'],
      reporter: null,
    });
  });

  it.each(['1042', 'a-b_c.9', 'RBG:2026@1', '9912345678901234'])(
    'begins with the reference of %j exactly, whatever the text begins with',
    (localId) => {
      const text = '  \n[Ref: kota-serang-7]\nIsi';
      expect(render({ report: { localId, text } }).content.split('\n')[0]).toBe(`[Ref: kota-serang-${localId}]`);
    },
  );

  it('takes another form of the reference from the configuration', () => {
    const config = makeConfig({ top: { reference: 'Rujukan {site} no. {id}' } });
    expect(render({ config }).content).toMatch(/^Rujukan kota-serang no\. 1042\n/);
  });

  describe('privacy', () => {
    it.each([
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ])('is that of the case, not of the row: anonymous %j, secret %j', (anonymous, secret) => {
      const opposite = { anonymous: !anonymous, secret: !secret };
      expect(render({ privacy: { anonymous, secret }, report: { privacy: opposite } })).toMatchObject({
        anonymous,
        secret,
      });
    });
  });

  describe('title', () => {
    it.each([
      ['', 'Ada lubang besar.', 'Ada lubang besar.'],
      [' \n ', 'Ada\nlubang   besar.', 'Ada lubang besar.'],
      ['Jalan\r\nberlubang ', 'x', 'Jalan berlubang'],
      ['Jalan berlubang', '', 'Jalan berlubang'],
    ])('of %j and the text %j is %j', (title, text, expected) => {
      expect(render({ report: { title, text } }).title).toBe(expected);
    });

    it('defaults to the first 80 graphemes of the text', () => {
      const text = '👨‍👩‍👧‍👦é'.repeat(60);
      const { title } = render({ report: { title: '', text } });
      expect(title).toBe(firstGraphemes(text.normalize('NFC'), 80));
    });

    it('stands for the text where there is none', () => {
      expect(render({ report: { text: '', ticket: null, location: NOWHERE } }).content).toBe(
        '[Ref: kota-serang-1042]\nJalan berlubang',
      );
    });

    it.each([
      ['', ''],
      [' \u0007', '\n\t'],
    ])('and text %j %j leave nothing to say', (title, text) => {
      const report = makeReport({ title, text });
      expect(toNational({ report, privacy: OPEN, attachmentIds: ['1'], withheld: ['too-large'] }, CONFIG)).toBeNull();
    });
  });

  describe('day of the incident', () => {
    it.each([
      ['2026-07-01', Date.UTC(2026, 7, 3), '2026-07-01'],
      // Half past five in the afternoon of Greenwich is after midnight in Jakarta.
      [null, Date.UTC(2026, 6, 31, 17, 30), '2026-08-01'],
      [null, Date.UTC(2026, 6, 31, 16, 30), '2026-07-31'],
    ])('%j, made %j: %s', (incidentDate, createdAt, expected) => {
      expect(render({ report: { incidentDate, createdAt } }).incidentDate).toBe(expected);
    });
  });

  describe('category and classification', () => {
    it.each([
      ['Infrastruktur jalan', 77, 5],
      [' infrastruktur  JALAN', 77, 5],
      ['Tidak terpetakan', 436, 6],
      [null, 436, 6],
    ])('of %j', (category, categoryId, classificationId) => {
      expect(render({ report: { category } })).toMatchObject({ categoryId, classificationId });
    });

    it.each([
      ['pengaduan', 5],
      ['aspirasi', 3],
      ['permintaan_informasi', 4],
    ] as const)('of the kind %s, where the configuration says so', (kind, classificationId) => {
      const classifications = { aspirasi: 3, permintaan_informasi: 4 };
      const config = makeConfig({ national: { create: { classifications } } });
      expect(render({ report: { kind }, config }).classificationId).toBe(classificationId);
    });
  });

  describe('institution', () => {
    it.each([
      ['DPUPR', 'reject', 12001],
      ['DPUPR', 'disposition', 12001],
      ['PLN', 'reject', 151345],
      ['PLN', 'disposition', 12838],
      ['tidak dikenal', 'reject', 151345],
      [null, 'disposition', 151345],
    ])('%j with `policy.foreign: %s` is %i', (institution, foreign, institutionId) => {
      expect(render({ report: { institution }, config: makeConfig({ policy: { foreign } }) }).institutionId).toBe(
        institutionId,
      );
    });
  });

  describe('lines behind the text', () => {
    const place = { address: 'Jl. Contoh', village: 'Banjarsari', district: 'Cipocok Jaya' };
    const point = { latitude: '-6.12', longitude: '106.17' };

    it.each<readonly [Partial<Location>, string | null]>([
      [{}, null],
      [{ address: ' \n ' }, null],
      [place, 'Lokasi: Jl. Contoh, Kel. Banjarsari, Kec. Cipocok Jaya'],
      [{ ...place, ...point }, 'Lokasi: Jl. Contoh, Kel. Banjarsari, Kec. Cipocok Jaya (-6.12, 106.17)'],
      [point, 'Lokasi: (-6.12, 106.17)'],
      [{ ...place, latitude: '-6.12' }, 'Lokasi: Jl. Contoh, Kel. Banjarsari, Kec. Cipocok Jaya'],
      [{ district: 'Walantaka' }, 'Lokasi: Kec. Walantaka'],
      [{ address: 'Jl. A\nNo. 7' }, 'Lokasi: Jl. A No. 7'],
    ])('of the place %j: %j', (location, line) => {
      const { content } = render({ report: { location: { ...NOWHERE, ...location }, ticket: null } });
      expect(content.split('\n').slice(2)).toEqual(line === null ? [] : ['', line]);
    });

    it('keep the decimals of a point that has many', () => {
      const location = { ...NOWHERE, latitude: '-6.1234567890123', longitude: '106.1712345678901' };
      expect(render({ report: { location } }).content).toContain('(-6.1234567890123, 106.1712345678901)');
    });

    it('say the ticket and what stayed in the city, once for each reason', () => {
      const { content } = render({ withheld: ['too-large', 'identity-document', 'too-large'] });
      expect(content.split('\n').slice(-2)).toEqual([
        'Nomor tiket: RBG-2026-001042',
        expect.stringMatching(/2 terlalu besar, 1 memuat dokumen identitas/),
      ]);
    });
  });

  describe('NIK', () => {
    const NIK = '9912345678901234';
    const SPELLINGS = [
      NIK,
      '9912 3456 7890 1234',
      '99.12.34.567890.1234',
      '9912-3456-7890-1234',
      '99123456 7890\u200b1234',
      '９９１２３４５６７８９０１２３４',
      `NIK${NIK}x`,
    ];
    const FIELDS: readonly (readonly [string, (spelling: string) => Partial<Report>])[] = [
      ['title', (title) => ({ title })],
      ['text', (text) => ({ text })],
      ['text that becomes the title', (text) => ({ title: '', text })],
      ['address', (address) => ({ location: { ...NOWHERE, address } })],
      ['village', (village) => ({ location: { ...NOWHERE, village } })],
      ['district', (district) => ({ location: { ...NOWHERE, district } })],
      ['ticket', (ticket) => ({ ticket })],
    ];

    it.each(FIELDS.flatMap(([field, put]) => SPELLINGS.map((spelling) => [field, spelling, put] as const)))(
      'does not leave in the %s as %j',
      (_field, spelling, put) => {
        const other = { name: null, email: null, phone: null, nik: null };
        const sent = render({ report: { reporter: other, ...put(`Saya ${spelling} warga`) } });
        expect(digitsOf(sent)).not.toContain(NIK);
        expect(JSON.stringify(sent)).toContain('[NIK disamarkan]');
      },
    );

    it("does not leave with the reporter's name, and takes no number with it for a telephone", () => {
      const reporter = { name: `Rahmat ${NIK}`, email: `${NIK}@example.test`, phone: NIK, nik: NIK };
      const sent = render({ report: { reporter }, config: NAMING });
      expect(sent.reporter).toEqual({ name: 'Rahmat [NIK disamarkan]', email: null, phone: null });
    });

    it('leaves where the configuration says so, but never for an anonymous report', () => {
      const config = makeConfig({ policy: { maskNik: false } });
      const report = { text: `NIK saya ${NIK}` };
      expect(render({ report, config }).content).toContain(NIK);
      expect(digitsOf(render({ report, config, privacy: ANONYMOUS }))).not.toContain(NIK);
    });
  });

  describe('the reporter', () => {
    it('is named only where the configuration says so', () => {
      expect(render({}).reporter).toBeNull();
      expect(render({ config: NAMING }).reporter).toEqual({
        name: 'Rahmat Hidayat',
        email: 'rahmat.h@example.test',
        phone: '0812-3456-7890',
      });
    });

    it('is named for a secret report, which hides the text and not the person', () => {
      expect(render({ config: NAMING, privacy: { anonymous: false, secret: true } }).reporter?.name).toBe(
        'Rahmat Hidayat',
      );
    });

    it.each([null, '', ' \n'])('called %j is not named', (name) => {
      const reporter = { name, email: 'rahmat.h@example.test', phone: null, nik: null };
      expect(render({ config: NAMING, report: { reporter } }).reporter).toBeNull();
    });

    it('is named without an address or number that says nothing or had to be masked', () => {
      const reporter = { name: 'Rahmat', email: ' ', phone: '9901010101800001', nik: null };
      expect(render({ config: NAMING, report: { reporter } }).reporter).toEqual({
        name: 'Rahmat',
        email: null,
        phone: null,
      });
    });

    it('is in no byte of an anonymous report, however the citizen wrote it down', () => {
      fc.assert(
        fc.property(identity(), fc.nat(5), ({ reporter, planted, letters, digits }, at) => {
          const words = ['Lubang di jalan', 'sejak minggu lalu', 'mohon', 'diperbaiki', 'segera'];
          const text = words.toSpliced(at, 0, planted).join('\n');
          const location = { ...NOWHERE, address: `Depan rumah ${planted}`, village: planted, district: planted };
          const report = { title: planted, text, ticket: planted, reporter, location };
          const sent = render({ report, privacy: ANONYMOUS, config: NAMING });
          const bytes = plain(sent);
          for (const word of letters) expect(bytes).not.toContain(word);
          for (const number of digits) expect(digitsOf(sent)).not.toContain(number);
          expect(sent.reporter).toBeNull();
        }),
        { numRuns: 100 },
      );
    });
  });
});

/** A person, one spelling of something that tells who it is, and what of it must not be found again. */
function identity() {
  const reporter = {
    name: 'Rahmat Hidáyatullah',
    email: 'rahmat.hidayatullah@contoh.test',
    phone: '+62 812-9988-7766',
    nik: '9912345678901234',
  };
  const name = fc.constantFrom(
    'Rahmat Hidáyatullah',
    'RAHMAT HIDÁYATULLAH',
    'rahmat hidayatullah',
    'R. Hidayatullah',
    'Rahmat\nHidáyatullah',
    'Rahmat  -  Hidayatullah',
    'Bpk. Rahmat',
    'Ｒａｈｍａｔ',
  );
  const email = fc.constantFrom(
    reporter.email,
    'RAHMAT.HIDAYATULLAH@CONTOH.TEST',
    'mailto:rahmat.hidayatullah%40contoh.test',
    'rahmat.hidayatullah&#64;contoh.test',
  );
  const phone = fc.constantFrom(
    '081299887766',
    '+62 812 9988 7766',
    '62812-9988\n7766',
    '0812.9988.7766',
    '(0812) 99887766',
  );
  const nik = fc.constantFrom('9912345678901234', '9912 3456\n7890 1234', '99.123456.789012.34', '٩٩١٢٣٤٥٦٧٨٩٠١٢٣٤');
  const form = fc.constantFrom('NFC', 'NFD');
  return fc.tuple(fc.oneof(name, email, phone, nik), form).map(([planted, normalForm]) => ({
    reporter,
    planted: planted.normalize(normalForm),
    letters: ['rahmat', 'hidayatullah'],
    digits: ['81299887766', '9912345678901234'],
  }));
}

/** Everything that is sent, as a reader would search it: lower case, without diacritics. */
function plain(sent: NationalReport): string {
  return JSON.stringify(sent).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The digits of every field and line, and of all lines together; the reference, which is no text of the citizen's, aside. */
function digitsOf(sent: NationalReport): string {
  const lines = sent.content.split('\n').slice(1);
  return [sent.title, ...lines, lines.join(''), JSON.stringify(sent.reporter)]
    .map((text) => foldText(text).text.replace(/\D/g, ''))
    .join(' ');
}
