import { describe, expect, it } from 'vitest';
import { namesIdentityDocument } from '../../src/attachments/names-identity-document.ts';

describe('namesIdentityDocument()', () => {
  it.each([
    'ktp.jpg',
    'KTP-Contoh.png',
    'foto_ktp_saya.jpg',
    'scan ktp2.pdf',
    'e-ktp.jpg',
    'EKTP.jpg',
    'fotoKTP.jpg',
    'FotoKtp_1.jpg',
    'kk.jpg',
    'KK 2026.pdf',
    'Scan-KK.pdf',
    'NIK_01.jpg',
    'Kartu Tanda Penduduk.jpg',
    'kartu_keluarga.pdf',
    'kartukeluarga1.pdf',
    'KTP%20Contoh.jpg',
    'ＫＴＰ.jpg',
    'lampiran/ktp/1.jpg',
  ])('sees it in %j', (name) => {
    expect(namesIdentityDocument(name)).toBe(true);
  });

  it.each([
    'jalan-rusak.jpg',
    'IMG_20260701_080000.jpg',
    'nikmat.jpg',
    'teknik_jalan.pdf',
    'kartu pos.jpg',
    'akka.jpg',
    'a1b2kk4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f.jpg',
    '',
  ])('does not see it in %j', (name) => {
    expect(namesIdentityDocument(name)).toBe(false);
  });
});
