/** Why a file of the citizen stays in the city. */
export type WithheldReason =
  | 'empty'
  | 'too-large'
  | 'type-not-allowed'
  | 'damaged'
  | 'identity-document'
  | 'document-of-anonymous'
  | 'too-many'
  | 'unavailable'
  | 'refused';

/** Read by LAPOR!'s officers, so Indonesian whatever the operator's language. */
const WORDS = {
  empty: 'berkas kosong',
  'too-large': 'terlalu besar',
  'type-not-allowed': 'jenis berkas tidak diterima',
  damaged: 'berkas rusak',
  'identity-document': 'memuat dokumen identitas',
  'document-of-anonymous': 'dokumen pelapor anonim',
  'too-many': 'melebihi jumlah maksimum',
  unavailable: 'tidak dapat diambil',
  refused: 'ditolak sistem penerima',
} as const satisfies Record<WithheldReason, string>;

/** One sentence that says which files did not come along and why; empty where all did. Never a file's own name. */
export function withheldNote(reasons: readonly WithheldReason[]): string {
  if (reasons.length === 0) return '';
  const counts = new Map<WithheldReason, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const list = [...counts].map(([reason, count]) => `${count} ${WORDS[reason]}`).join(', ');
  return `Catatan: ${reasons.length} lampiran tidak diteruskan (${list}); tersedia di aplikasi asal.`;
}
