const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const MAGIC = 0x377f_0682;

/**
 * A database file with everything that its write-ahead log has committed, as SQLite would read the two (sqlite.org/
 * fileformat2.html, section 4). A log that is torn, or of another time, counts up to its last whole commit.
 */
export function applyWal(database: Uint8Array, wal: Uint8Array): Buffer {
  const log = Buffer.from(wal.buffer, wal.byteOffset, wal.byteLength);
  const pageBytes = pageBytesOf(log);
  const committed = pageBytes === null ? null : readCommitted(log, pageBytes);
  if (pageBytes === null || committed === null) return Buffer.from(database);
  const whole = Buffer.alloc(committed.pages * pageBytes);
  whole.set(database.subarray(0, whole.length));
  for (const [page, start] of committed.frames) {
    if (page <= committed.pages) log.copy(whole, (page - 1) * pageBytes, start, start + pageBytes);
  }
  return whole;
}

/** Size of a page where the header of the log is whole, else `null`. */
function pageBytesOf(log: Buffer): number | null {
  if (log.length < HEADER_BYTES || (log.readUInt32BE(0) & ~1) >>> 0 !== MAGIC) return null;
  const sum = checksum(log, [[0, 24]], [0, 0]);
  return sum[0] === log.readUInt32BE(24) && sum[1] === log.readUInt32BE(28) ? log.readUInt32BE(8) : null;
}

interface Committed {
  /** Pages of the database after the last commit. */
  readonly pages: number;
  /** Where in the log the newest content of each page begins. */
  readonly frames: ReadonlyMap<number, number>;
}

function readCommitted(log: Buffer, pageBytes: number): Committed | null {
  let sum: Sum = [log.readUInt32BE(24), log.readUInt32BE(28)];
  const frames = new Map<number, number>();
  /** Of the transaction that is not committed yet. */
  const open = new Map<number, number>();
  let committed: Committed | null = null;
  const frameBytes = FRAME_HEADER_BYTES + pageBytes;
  for (let at = HEADER_BYTES; at + frameBytes <= log.length; at += frameBytes) {
    const start = at + FRAME_HEADER_BYTES;
    sum = checksum(
      log,
      [
        [at, at + 8],
        [start, start + pageBytes],
      ],
      sum,
    );
    const isWhole = sum[0] === log.readUInt32BE(at + 16) && sum[1] === log.readUInt32BE(at + 20);
    if (!isWhole || !log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))) break;
    open.set(log.readUInt32BE(at), start);
    const pages = log.readUInt32BE(at + 4);
    if (pages === 0) continue;
    for (const [page, frame] of open) frames.set(page, frame);
    open.clear();
    committed = { pages, frames };
  }
  return committed;
}

type Sum = readonly [number, number];

/** Over words in the order that the first bytes of the log name. */
function checksum(log: Buffer, ranges: readonly (readonly [number, number])[], start: Sum): Sum {
  const isBigEndian = (log.readUInt32BE(0) & 1) === 1;
  const word = (at: number) => (isBigEndian ? log.readUInt32BE(at) : log.readUInt32LE(at));
  let [first, second] = start;
  for (const [from, to] of ranges) {
    for (let at = from; at < to; at += 8) {
      first = (first + word(at) + second) >>> 0;
      second = (second + word(at + 4) + first) >>> 0;
    }
  }
  return [first, second];
}
