import type { Part } from './multipart.ts';

const TYPES = /\.(jpg|jpeg|png|pdf|doc|docx)$/i;
const MAX_BYTES = 5 * 1024 * 1024;

/** Why LAPOR! does not take a file, `null` where it does: the limits that its clients keep (LAPOR! contract, E8). */
export function nationalFileRefusal({ name, fileName, bytes }: Part): string | null {
  if (fileName === null) return `${name}: bukan berkas`;
  if (!TYPES.test(fileName)) return `${name}: jenis berkas tidak didukung`;
  if (bytes.length === 0) return `${name}: berkas kosong`;
  if (bytes.length > MAX_BYTES) return `${name}: ukuran berkas melebihi 5 MB`;
  return null;
}
