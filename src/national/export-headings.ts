import type { ListRowName } from './lapor-v3/list-row-names.ts';

/**
 * Headings of an export of LAPOR!'s admin page, and what stands under them, by the names of the list (contract page, "The
 * optional list"). `import.columns` of the configuration adds others. A name may stand where the list has an id.
 */
export const EXPORT_HEADINGS: Readonly<Record<string, ListRowName>> = {
  'Tracking ID': 'id',
  Judul: 'title',
  'Isi Laporan': 'content',
  Status: 'status_name',
  Kategori: 'category_id',
  Klasifikasi: 'classification_id',
  Instansi: 'disposition_name',
  Pelapor: 'user.name',
  'Tanggal Laporan': 'created_at',
  'Tanggal Kejadian': 'date_of_incident',
  Anonim: 'is_anonymous',
  Rahasia: 'is_secret',
};

/** Without these a file is no export. */
export const EXPORT_NEEDS = ['id', 'content', 'created_at'] as const satisfies readonly ListRowName[];
