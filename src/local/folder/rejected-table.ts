import type { TableRows } from '../../table/read-table.ts';
import type { Taken } from './decide-taken.ts';

/** Heading of the column that says why; a corrected file may be dropped into the inbox as it is. */
const REASON = 'alasan';

/** Read by the city's staff, so Indonesian whatever the operator's language. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['missing', 'tidak ada isinya'],
  ['not-text', 'bukan teks'],
  ['too-long', 'terlalu panjang'],
  ['bad-id', 'bukan id yang sah (huruf, angka, dan . _ : @ - tanpa spasi)'],
  ['not-a-time', 'bukan waktu yang dikenal; tulislah seperti 2026-07-31 14:05'],
  ['response', 'tanggapannya tidak terbaca'],
  ['two-rows', 'ada dua baris dengan id ini dan isinya berbeda'],
  ['lost-zeros', 'id ini hanya berbeda nol di depan dari id lain; simpanlah kolom id sebagai teks'],
  ['unknown-report', 'laporan dengan id ini belum dikenal'],
  ['wrong-cells', 'jumlah kolom baris ini tidak sama dengan judul kolom'],
  ['duplicate-key', 'satu nama muncul dua kali dengan isi berbeda'],
  ['missing-heading', 'kolom ini tidak ada'],
  ['duplicate-heading', 'kolom ini ada dua kali'],
  ['no-table', 'bukan tabel CSV, XLSX, atau JSON yang utuh'],
  ['not-a-list', 'bukan daftar laporan'],
  ['old-excel', 'format Excel lama (.xls); simpanlah sebagai .xlsx'],
  ['too-large', 'terlalu besar'],
]);

/** Why a row or a file was not taken, for people: where, in words, and the word that the bridge itself uses. */
export function reasonText({ path, reason }: { readonly path: string; readonly reason: string }): string {
  const words = REASONS.get(reason) ?? 'tidak dapat dibaca';
  return `${path === '' ? '' : `${path}: `}${words} (${reason})`;
}

/** The rows of a table that were not taken, with their headings and why. `rejected` has the numbers of rows, from 1. */
export function rejectedTable(table: TableRows, headings: readonly string[], rejected: Taken['rejected']): TableRows {
  const rows = rejected.flatMap((one) =>
    one.numbers.map((number) => {
      const cells = table[number - 1] ?? [];
      const padded = headings.map((_, place) => cells[place] ?? '');
      return [...padded, reasonText(one), ...cells.slice(headings.length)];
    }),
  );
  return [[...headings, REASON], ...rows];
}
