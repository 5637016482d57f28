import { describe, expect, it } from 'vitest';
import { listedReader } from '../../../src/national/lapor-v3/listed-wire.ts';

const ROW = {
  id: 9165900,
  title: 'Lampu &amp; tiang',
  content: '<p>Lampu mati.</p><p>Tolong.</p>',
  status_name: 'Terverifikasi',
  classification_id: 6,
  category_id: '436',
  disposition_id: 151345,
  disposition_name: 'Pemerintah Kota Serang',
  date_of_incident: '2026-07-01',
  location: 'Jl. Contoh',
  is_anonymous: false,
  is_secret: '0',
  user: { name: 'Sari', email: 'sari@example.test', phone: '0813' },
  channel_name: 'Website',
  attachments: { 0: { path: 'https://lapor.test/foto.jpg', file_name: 'foto.jpg', extension: 'jpg' }, docs: [] },
  created_at: '31-07-2026 14:05:09',
  updated_at: '31-07-2026 15:00:00',
};
const NOBODY = { name: null, email: null, phone: null };

function read(change: Readonly<Record<string, unknown>> = {}, fields: Readonly<Record<string, string>> = {}) {
  return listedReader(fields)({ ...ROW, ...change });
}

describe('listedReader()', () => {
  it('reads the row of the contract page', () => {
    expect(read()).toEqual({
      ok: true,
      report: {
        id: '9165900',
        title: 'Lampu & tiang',
        text: 'Lampu mati.\n\nTolong.',
        statusName: 'Terverifikasi',
        classificationId: '6',
        categoryId: '436',
        institutionId: '151345',
        institutionName: 'Pemerintah Kota Serang',
        incidentDate: '2026-07-01',
        location: 'Jl. Contoh',
        privacy: { anonymous: false, secret: false },
        reporter: { name: 'Sari', email: 'sari@example.test', phone: '0813' },
        attachments: [{ url: 'https://lapor.test/foto.jpg', name: 'foto.jpg', mimeType: null, sizeBytes: null }],
        createdAt: Date.UTC(2026, 6, 31, 7, 5, 9),
        updatedAt: Date.UTC(2026, 6, 31, 8),
      },
    });
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>, object]>([
    ['flags that are missing', { is_anonymous: undefined, is_secret: null }, { anonymous: true, secret: true }],
    ['a flag that says no', { is_anonymous: 'false', is_secret: 0 }, { anonymous: false, secret: false }],
    ['a flag that is not understood', { is_anonymous: 'entah', is_secret: {} }, { anonymous: true, secret: true }],
  ])('hides by %s', (_name, change, privacy) => {
    expect(read(change)).toMatchObject({ ok: true, report: { privacy } });
  });

  it('names nobody of an anonymous report, whatever the row says', () => {
    expect(read({ is_anonymous: true })).toMatchObject({ ok: true, report: { reporter: NOBODY } });
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>, object]>([
    ['no reporter', { user: null }, { reporter: NOBODY }],
    ['no title', { title: null }, { title: '' }],
    ['a day that is none', { date_of_incident: '0000-00-00' }, { incidentDate: null }],
    ['files of an unknown shape', { attachments: 'foto.jpg' }, { attachments: [] }],
    ['a place without a word', { location: '<p>&nbsp;</p>' }, { location: null }],
    ['no place', { location: null }, { location: null }],
    ['no time of change', { updated_at: null }, { updatedAt: Date.UTC(2026, 6, 31, 7, 5, 9) }],
    [
      'a change before it was made',
      { updated_at: '01-01-2020 00:00:00' },
      { updatedAt: Date.UTC(2026, 6, 31, 7, 5, 9) },
    ],
    ['an id of many digits', { id: '9007199254740993' }, { id: '9007199254740993' }],
  ])('reads a row with %s', (_name, change, report) => {
    expect(read(change)).toMatchObject({ ok: true, report });
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>, object]>([
    ['no id', { id: null }, { path: 'id', reason: 'missing' }],
    ['a word for an id', { id: 'null' }, { path: 'id', reason: 'bad-id' }],
    ['no words', { content: undefined }, { key: '9165900', path: 'content', reason: 'missing' }],
    ['words that are hidden', { content: null }, { key: '9165900', path: 'content', reason: 'missing' }],
    ['words that are none', { content: ['x'] }, { key: '9165900', path: 'content', reason: 'missing' }],
    ['no time', { created_at: '' }, { key: '9165900', path: 'created_at', reason: 'missing' }],
    ['a time that is none', { created_at: '31/07/2026' }, { key: '9165900', path: 'created_at', reason: 'not-a-time' }],
  ])('sets a row with %s apart', (_name, change, rejected) => {
    expect(read(change)).toMatchObject({ ok: false, rejected });
  });

  it.each([null, 'x', 7, []])('sets %j apart', (row) => {
    expect(listedReader({})(row)).toMatchObject({ ok: false, rejected: { reason: 'not-an-object' } });
  });

  it('finds what the configuration finds elsewhere', () => {
    const row = { data: { nomor: 9165901, isi: 'Air keruh.' }, pelapor: 'Sari' };
    const fields = { id: 'data.nomor', content: 'data.isi', 'user.name': 'pelapor' };
    expect(read(row, fields)).toMatchObject({
      ok: true,
      report: { id: '9165901', text: 'Air keruh.', reporter: { name: 'Sari', email: 'sari@example.test' } },
    });
  });
});
