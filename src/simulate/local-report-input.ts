import type { LocalKind, LocalPlace, LocalReporter } from './local-report.ts';

/** A file that somebody in the made-up city attaches. */
export interface LocalFile {
  readonly nama: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** What a resident fills in. Everything left out is empty, not private, `pengaduan`, status `menunggu`. */
export interface LocalReportInput {
  readonly judul: string;
  readonly isi: string;
  readonly jenis?: LocalKind;
  readonly kategori?: string | null;
  readonly tingkat?: string | null;
  readonly status?: string;
  readonly opd?: string | null;
  /** `YYYY-MM-DD`. */
  readonly tanggal_kejadian?: string | null;
  readonly lokasi?: LocalPlace | null;
  readonly pelapor?: LocalReporter | null;
  readonly anonim?: boolean;
  readonly rahasia?: boolean;
  readonly lampiran?: readonly LocalFile[];
  /** A report that an operator filed nationally by hand before there was a bridge. */
  readonly lapor_id?: string | number | null;
  /** Epoch milliseconds; left out: now. */
  readonly createdAtMs?: number;
}

/** What an OPD writes under a report. */
export interface LocalResponseInput {
  readonly isi: string;
  readonly opd: string | null;
  readonly internal?: boolean;
  readonly lampiran?: readonly LocalFile[];
}
