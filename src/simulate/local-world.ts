import type { Effect } from './effect.ts';
import type { LocalReport, LocalResponse } from './local-report.ts';
import type { LocalFile, LocalReportInput, LocalResponseInput } from './local-report-input.ts';
import type { LocalPatch, LocalState } from './local-state.ts';

/**
 * The made-up city, as its people see it: what residents and OPD do in the application, and what is in it now.
 * An id may be given as text. Acts on a report that does not exist throw.
 */
export interface LocalWorld {
  fileReport(input: LocalReportInput): LocalReport;
  /** An OPD answers. */
  respond(reportId: number | string, input: LocalResponseInput): LocalResponse;
  replyAsReporter(reportId: number | string, isi: string): LocalResponse;
  /** Changes columns of a report, its privacy flags and status among them. */
  edit(reportId: number | string, patch: LocalPatch): LocalReport;
  /** Sets `deleted_at`; the row stays, as soft deletion leaves it. */
  remove(reportId: number | string): LocalReport;
  /** In the order of their ids. */
  reports(): readonly LocalReport[];
  report(reportId: number | string): LocalReport | null;
  /** The file behind an attachment's `url`. */
  file(url: string): LocalFile | null;
  /** What requests brought about, in order. */
  readonly effects: readonly Effect[];
}

export function createLocalWorld(state: LocalState, now: () => number): LocalWorld {
  return {
    fileReport: (input) => fileReport(state, input, now()),
    respond: (id, { isi, opd, internal = false, lampiran = [] }) =>
      state.addResponse(Number(id), { isi, penulis: 'opd', opd, internal, lampiran: [], external_ref: null }, lampiran),
    replyAsReporter: (id, isi) =>
      state.addResponse(
        Number(id),
        { isi, penulis: 'pelapor', opd: null, internal: false, lampiran: [], external_ref: null },
        [],
      ),
    edit: (id, patch) => state.update(Number(id), patch),
    remove: (id) => state.update(Number(id), { deleted_at: state.stamp() }),
    reports: () => [...state.reports.values()],
    report: (id) => state.reports.get(Number(id)) ?? null,
    file: (url) => state.file(decodeURIComponent(url)),
    effects: state.effects,
  };
}

function fileReport(state: LocalState, input: LocalReportInput, nowMs: number): LocalReport {
  const draft = {
    judul: input.judul,
    isi: input.isi,
    jenis: input.jenis ?? 'pengaduan',
    kategori: input.kategori ?? null,
    tingkat: input.tingkat ?? null,
    status: input.status ?? 'menunggu',
    opd: input.opd ?? null,
    tanggal_kejadian: input.tanggal_kejadian ?? null,
    lokasi: input.lokasi ?? null,
    pelapor: input.pelapor ?? null,
    anonim: input.anonim ?? false,
    rahasia: input.rahasia ?? false,
    lampiran: [],
    lapor_id: input.lapor_id ?? null,
    lapor_status: null,
    lapor_url: null,
    external_ref: null,
  };
  return state.insert(draft, { files: input.lampiran ?? [], createdAtMs: input.createdAtMs ?? nowMs });
}
