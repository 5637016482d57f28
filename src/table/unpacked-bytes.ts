/** Begins an entry of a ZIP file's directory. */
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const SIZE_AT = 24;

/** How many bytes the files in a ZIP file have, as its own directory says. */
export function unpackedBytes(zip: Uint8Array): number {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let sum = 0;
  for (let at = zip.indexOf(0x50); at !== -1 && at + ENTRY_BYTES <= zip.length; at = zip.indexOf(0x50, at + 1)) {
    if (view.getUint32(at, true) === ENTRY) sum += view.getUint32(at + SIZE_AT, true);
  }
  return sum;
}
