import type { NewReport } from '../local-system.ts';

/**
 * Body of `POST /pengaduan` (local contract, section 1): the report shape without ids. The status is left to the
 * application, as for a report that a resident files.
 */
export function reportBody(report: NewReport): Readonly<Record<string, unknown>> {
  const { reporter, attachments } = report;
  return {
    judul: report.title,
    isi: report.text,
    jenis: report.kind,
    kategori: report.category,
    opd: report.institution,
    tanggal_kejadian: report.incidentDate,
    lokasi: { alamat: report.location.address },
    pelapor: reporter === null ? null : { nama: reporter.name, email: reporter.email, telepon: reporter.phone },
    anonim: report.privacy.anonymous,
    rahasia: report.privacy.secret,
    lampiran: attachments.map(({ url, name, mimeType }) => ({ url, nama: name, mime: mimeType })),
    external_ref: report.externalRef,
  };
}
