import { describe, expect, it } from 'vitest';
import { renameRow } from '../../../src/local/rest/rename-row.ts';
import { sampleResponse, sampleRow } from './sample-row.ts';

describe('renameRow()', () => {
  it('leaves a row of the contract as it is', () => {
    expect(renameRow(sampleRow(), {})).toEqual(sampleRow());
  });

  it('finds every field wherever the deployment says', () => {
    const theirs = {
      report: { key: 7, title: 'Jalan', body: 'Lubang', changed: 5 },
      category: { name: 'Infrastruktur' },
      address: { street: 'Jl. Contoh' },
      geo: { coordinates: [106.17, -6.12] },
      user: { nama: 'Warga' },
      contact: { mail: 'warga@example.test' },
      photos: [{ src: '/a.jpg' }],
      answers: [{ no: 9, body: 'Sudah', private: 1, by: { role: 'opd' }, photos: [{ link: '/b.jpg' }] }],
    };
    const fields = {
      id: 'report.key',
      judul: 'report.title',
      isi: 'report.body',
      updated_at: 'report.changed',
      kategori: 'category.name',
      lokasi: 'address',
      'lokasi.alamat': 'address.street',
      'lokasi.lng': 'geo.coordinates.0',
      'lokasi.lat': 'geo.coordinates.1',
      pelapor: 'user',
      'pelapor.email': 'contact.mail',
      lampiran: 'photos',
      'lampiran.url': 'src',
      tanggapan: 'answers',
      'tanggapan.id': 'no',
      'tanggapan.isi': 'body',
      'tanggapan.internal': 'private',
      'tanggapan.penulis': 'by.role',
      'tanggapan.lampiran': 'photos',
      'tanggapan.lampiran.url': 'link',
    };
    expect(renameRow(theirs, fields)).toMatchObject({
      id: 7,
      judul: 'Jalan',
      isi: 'Lubang',
      updated_at: 5,
      kategori: 'Infrastruktur',
      lokasi: { alamat: 'Jl. Contoh', lng: 106.17, lat: -6.12 },
      pelapor: { nama: 'Warga', email: 'warga@example.test' },
      lampiran: [{ url: '/a.jpg' }],
      tanggapan: [{ id: 9, isi: 'Sudah', internal: 1, penulis: 'opd', lampiran: [{ url: '/b.jpg' }] }],
    });
  });

  it('finds the members of a group without the group', () => {
    const row = { alamat: 'Jl. Contoh', nama: 'Warga' };
    const fields = { 'lokasi.alamat': 'alamat', 'pelapor.nama': 'nama' };
    expect(renameRow(row, fields)).toMatchObject({ lokasi: { alamat: 'Jl. Contoh' }, pelapor: { nama: 'Warga' } });
  });

  it("names a response's files as the report's where nothing else is said", () => {
    const row = sampleRow({ tanggapan: [sampleResponse({ lampiran: [{ berkas: '/b.jpg' }] })] });
    expect(renameRow(row, { 'lampiran.url': 'berkas' })).toMatchObject({
      tanggapan: [{ lampiran: [{ url: '/b.jpg' }] }],
    });
  });

  it('takes nothing inherited for a field', () => {
    expect(renameRow({}, { judul: 'constructor.name', isi: '__proto__', opd: 'toString' })).toMatchObject({
      judul: undefined,
      isi: undefined,
      opd: undefined,
    });
  });

  it('judges nothing', () => {
    const row = { id: [1], lokasi: 5, pelapor: [1], lampiran: 5, tanggapan: 'x' };
    expect(renameRow(row, {})).toMatchObject(row);
  });
});
