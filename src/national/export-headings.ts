import type { ListRowName } from './lapor-v3/list-row-names.ts';

/** Without these, under whatever heading, a file is no export. */
export const EXPORT_NEEDS = {
  'Tracking ID': 'id',
  'Isi Laporan': 'content',
  'Tanggal Laporan': 'created_at',
} as const satisfies Readonly<Record<string, ListRowName>>;

/**
 * Headings of an export of LAPOR!'s admin page, and what stands under them, by the names of the list (contract page, "The
 * optional list"). `import.columns` of the configuration adds others. A name may stand where the list has an id.
 */
export const EXPORT_HEADINGS: Readonly<Record<string, ListRowName>> = {
  ...EXPORT_NEEDS,
  Judul: 'title',
  Status: 'status_name',
  Kategori: 'category_id',
  Klasifikasi: 'classification_id',
  Instansi: 'disposition_name',
  Pelapor: 'user.name',
  'Tanggal Kejadian': 'date_of_incident',
  Anonim: 'is_anonymous',
  Rahasia: 'is_secret',
};
