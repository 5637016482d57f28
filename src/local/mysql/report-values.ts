import type { Attachment } from '../../report/report.ts';
import type { NewReport, NewResponse, WriteBack } from '../local-system.ts';
import { namesIn, type SqlValues } from './bind-statement.ts';

/** Number, status and link as the parameters of a statement. */
export function numberValues(values: WriteBack): SqlValues {
  return {
    lapor_id: values.nationalId,
    lapor_status: values.nationalStatus,
    lapor_url: values.nationalUrl,
    status: values.localStatus,
  };
}

/** An answer as the parameters of `sql`. Links of files stand below the text where the statement has no place for them. */
export function responseValues(response: NewResponse, sql: string): SqlValues {
  const { text, institution, attachments } = response;
  return { ...textAndFiles(text, attachments, sql), opd: institution };
}

/** A report as the parameters of `sql`. */
export function reportValues(report: NewReport, sql: string): SqlValues {
  const { title, text, kind, category, institution, incidentDate, location, reporter, privacy, attachments } = report;
  return {
    ...textAndFiles(text, attachments, sql),
    judul: title,
    jenis: kind,
    kategori: category,
    opd: institution,
    tanggal_kejadian: incidentDate,
    alamat: location.address,
    nama: reporter?.name ?? null,
    email: reporter?.email ?? null,
    telepon: reporter?.phone ?? null,
    anonim: privacy.anonymous ? 1 : 0,
    rahasia: privacy.secret ? 1 : 0,
  };
}

function textAndFiles(text: string, attachments: readonly Attachment[], sql: string): SqlValues {
  const urls = attachments.map(({ url }) => url);
  const hasPlace = namesIn(sql).has('lampiran');
  const links = hasPlace || urls.length === 0 ? '' : `\n\nLampiran:\n${urls.join('\n')}`;
  return { isi: text + links, lampiran: urls.length === 0 ? null : JSON.stringify(urls) };
}
