import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LocalSystem } from '../../../src/local/local-system.ts';
import { readTable } from '../../../src/table/read-table.ts';
import { makeXlsx } from '../../support/make-xlsx.ts';
import { admitted, NEVER, REPORT, RESPONSE, VALUES } from '../contract/local-stage.ts';
import { readOne, scanList } from '../contract/reading.ts';
import { type OpenedFolder, openFolder } from './open-folder.ts';

const HEADINGS = 'id;judul;isi;anonim;rahasia;created_at';
const ROW = '1042;Jalan rusak;Lubang besar.;tidak;tidak;2026-08-01 08:00:00';
const CSV = `${HEADINGS}\n${ROW}\n`;
const WRITE_BACK = { ...VALUES, localStatus: 'proses' };

async function write(local: LocalSystem, id = '1042'): Promise<void> {
  expect(await local.addResponse(id, RESPONSE, await admitted(local))).toMatchObject({ kind: 'done' });
}

async function begin(
  content: string | Uint8Array = CSV,
  name = 'laporan.csv',
): Promise<OpenedFolder & { local: LocalSystem }> {
  const opened = openFolder();
  const local = opened.open();
  opened.drop(name, content);
  await scanList(local);
  return { ...opened, local };
}

const journalOf = (folder: string) => join(folder, 'outbox', '.jembatan', 'journal.jsonl');

