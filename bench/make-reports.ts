import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Report } from '../src/report/report.ts';
import { randomReport } from '../src/simulate/random-report.ts';
import { seededRandom } from '../src/simulate/seeded-random.ts';

/** Monday, 3 August 2026, 10:00 in Jakarta. */
const FILED_AT = Date.UTC(2026, 7, 3, 3);

/** As many made-up reports, always the same ones, without files; `texts` take the place of theirs. */
export function makeReports(count: number, texts: readonly string[] = []): readonly Report[] {
  const random = seededRandom(1);
  return Array.from({ length: count }, (_, index) => {
    const { judul, isi, jenis, kategori, tingkat, opd, lokasi, pelapor, anonim, rahasia } = randomReport(index, random);
    return {
      localId: String(index + 1),
      ticket: `RBG-2026-${String(index + 1).padStart(6, '0')}`,
      title: judul,
      text: texts.length === 0 ? isi : (texts[index % texts.length] ?? isi),
      kind: jenis,
      category: kategori,
      severity: tingkat,
      status: 'menunggu',
      // Each is filed at once: what is passed on besides would be a second write.
      institution: opd === 'PLN' ? null : opd,
      incidentDate: '2026-08-01',
      location: {
        address: lokasi.alamat,
        district: lokasi.kecamatan,
        village: lokasi.kelurahan,
        latitude: lokasi.lat === null ? null : String(lokasi.lat),
        longitude: lokasi.lng === null ? null : String(lokasi.lng),
      },
      reporter: { name: pelapor.nama, email: pelapor.email, phone: pelapor.telepon, nik: pelapor.nik },
      privacy: { anonymous: anonim, secret: rahasia },
      attachments: [],
      responses: [],
      nationalId: null,
      nationalStatus: null,
      externalRef: null,
      createdAt: FILED_AT + index,
      updatedAt: FILED_AT + index,
      deletedAt: null,
    };
  });
}

/** Texts of a gzipped table of three columns: id, category, text; lines that begin with `#` tell about it. */
export function readTexts(file: string): readonly string[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.split('\t')[2]?.trim() || []);
}
