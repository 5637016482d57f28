/** Rows of the made-up complaint application, exactly as it answers them (local contract, §1). Times: `YYYY-MM-DD HH:mm:ss`, no zone. */
export interface LocalReport {
  readonly id: number;
  readonly nomor_tiket: string;
  readonly judul: string;
  readonly isi: string;
  readonly jenis: LocalKind;
  readonly kategori: string | null;
  readonly tingkat: string | null;
  readonly status: string;
  readonly opd: string | null;
  readonly tanggal_kejadian: string | null;
  readonly lokasi: LocalPlace | null;
  readonly pelapor: LocalReporter | null;
  readonly anonim: boolean;
  readonly rahasia: boolean;
  readonly lampiran: readonly LocalAttachment[];
  readonly tanggapan: readonly LocalResponse[];
  readonly lapor_id: string | number | null;
  readonly lapor_status: string | null;
  readonly lapor_url: string | null;
  readonly external_ref: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly deleted_at: string | null;
}

export type LocalKind = 'pengaduan' | 'aspirasi' | 'permintaan_informasi';

export interface LocalPlace {
  readonly alamat: string | null;
  readonly kecamatan: string | null;
  readonly kelurahan: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
}

export interface LocalReporter {
  readonly nama: string | null;
  readonly email: string | null;
  readonly telepon: string | null;
  readonly nik: string | null;
}

export interface LocalAttachment {
  readonly url: string;
  readonly nama: string | null;
  readonly mime: string | null;
  /** Bytes, as claimed. */
  readonly ukuran: number | null;
}

export interface LocalResponse {
  readonly id: number;
  readonly isi: string;
  readonly penulis: 'opd' | 'pelapor' | 'lapor';
  readonly opd: string | null;
  readonly internal: boolean;
  readonly dibuat_pada: string;
  readonly lampiran: readonly LocalAttachment[];
  readonly external_ref: string | null;
}
