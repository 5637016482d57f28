import type { Lampiran } from './lampiran.ts';
import type { Lokasi } from './lokasi.ts';
import type { Opd } from './opd.ts';
import type { Pelapor } from './pelapor.ts';
import type { Tanggapan } from './tanggapan.ts';

/** A report as the city's application holds it: the REST row without ids and times. */
export interface MadeUpReport {
  readonly judul: string;
  readonly isi: string;
  readonly jenis: 'pengaduan' | 'aspirasi' | 'permintaan_informasi';
  readonly kategori: string;
  readonly tingkat: 'ringan' | 'sedang' | 'berat';
  /** Null while nobody has passed the report to a department. */
  readonly opd: Opd | null;
  /** A date of the made-up week (Monday 29 June to Sunday 5 July 2026) or shortly before it. */
  readonly tanggal_kejadian: string | null;
  readonly lokasi: Lokasi;
  readonly pelapor: Pelapor;
  readonly anonim: boolean;
  readonly rahasia: boolean;
  readonly lampiran: readonly Lampiran[];
  readonly tanggapan: readonly Tanggapan[];
  readonly lapor_id?: string;
  /** Day of the made-up week, 0 (Monday) to 6. */
  readonly dayFiled: number;
  /** Minute of that day, 0 to 1439. */
  readonly minuteFiled: number;
}

/** A report as it is written in the data files: only what is special about it. */
export interface Draft extends Pick<MadeUpReport, 'judul' | 'kategori' | 'opd' | 'lokasi' | 'pelapor' | 'lapor_id'> {
  /** One paragraph, or several. */
  readonly isi: string | readonly string[];
  readonly jenis?: MadeUpReport['jenis'];
  readonly tingkat?: MadeUpReport['tingkat'];
  /** Left out: the citizen gave no date. */
  readonly kejadian?: string;
  readonly anonim?: true;
  readonly rahasia?: true;
  readonly lampiran?: readonly Lampiran[];
  readonly tanggapan?: readonly Tanggapan[];
  /** Day of the made-up week, hour, minute. */
  readonly filed: readonly [day: number, hour: number, minute: number];
}

/** Drafts filled in, in the order of their filing. */
export function completeReports(drafts: readonly Draft[]): readonly MadeUpReport[] {
  return drafts.map(completeReport).sort(byTimeFiled);
}

/** Fills in what a draft leaves out: an open complaint of middle weight, with nothing attached or answered. */
function completeReport(draft: Draft): MadeUpReport {
  const [day, hour, minute] = draft.filed;
  return {
    judul: draft.judul,
    isi: typeof draft.isi === 'string' ? draft.isi : draft.isi.join('\n\n'),
    jenis: draft.jenis ?? 'pengaduan',
    kategori: draft.kategori,
    tingkat: draft.tingkat ?? 'sedang',
    opd: draft.opd,
    tanggal_kejadian: draft.kejadian ?? null,
    lokasi: draft.lokasi,
    pelapor: draft.pelapor,
    anonim: draft.anonim ?? false,
    rahasia: draft.rahasia ?? false,
    lampiran: draft.lampiran ?? [],
    tanggapan: draft.tanggapan ?? [],
    ...(draft.lapor_id === undefined ? {} : { lapor_id: draft.lapor_id }),
    dayFiled: day,
    minuteFiled: hour * 60 + minute,
  };
}

function byTimeFiled(one: MadeUpReport, other: MadeUpReport): number {
  return one.dayFiled - other.dayFiled || one.minuteFiled - other.minuteFiled;
}