describe('the inbox', () => {
  it('is taken once by content, and every file is put aside', async () => {
    const { local, drop, names, clock } = await begin();
    clock.advance(60_000);
    drop('laporan (1).csv', CSV);
    const { reports } = await scanList(local, clock.now());
    expect(reports).toEqual([]);
    expect(names('inbox')).toEqual([]);
    expect(names('inbox/taken')).toHaveLength(2);
  });

  it('is known to the next process', async () => {
    const { local, open, drop, clock } = await begin();
    await local.close();
    clock.advance(60_000);
    drop('lagi.csv', CSV);
    const next = open();
    expect((await scanList(next, clock.now())).reports).toEqual([]);
    expect((await scanList(next)).reports).toMatchObject([{ localId: '1042', text: 'Lubang besar.' }]);
  });

  it('leaves a file that is still being written', async () => {
    const { local, drop, names, open } = await begin();
    drop('baru.csv', CSV.replace('1042', '1043'));
    const patient = open({ settleMs: 10_000 });
    expect((await scanList(patient)).reports).toHaveLength(1);
    expect(names('inbox')).toEqual(['baru.csv']);
    expect((await scanList(local)).reports).toHaveLength(2);
  });

  it('takes a file when nothing has happened to it for long enough, whatever the date that it was given', async () => {
    const opened = openFolder();
    const { clock, drop, folder, names } = opened;
    const local = opened.open({ settleMs: 10_000 });
    drop('laporan.csv', `${HEADINGS}\n`);
    await scanList(local);
    clock.advance(9_000);
    appendFileSync(join(folder, 'inbox', 'laporan.csv'), `${ROW}\n`);
    await scanList(local);
    clock.advance(9_999);
    expect((await scanList(local)).reports).toEqual([]);
    clock.advance(1);
    expect((await scanList(local)).reports).toMatchObject([{ localId: '1042' }]);
    expect(names('inbox')).toEqual([]);
  });

  it.each(['~$laporan.csv', '.laporan.csv', 'laporan.csv.part', 'laporan.csv.tmp', 'foto.jpg', 'laporan.pdf'])(
    'passes over %s',
    async (name) => {
      const { local, folder } = await begin();
      writeFileSync(join(folder, 'inbox', name), CSV.replace('1042', '1043'));
      expect((await scanList(local)).reports).toHaveLength(1);
      expect(existsSync(join(folder, 'inbox', name))).toBe(true);
    },
  );

  it('that is away is no empty one', async () => {
    const { local, folder } = await begin();
    renameSync(join(folder, 'inbox'), join(folder, 'away'));
    expect(await local.readPage({ sinceMs: 0, page: 1 }, NEVER)).toMatchObject({
      ok: false,
      failure: { kind: 'unreachable' },
    });
  });

  it.each([
    ['semicolons', CSV],
    ['commas', CSV.replaceAll(';', ',')],
    ['tabs', CSV.replaceAll(';', '\t')],
    ['a byte order mark', `\uFEFF${CSV}`],
    ['a line that names the separator', `sep=;\r\n${CSV}`],
    ['titles above the headings', `Laporan Pengaduan 2026;;;;;\n;;;;;\n${CSV}`],
    ['carriage returns', CSV.replaceAll('\n', '\r\n')],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${CSV}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(CSV, 'utf16le')],
    ['other letters', CSV.replace(HEADINGS, 'ID Pengaduan;JUDUL;Isi  Laporan;Anonim;RAHASIA;Tanggal_Laporan')],
    ['columns nobody asked for', `${HEADINGS};petugas\n${ROW};Budi\n`],
    ['empty lines', `\n${CSV}\n;;;;;\n`],
  ])('reads a table with %s', async (_name, content) => {
    const { local } = await begin(content);
    expect(await readOne(local, '1042')).toMatchObject({
      title: 'Jalan rusak',
      text: 'Lubang besar.',
      privacy: { anonymous: false, secret: false },
      createdAt: Date.parse('2026-08-01T08:00:00+07:00'),
    });
  });

  it('reads Windows-1252 where it is no UTF-8', async () => {
    const { local } = await begin(Buffer.from(CSV.replace('Lubang', 'Café –'.replace('–', '\u0096')), 'latin1'));
    expect(await readOne(local, '1042')).toMatchObject({ text: 'Café – besar.' });
  });

  it('reads a spreadsheet with its dates and numbers', async () => {
    const { local } = await begin(
      makeXlsx([
        ['ID', 'Isi Laporan', 'Anonim', 'Rahasia', 'Tanggal Laporan'],
        [1042, 'Lubang besar.', 'Tidak', 'Tidak', new Date('2026-08-01T08:00:00Z')],
      ]),
      'laporan.xlsx',
    );
    expect(await readOne(local, '1042')).toMatchObject({
      createdAt: Date.parse('2026-08-01T08:00:00+07:00'),
      text: 'Lubang besar.',
    });
  });

  it('reads JSON as the contract has it, and where the configuration says', async () => {
    const row = { nomor: 7, isi: 'Lubang.', anonim: false, rahasia: true, created_at: '2026-08-01 08:00:00' };
    const { folder, open, drop } = openFolder();
    const local = open({ columns: { nomor: 'id' } });
    drop('laporan.json', JSON.stringify({ data: [row] }));
    await scanList(local);
    expect(await readOne(local, '7')).toMatchObject({ text: 'Lubang.', privacy: { anonymous: false, secret: true } });
    expect(readdirSync(join(folder, 'rejected'))).toEqual([]);
  });

  it('hides what a table says nothing of', async () => {
    const { local } = await begin('id;isi;created_at\n1042;Lubang.;2026-08-01\n');
    expect((await readOne(local, '1042')).privacy).toEqual({ anonymous: true, secret: true });
  });

  it('finds columns under the headings of the configuration', async () => {
    const opened = openFolder();
    const local = opened.open({ columns: { Nomor: 'id', Uraian: 'isi', Masuk: 'created_at' } });
    opened.drop('a.csv', 'Nomor;Uraian;Masuk;isi\n7;Pohon tumbang.;1 Agustus 2026;bukan ini\n');
    await scanList(local);
    expect(await readOne(local, '7')).toMatchObject({ text: 'Pohon tumbang.' });
  });
});

