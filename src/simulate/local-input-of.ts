import type { LocalReportInput } from './local-report-input.ts';
import type { Lampiran } from './made-up-city/lampiran.ts';
import type { MadeUpReport } from './made-up-city/made-up-report.ts';
import { makeJpeg } from './make-jpeg.ts';
import { makePdf } from './make-pdf.ts';
import { makePng } from './make-png.ts';

/** A made-up report as a resident files it, its files made of bytes that name the reporter where real ones would. */
export function localInputOf(report: MadeUpReport): LocalReportInput {
  const { dayFiled: _, minuteFiled: __, tanggapan: ___, lampiran, ...fields } = report;
  return { ...fields, lampiran: lampiran.map((file) => fileOf(file, report.pelapor.nama)) };
}

function fileOf({ nama, mime, photo }: Lampiran, reporter: string): { nama: string; mime: string; bytes: Uint8Array } {
  switch (photo) {
    case 'jpg-with-exif':
      return { nama, mime, bytes: makeJpeg({ exifText: reporter, gps: true }) };
    case 'png':
      return { nama, mime, bytes: makePng({ text: reporter }) };
    case 'pdf':
      return { nama, mime, bytes: makePdf({ author: reporter }) };
  }
}
