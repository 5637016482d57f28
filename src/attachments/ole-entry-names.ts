/** Layout of an OLE compound file, all numbers little-endian ([MS-CFB] 2.2 to 2.6). */
const HEADER_BYTES = 512;
const SECTOR_SHIFT_AT = 30;
const FIRST_DIRECTORY_SECTOR_AT = 48;
const FAT_SECTORS_AT = 76;
const ENTRY_BYTES = 128;
const NAME_LENGTH_AT = 64;
const KIND_AT = 66;
const LAST_SECTOR = 0xfffffffa;

/**
 * The names of the streams and storages in an OLE compound file (doc, xls, msi, …); empty if the bytes are none.
 * Only the FAT sectors named in the header are followed, enough for the directory of a file of about 7 MB; of a larger
 * one the names may be incomplete.
 */
export function oleEntryNames(bytes: Uint8Array): readonly string[] {
  if (bytes.byteLength < HEADER_BYTES) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(SECTOR_SHIFT_AT, true);
  if (shift !== 9 && shift !== 12) return [];
  return directorySectors(view, 1 << shift).flatMap((start) => namesInSector(view, start, 1 << shift));
}

/** Where the sectors of the directory begin, in their order. A chain that runs in a circle ends where it closes. */
function directorySectors(view: DataView, sectorBytes: number): readonly number[] {
  const starts = new Set<number>();
  let sector = view.getUint32(FIRST_DIRECTORY_SECTOR_AT, true);
  for (;;) {
    const start = sectorStart(sector, sectorBytes);
    if (sector > LAST_SECTOR || start + sectorBytes > view.byteLength || starts.has(start)) return [...starts];
    starts.add(start);
    sector = nextSector(view, sector, sectorBytes);
  }
}

function nextSector(view: DataView, sector: number, sectorBytes: number): number {
  const perFatSector = sectorBytes / 4;
  const slotAt = FAT_SECTORS_AT + 4 * Math.floor(sector / perFatSector);
  if (slotAt + 4 > HEADER_BYTES) return Number.POSITIVE_INFINITY;
  const fatSector = view.getUint32(slotAt, true);
  const at = sectorStart(fatSector, sectorBytes) + 4 * (sector % perFatSector);
  return at + 4 > view.byteLength ? Number.POSITIVE_INFINITY : view.getUint32(at, true);
}

function namesInSector(view: DataView, start: number, sectorBytes: number): readonly string[] {
  const names: string[] = [];
  for (let at = start; at < start + sectorBytes; at += ENTRY_BYTES) {
    if (view.getUint8(at + KIND_AT) !== 0) names.push(entryName(view, at));
  }
  return names;
}

/** UTF-16, its length in bytes with the closing NUL. */
function entryName(view: DataView, at: number): string {
  const units = Math.max(0, Math.min(view.getUint16(at + NAME_LENGTH_AT, true), NAME_LENGTH_AT) / 2 - 1);
  return Array.from({ length: units }, (_, unit) => String.fromCharCode(view.getUint16(at + 2 * unit, true))).join('');
}

function sectorStart(sector: number, sectorBytes: number): number {
  return (sector + 1) * sectorBytes;
}