describe('a newer export', () => {
  it('updates a report, and takes nothing for deleted that it leaves out', async () => {
    const { local, drop, clock } = await begin(`${CSV}1043;Pohon;Tumbang.;ya;tidak;2026-08-02\n`);
    clock.advance(60_000);
    drop('b.csv', CSV.replace('Lubang besar.', 'Lubang lebih besar.'));
    const { reports } = await scanList(local, clock.now());
    expect(reports).toMatchObject([{ localId: '1042', text: 'Lubang lebih besar.', deletedAt: null }]);
    expect(await readOne(local, '1043')).toMatchObject({ deletedAt: null });
  });

  it('does not undo a newer version that is known', async () => {
    const table = (text: string, time: string) =>
      `${HEADINGS};updated_at\n${ROW.replace('Lubang besar.', text)};${time}\n`;
    const { local, drop } = await begin(table('Kedua.', '2026-08-02 10:00'));
    drop('lama.csv', table('Pertama.', '2026-08-01 10:00'));
    await scanList(local);
    expect(await readOne(local, '1042')).toMatchObject({ text: 'Kedua.' });
  });

  it('adds answers of a table of their own to the report, each once', async () => {
    const { local, drop } = await begin();
    const answers =
      'id;tanggapan;tanggal tanggapan\n1042;Akan ditinjau.;2026-08-02 09:00\n1042;Selesai.;2026-08-03 09:00\n';
    drop('tanggapan.csv', answers);
    drop('tanggapan lagi.csv', `${answers}\n`);
    await scanList(local);
    const { responses, text } = await readOne(local, '1042');
    expect(responses).toMatchObject([
      { text: 'Akan ditinjau.', author: 'institution', internal: false },
      { text: 'Selesai.', author: 'institution', internal: false },
    ]);
    expect(text).toBe('Lubang besar.');
  });
});

