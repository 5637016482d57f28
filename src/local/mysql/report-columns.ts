/**
 * Our name → what columns with that meaning are called in city applications, the likeliest first. Seen in public schemas
 * of complaint applications (Laravel, CodeIgniter and the classic school project).
 */
export const REPORT_COLUMNS = {
  nomor_tiket: ['nomor_tiket', 'no_tiket', 'kode_tiket', 'nomor_pengaduan', 'no_pengaduan', 'kode_pengaduan'],
  judul: ['judul', 'judul_laporan', 'judul_pengaduan', 'subjek', 'perihal'],
  isi: ['isi', 'isi_laporan', 'isi_pengaduan', 'deskripsi', 'deskripsi_pengaduan', 'keterangan', 'detail', 'pesan'],
  jenis: ['jenis', 'jenis_laporan', 'klasifikasi'],
  kategori: ['kategori', 'kategori_pengaduan', 'kategori_laporan'],
  tingkat: ['tingkat', 'prioritas'],
  status: ['status', 'status_pengaduan', 'status_laporan'],
  opd: ['opd', 'instansi'],
  tanggal_kejadian: ['tanggal_kejadian', 'tgl_kejadian'],
  alamat: ['lokasi', 'alamat', 'lokasi_kejadian', 'alamat_kejadian'],
  kecamatan: ['kecamatan'],
  kelurahan: ['kelurahan', 'desa'],
  lat: ['lat', 'latitude'],
  lng: ['lng', 'longitude', 'long'],
  anonim: ['anonim', 'is_anonim', 'is_anonymous', 'anonymous', 'hide_identitas'],
  rahasia: ['rahasia', 'is_rahasia', 'is_secret', 'is_private', 'hide_laporan'],
  nama: ['nama', 'nama_pelapor', 'nama_pengadu', 'nama_lengkap'],
  email: ['email', 'email_pelapor'],
  telepon: ['telepon', 'no_telepon', 'telp', 'no_telp', 'no_hp', 'no_hp_pelapor'],
  nik: ['nik', 'nik_pelapor'],
  lampiran: ['foto', 'lampiran', 'gambar', 'bukti', 'bukti_pengaduan', 'bukti_foto', 'image', 'photo'],
  lapor_id: ['lapor_id'],
  lapor_status: ['lapor_status'],
  lapor_url: ['lapor_url'],
  external_ref: ['external_ref'],
  updated_at: ['updated_at'],
  deleted_at: ['deleted_at'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** All of them count, in this order: a row may have one and not the other. */
export const CREATED_COLUMNS = [
  'created_at',
  'tgl_pengaduan',
  'tanggal_pengaduan',
  'tgl_laporan',
  'tanggal_laporan',
  'tanggal',
];

export const RESPONSE_COLUMNS = {
  report: ['pengaduan_id', 'id_pengaduan'],
  isi: ['isi', 'tanggapan', 'isi_tanggapan', 'balasan', 'komentar'],
  penulis: ['penulis'],
  opd: ['opd', 'instansi'],
  internal: ['internal', 'is_internal'],
  lampiran: ['lampiran', 'foto', 'gambar', 'image'],
  external_ref: ['external_ref'],
  updated_at: ['updated_at'],
  deleted_at: ['deleted_at'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const ANSWERED_COLUMNS = ['created_at', 'tgl_tanggapan', 'tanggal_tanggapan', 'tanggal'];

/** Where what a report only refers to is found: column of the report, tables, their key, what is asked for there. */
export interface Reference {
  readonly through: string;
  readonly tables: readonly string[];
  readonly keys: readonly string[];
}

export const PEOPLE: readonly Reference[] = [
  { through: 'nik', tables: ['masyarakat', 'masyarakats'], keys: ['nik'] },
  { through: 'user_id', tables: ['users'], keys: ['id'] },
  { through: 'masyarakat_id', tables: ['masyarakats', 'masyarakat'], keys: ['id'] },
  { through: 'id_masyarakat', tables: ['masyarakat', 'masyarakats'], keys: ['id_masyarakat', 'id'] },
];
export const PERSON_COLUMNS = {
  nama: ['nama', 'name', 'nama_lengkap'],
  email: ['email'],
  telepon: ['telp', 'telepon', 'no_telp', 'no_telepon', 'no_hp', 'phone'],
  nik: ['nik'],
} as const;

export const CATEGORIES: readonly Reference[] = [
  { through: 'kategori_id', tables: ['kategoris', 'kategori'], keys: ['id'] },
  { through: 'id_kategori', tables: ['kategori', 'kategoris'], keys: ['id_kategori', 'id'] },
];
export const INSTITUTIONS: readonly Reference[] = [
  { through: 'opd_id', tables: ['opds', 'opd'], keys: ['id'] },
  { through: 'id_opd', tables: ['opd', 'opds'], keys: ['id_opd', 'id'] },
  { through: 'instansi_id', tables: ['instansis', 'instansi'], keys: ['id'] },
];
export const NAME_COLUMNS = ['nama', 'nama_kategori', 'nama_opd', 'nama_instansi', 'kategori', 'name'];

/** Every table that a preset may ask for. */
export const PRESET_TABLES: readonly string[] = [
  ...['pengaduan', 'pengaduans', 'tanggapan', 'tanggapans', 'petugas'],
  ...[...PEOPLE, ...CATEGORIES, ...INSTITUTIONS].flatMap(({ tables }) => tables),
];
