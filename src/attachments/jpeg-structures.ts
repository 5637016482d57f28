/** Whether a segment's payload (without marker and length) has the structure that its marker demands. */
type Structure = (payload: Uint8Array) => boolean;

/** Lengths of ITU-T T.81, annex B. */
const FRAME_HEAD_BYTES = 6;
const FRAME_COMPONENT_BYTES = 3;
const SCAN_COMPONENT_BYTES = 2;
const SCAN_TAIL_BYTES = 3;
const COMPONENTS_MAX = 4;
const COEFFICIENTS = 64;
const CODE_LENGTHS = 16;
const DC_SYMBOL_MAX = 16;

/** Start of frame, but not those of hierarchical pictures, which have several. */
const FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2, 0xc3, 0xc9, 0xca, 0xcb];

/**
 * Every segment that decoding needs, by the second byte of its marker (T.81, table B.1), with its structure. What does not
 * have it is something else under a borrowed marker: the marker alone is no reason to let a segment out.
 */
export const JPEG_STRUCTURES: ReadonlyMap<number, Structure> = new Map<number, Structure>([
  ...FRAMES.map((marker) => [marker, isFrameHeader] as const),
  [0xc4, (payload) => isRowOf(payload, huffmanTableBytes)],
  [0xcc, (payload) => isRowOf(payload, conditioningBytes)],
  [0xda, isScanHeader],
  [0xdb, (payload) => isRowOf(payload, quantizationTableBytes)],
  // The number of lines, the restart interval.
  [0xdc, ({ length }) => length === 2],
  [0xdd, ({ length }) => length === 2],
]);

export function isJpegFrame(marker: number): boolean {
  return FRAMES.includes(marker);
}

/** Precision, height, width and number of components; for each its id, its sampling (1 to 4, twice) and its table. */
function isFrameHeader(payload: Uint8Array): boolean {
  const [precision = 0, , , , , count = 0] = payload;
  const components = payload.subarray(FRAME_HEAD_BYTES);
  if (precision < 2 || precision > 16 || !areComponents(components, count, FRAME_COMPONENT_BYTES)) return false;
  return components.every((value, at) => {
    const field = at % FRAME_COMPONENT_BYTES;
    return field === 0 || (field === 1 ? areNibbles(value, 1, 4) : value <= 3);
  });
}

/** Number of components; for each its id and its two tables; then first and last coefficient of the scan, and its bits. */
function isScanHeader(payload: Uint8Array): boolean {
  const components = payload.subarray(1, -SCAN_TAIL_BYTES);
  const [first = COEFFICIENTS, last = COEFFICIENTS] = payload.subarray(-SCAN_TAIL_BYTES);
  if (first >= COEFFICIENTS || last >= COEFFICIENTS) return false;
  if (!areComponents(components, Number(payload[0]), SCAN_COMPONENT_BYTES)) return false;
  return components.every((value, at) => at % SCAN_COMPONENT_BYTES === 0 || areNibbles(value, 0, 3));
}

function areComponents(components: Uint8Array, count: number, bytesEach: number): boolean {
  return count >= 1 && count <= COMPONENTS_MAX && components.length === count * bytesEach;
}

/** One table or several and nothing behind them; `tableBytes` gives the length of the first one, `null` if it is none. */
function isRowOf(payload: Uint8Array, tableBytes: (rest: Uint8Array) => number | null): boolean {
  let at = 0;
  do {
    const bytes = tableBytes(payload.subarray(at));
    if (bytes === null) return false;
    at += bytes;
  } while (at < payload.length);
  return at === payload.length;
}

/** Precision (0: one byte a step, 1: two) and id, then the steps. */
function quantizationTableBytes(rest: Uint8Array): number | null {
  const [head = 255] = rest;
  return isTableHead(head) ? 1 + COEFFICIENTS * (1 + (head >> 4)) : null;
}

/**
 * Class (0: DC, 1: AC) and id, how many codes there are of each length, then a symbol for each code. The codes must find room in
 * a tree of bits and no symbol may have two of them, which text does not achieve: its letters are high numbers and come again.
 */
function huffmanTableBytes(rest: Uint8Array): number | null {
  const [head = 255] = rest;
  const counts = rest.subarray(1, 1 + CODE_LENGTHS);
  if (!isTableHead(head) || counts.length < CODE_LENGTHS) return null;
  const room = counts.reduce((sum, count, at) => sum + count / 2 ** (at + 1), 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const symbols = rest.subarray(1 + CODE_LENGTHS, 1 + CODE_LENGTHS + total);
  const highest = head >> 4 === 0 ? DC_SYMBOL_MAX : 255;
  if (room > 1 || new Set(symbols).size < symbols.length || symbols.some((symbol) => symbol > highest)) return null;
  return 1 + CODE_LENGTHS + total;
}

/** Class and id, then one value (arithmetic coding). */
function conditioningBytes(rest: Uint8Array): number | null {
  const [head = 255] = rest;
  return isTableHead(head) ? 2 : null;
}

/** 0 or 1 in the upper half, one of four ids in the lower. */
function isTableHead(head: number): boolean {
  return areNibbles(head, 0, 3) && head >> 4 <= 1;
}

function areNibbles(value: number, min: number, max: number): boolean {
  return [value >> 4, value & 15].every((nibble) => nibble >= min && nibble <= max);
}
