/** The members of a row (local contract, section 1), by the part of it that they lie in. */
export const PLAIN = [
  'id',
  'nomor_tiket',
  'judul',
  'isi',
  'jenis',
  'kategori',
  'tingkat',
  'status',
  'opd',
  'tanggal_kejadian',
  'anonim',
  'rahasia',
  'lapor_id',
  'lapor_status',
  'external_ref',
  'created_at',
  'updated_at',
  'deleted_at',
] as const;
export const PLACE = ['alamat', 'kecamatan', 'kelurahan', 'lat', 'lng'] as const;
export const REPORTER = ['nama', 'email', 'telepon', 'nik'] as const;
export const FILE = ['url', 'nama', 'mime', 'ukuran'] as const;
export const RESPONSE = ['id', 'isi', 'penulis', 'opd', 'internal', 'dibuat_pada', 'external_ref'] as const;

/** Everything in a row that `local.fields` may find elsewhere. */
export const ROW_NAMES: readonly string[] = [
  ...PLAIN,
  ...under('lokasi', PLACE),
  ...under('pelapor', REPORTER),
  ...under('lampiran', FILE),
  ...under('tanggapan', RESPONSE),
  ...under('tanggapan.lampiran', FILE),
];

function under(name: string, members: readonly string[]): readonly string[] {
  return [name, ...members.map((member) => `${name}.${member}`)];
}