describe('what cannot be taken', () => {
  it.each([
    ['no id', ';A;B;tidak;tidak;2026-08-01', 'laporan.csv#2', 'missing'],
    ['no id that is one', '1 2;A;B;tidak;tidak;2026-08-01', 'laporan.csv#2', 'bad-id'],
    ['a day that could be two', '7;A;B;tidak;tidak;02/03/2026', '7', 'not-a-time'],
    ['no time', '7;A;B;tidak;tidak;', '7', 'missing'],
    ['a cell too many', '7;A;B;C;tidak;tidak;2026-08-01', '7', 'wrong-cells'],
    ['a cell too few', '7;A;tidak;tidak;2026-08-01', '7', 'wrong-cells'],
  ])('is shown with the reason: %s', async (_name, row, key, reason) => {
    const { local, rows } = await begin(`${HEADINGS}\n${row}\n${ROW}\n`);
    const { reports, rejected } = await scanList(local);
    expect(reports).toMatchObject([{ localId: '1042' }]);
    expect(rejected).toMatchObject([{ key, reason }]);
    const shown = await rows('rejected', 'laporan');
    expect(shown).toHaveLength(1);
    expect(shown[0]?.alasan).toContain(`(${reason})`);
  });

  it('says of two versions in one file that nobody knows which is meant', async () => {
    const { local, rows } = await begin(`${CSV}${ROW.replace('besar', 'kecil')}\n`);
    expect((await scanList(local)).rejected).toMatchObject([{ key: '1042', reason: 'two-rows' }]);
    expect(await rows('rejected', 'laporan')).toHaveLength(2);
  });

  it('tells an id that lost its zeros from another report', async () => {
    const { local, drop } = await begin(CSV.replace('1042', '001042'));
    drop('b.csv', CSV);
    const { reports, rejected } = await scanList(local);
    expect(reports).toMatchObject([{ localId: '001042' }]);
    expect(rejected).toMatchObject([{ key: '1042', path: 'id', reason: 'lost-zeros' }]);
  });

  it.each([
    ['no table', 'PK\u0003\u0004 rusak', 'no-table'],
    ['an open quote', `${HEADINGS}\n"7;A;B\n`, 'no-table'],
    ['no headings', 'a;b;c\n1;2;3\n', 'missing-heading'],
    ['no time', 'id;isi\n7;B\n', 'missing-heading'],
    ['a heading twice', `${HEADINGS};Isi Laporan\n`, 'duplicate-heading'],
    ['an old spreadsheet', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-excel'],
    ['JSON cut off', '[{"id": 7', 'no-table'],
    ['JSON that is no list', '{"id": 7}', 'not-a-list'],
  ])('is a whole file: %s', async (name, content, reason) => {
    const { local, names } = await begin(content);
    const { rejected } = await scanList(local);
    expect({ name, rejected }).toMatchObject({ name, rejected: [{ key: 'laporan.csv', reason }] });
    expect(names('rejected').some((shown) => shown.endsWith('.alasan.txt'))).toBe(true);
    expect(names('inbox')).toEqual([]);
  });

  it('is forgotten when a person takes away the file that shows it', async () => {
    const { local, names, folder } = await begin(`${HEADINGS}\n7;A;B;tidak;tidak;kemarin\n`);
    expect(await local.readReport('7', NEVER)).toMatchObject({
      ok: false,
      failure: { kind: 'malformed', detail: 'bad-row' },
    });
    for (const name of names('rejected')) rmSync(join(folder, 'rejected', name));
    expect(await local.readReport('7', NEVER)).toEqual({ ok: true, value: null });
    expect((await scanList(local)).rejected).toEqual([]);
  });

  it('is taken from the very file that shows it, once that is put right', async () => {
    const { local, names, folder, drop } = await begin(`${HEADINGS}\n7;A;B;tidak;tidak;kemarin\n`);
    const [name = ''] = names('rejected');
    const shown = readFileSync(join(folder, 'rejected', name), 'utf8');
    drop(name, shown.replace('kemarin', '2026-08-01'));
    const { reports, rejected } = await scanList(local);
    expect(reports).toMatchObject([{ localId: '7' }]);
    expect(rejected).toEqual([]);
  });
});

describe('the outbox', () => {
  it('has each write in one file, made of what was written since the last reading', async () => {
    const { local, names, rows } = await begin();
    await local.createReport(REPORT, await admitted(local));
    await local.writeBack('1042', WRITE_BACK, await admitted(local));
    await write(local);
    expect(names('outbox')).toEqual([]);
    await scanList(local);
    await scanList(local);
    expect(names('outbox')).toEqual([
      'laporan-20260803-080000.csv',
      'status-20260803-080000.csv',
      'tanggapan-20260803-080000.csv',
    ]);
    expect(await rows('outbox', 'status')).toEqual([
      {
        id: '1042',
        lapor_id: VALUES.nationalId,
        lapor_status: VALUES.nationalStatus,
        lapor_url: VALUES.nationalUrl,
        status: 'proses',
      },
    ]);
    expect(await rows('outbox', 'laporan')).toMatchObject([
      { external_ref: 'lapor:9165900', anonim: 'ya', rahasia: 'tidak', 'lokasi.alamat': 'Jl. Contoh 7' },
    ]);
    expect(await rows('outbox', 'tanggapan')).toMatchObject([
      { id: '1042', 'tanggapan.isi': RESPONSE.text, 'tanggapan.external_ref': RESPONSE.externalRef },
    ]);
  });

  it('gets what is left when the bridge ends', async () => {
    const { local, names } = await begin();
    await write(local);
    await local.close();
    expect(names('outbox')).toHaveLength(1);
  });

  it('does not get again what the city has taken away', async () => {
    const { local, names, folder, open } = await begin();
    await write(local);
    await local.close();
    for (const name of names('outbox')) rmSync(join(folder, 'outbox', name));
    const next = open();
    await write(next);
    await scanList(next);
    expect(names('outbox')).toEqual([]);
    expect((await readOne(next, '1042')).responses).toMatchObject([{ externalRef: RESPONSE.externalRef }]);
  });

  it('uses the headings of the city', async () => {
    const opened = openFolder();
    const local = opened.open({ columns: { Nomor: 'id', 'No LAPOR': 'lapor_id' } });
    opened.drop('a.csv', CSV.replace('id;', 'Nomor;'));
    await scanList(local);
    await local.writeBack('1042', WRITE_BACK, await admitted(local));
    await scanList(local);
    expect(await opened.rows('outbox', 'status')).toMatchObject([{ Nomor: '1042', 'No LAPOR': VALUES.nationalId }]);
  });

  it('has no cell that a spreadsheet would calculate', async () => {
    const { local, names, folder } = await begin();
    await local.addResponse('1042', { ...RESPONSE, text: '=HYPERLINK("http://x";"klik")' }, await admitted(local));
    await local.addResponse(
      '1042',
      { ...RESPONSE, text: '+1', externalRef: 'lapor-followup:502' },
      await admitted(local),
    );
    await scanList(local);
    const [name = ''] = names('outbox');
    const [, ...cells] = await readTable(readFileSync(join(folder, 'outbox', name)));
    expect(cells.map((row) => row[1]?.[0])).toEqual(["'", "'"]);
  });

  it.each(['xlsx', 'json'] as const)('is written as %s', async (format) => {
    const { open, drop, names, folder } = openFolder();
    const local = open({ format });
    drop('a.csv', CSV);
    await scanList(local);
    await local.addResponse('1042', { ...RESPONSE, text: '=1+1\u0001' }, await admitted(local));
    await scanList(local);
    const [name = ''] = names('outbox');
    const bytes = readFileSync(join(folder, 'outbox', name));
    const text = format === 'json' ? JSON.parse(bytes.toString()).data[0].isi : (await readTable(bytes))[1]?.[1];
    expect({ name, text: text?.slice(0, 4) }).toEqual({ name: `tanggapan-20260803-080000.${format}`, text: '=1+1' });
  });

  it('tells the city its own id of a report that it took over, and the bridge the one that it knows', async () => {
    const { local, drop, rows, clock } = await begin();
    const made = await local.createReport(REPORT, await admitted(local));
    await scanList(local);
    clock.advance(1_000);
    drop('b.csv', `${HEADINGS};external_ref\n2001;Lampu;Padam.;ya;tidak;2026-08-03;lapor:9165900\n`);
    const { reports } = await scanList(local, clock.now());
    expect(made).toMatchObject({ value: 'lapor:9165900' });
    expect(reports).toMatchObject([{ localId: 'lapor:9165900', externalRef: 'lapor:9165900', text: 'Padam.' }]);
    await write(local, 'lapor:9165900');
    await scanList(local);
    expect(await rows('outbox', 'tanggapan')).toMatchObject([{ id: '2001' }]);
  });
});

describe('a crash', () => {
  it('in the middle of a line leaves nothing of it', async () => {
    const { local, folder, open } = await begin();
    await local.close();
    appendFileSync(journalOf(folder), '{"kind":"response","at":1,"localId":"10');
    const next = open();
    expect((await readOne(next, '1042')).responses).toEqual([]);
    await write(next);
    await next.close();
    expect((await readOne(open(), '1042')).responses).toHaveLength(1);
  });

  it('behind the line that names a file, the file goes out at the next start', async () => {
    const { local, folder, names, open } = await begin();
    await write(local);
    await local.close();
    const [name = ''] = names('outbox');
    renameSync(join(folder, 'outbox', name), join(folder, 'outbox', '.jembatan', 'pending', name));
    await scanList(open());
    expect(names('outbox')).toEqual([name]);
  });

  it('before that line, the file is made anew', async () => {
    const { local, folder, names, rows, open } = await begin();
    await write(local);
    await local.close();
    const lines = readFileSync(journalOf(folder), 'utf8').trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ kind: 'published' });
    writeFileSync(journalOf(folder), `${lines.slice(0, -1).join('\n')}\n`);
    for (const name of names('outbox'))
      renameSync(join(folder, 'outbox', name), join(folder, 'outbox', '.jembatan', 'pending', name));
    await scanList(open());
    expect(await rows('outbox', 'tanggapan')).toHaveLength(1);
    expect(names('outbox/.jembatan/pending')).toEqual([]);
  });

  it('before a file is put aside, it is not taken twice', async () => {
    const { local, folder, names, open, clock } = await begin();
    await local.close();
    const [name = ''] = names('inbox/taken');
    renameSync(join(folder, 'inbox', 'taken', name), join(folder, 'inbox', 'laporan.csv'));
    clock.advance(1_000);
    expect((await scanList(open(), clock.now())).reports).toEqual([]);
    expect(names('inbox')).toEqual([]);
  });
});

