interface Entry {
  readonly tag: number;
  readonly type: (typeof TYPE)[keyof typeof TYPE];
  readonly count: number;
  readonly value: Buffer;
}

// Numbers and layout: TIFF 6.0 §2, Exif 2.3 §4.6.
const TYPE = { byte: 1, ascii: 2, long: 4, rational: 5 } as const;
const TAG = { imageDescription: 0x010e, artist: 0x013b, gps: 0x8825 } as const;
const GPS_TAG = { version: 0, latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4 } as const;
const TIFF_HEADER = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]); // big-endian, first IFD at 8
const ENTRY_BYTES = 12;

/** In the Java Sea, where nobody lives: degrees, minutes, hundredths of a second. */
const POSITION = { latitudeRef: 'S', latitude: [5, 54, 4428], longitudeRef: 'E', longitude: [108, 0, 5220] } as const;

/**
 * The APP1 segment of a JPEG (marker and length included) with `text` as its description and artist, and a position where `gps`
 * is set. Throws where the text does not fit into the segment's 64 KiB.
 */
export function photoExifSegment(text: string, gps: boolean): Buffer {
  const described = text === '' ? [] : [asciiEntry(TAG.imageDescription, text), asciiEntry(TAG.artist, text)];
  const tiff = gps ? withPosition(described) : [directory(described, TIFF_HEADER.length)];
  const body = Buffer.concat([Buffer.from('Exif\0\0'), TIFF_HEADER, ...tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function withPosition(described: readonly Entry[]): readonly Buffer[] {
  const first = (gpsAt: number) => directory([...described, longEntry(TAG.gps, gpsAt)], TIFF_HEADER.length);
  // The pointer's size does not depend on where it points.
  const gpsAt = TIFF_HEADER.length + first(0).length;
  return [first(gpsAt), directory(positionEntries(), gpsAt)];
}

function positionEntries(): readonly Entry[] {
  return [
    { tag: GPS_TAG.version, type: TYPE.byte, count: 4, value: Buffer.from([2, 3, 0, 0]) },
    asciiEntry(GPS_TAG.latitudeRef, POSITION.latitudeRef),
    angleEntry(GPS_TAG.latitude, POSITION.latitude),
    asciiEntry(GPS_TAG.longitudeRef, POSITION.longitudeRef),
    angleEntry(GPS_TAG.longitude, POSITION.longitude),
  ];
}

function asciiEntry(tag: number, text: string): Entry {
  const value = Buffer.from(`${text}\0`);
  return { tag, type: TYPE.ascii, count: value.length, value };
}

function longEntry(tag: number, value: number): Entry {
  return { tag, type: TYPE.long, count: 1, value: uint32(value) };
}

function angleEntry(tag: number, [degrees, minutes, hundredths]: readonly [number, number, number]): Entry {
  const value = Buffer.concat([degrees, 1, minutes, 1, hundredths, 100].map(uint32));
  return { tag, type: TYPE.rational, count: 3, value };
}

/** An image file directory at offset `at`, with the values that do not fit into its entries behind it. */
function directory(entries: readonly Entry[], at: number): Buffer {
  const count = Buffer.alloc(2);
  count.writeUInt16BE(entries.length);
  const rows: Buffer[] = [];
  const values: Buffer[] = [];
  let valueAt = at + 2 + entries.length * ENTRY_BYTES + 4;
  for (const { tag, type, count: length, value } of entries) {
    const row = Buffer.alloc(ENTRY_BYTES);
    row.writeUInt16BE(tag);
    row.writeUInt16BE(type, 2);
    row.writeUInt32BE(length, 4);
    if (value.length <= 4) value.copy(row, 8);
    else {
      row.writeUInt32BE(valueAt, 8);
      // Values begin on even offsets.
      const padded = value.length % 2 === 0 ? value : Buffer.concat([value, Buffer.alloc(1)]);
      values.push(padded);
      valueAt += padded.length;
    }
    rows.push(row);
  }
  const noFurtherDirectory = Buffer.alloc(4);
  return Buffer.concat([count, ...rows, noFurtherDirectory, ...values]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