describe('a journal that is not what it was', () => {
  it.each([
    ['gone', (file: string) => rmSync(file)],
    ['damaged', (file: string) => writeFileSync(file, `{}\n${readFileSync(file, 'utf8')}`)],
  ])('is no new beginning: %s', async (_name, harm) => {
    const { local, folder, open } = await begin();
    await local.close();
    harm(journalOf(folder));
    const next = open();
    expect(await next.readPage({ sinceMs: 0, page: 1 }, NEVER)).toMatchObject({
      ok: false,
      failure: { kind: 'malformed', detail: 'journal' },
    });
    expect(await next.addResponse('1042', RESPONSE, await admitted(next))).toMatchObject({ kind: 'not-sent' });
  });

  it('is begun anew when what was taken is dropped again', async () => {
    const { local, folder, open, names } = await begin();
    await local.close();
    rmSync(journalOf(folder));
    for (const name of names('inbox/taken'))
      renameSync(join(folder, 'inbox', 'taken', name), join(folder, 'inbox', name));
    expect((await scanList(open())).reports).toMatchObject([{ localId: '1042' }]);
  });
});

describe('who only looks', () => {
  it('reads the inbox and leaves no trace', async () => {
    const opened = openFolder();
    opened.drop('a.csv', `${CSV}7;A;B;tidak;tidak;kemarin\n`);
    const local = opened.open({ looksOnly: true });
    const { reports, rejected } = await scanList(local);
    expect([reports.length, rejected.length]).toEqual([1, 1]);
    await local.close();
    expect(opened.names('inbox')).toEqual(['a.csv']);
    expect(readdirSync(join(opened.folder, 'outbox'))).toEqual([]);
    expect(readdirSync(join(opened.folder, 'rejected'))).toEqual([]);
  });
});

describe('fetchAttachment()', () => {
  it.each([
    ['../rahasia.txt', 'bad-url'],
    ['foto/../../rahasia.txt', 'bad-url'],
    ['..\\rahasia.txt', 'bad-url'],
    ['link.jpg', 'bad-url'],
    ['.', 'bad-url'],
    ['/../rahasia.txt', 'bad-url'],
    ['file:///etc/passwd', 'scheme'],
    ['C:\\foto.jpg', 'scheme'],
    ['//elsewhere.example.test/foto.jpg', 'foreign-host'],
  ])('gives nothing for %s', async (path, detail) => {
    const { local, folder } = await begin();
    writeFileSync(join(folder, 'rahasia.txt'), 'rahasia');
    symlinkSync(join(folder, 'rahasia.txt'), join(folder, 'inbox', 'link.jpg'));
    expect(await local.fetchAttachment(path, 100, NEVER)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', detail },
    });
  });

  it('gives a file whatever its name', async () => {
    const { local, folder } = await begin();
    writeFileSync(join(folder, 'inbox', 'foto #1 100%?.jpg'), 'x');
    expect(await local.fetchAttachment('foto #1 100%?.jpg', 100, NEVER)).toMatchObject({ ok: true });
  });
});
