import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripJpeg } from '../../src/attachments/strip-jpeg.ts';
import {
  ADOBE,
  ascii,
  buildJpeg,
  bytes,
  DHT,
  DQT,
  DRI,
  EOI,
  ICC,
  JFIF,
  join,
  jpegOfPhone,
  SCAN,
  SOF0,
  SOF2,
  SOI,
  SOS,
  segment,
} from './build-jpeg.ts';

const PLANTED = 'Contoh Warganegara -6.12 106.17';

function strip(file: Uint8Array): Uint8Array | null {
  const stripped = stripJpeg(file);
  return stripped === null ? null : new Uint8Array(stripped);
}

describe('stripJpeg()', () => {
  it('keeps what shows the picture, byte by byte', () => {
    const file = buildJpeg(JFIF, ADOBE, DRI, segment(0xcc, [0, 0x10]));
    expect(strip(file)).toEqual(file);
  });

  it('drops what a telephone tells about itself and its place', () => {
    expect(strip(jpegOfPhone(PLANTED))).toEqual(buildJpeg());
  });

  it.each([
    ['a colour profile, whose texts name people and devices', ICC],
    ['another APP2, as of a multi-picture file', segment(0xe2, ascii('MPF\0II*\0'))],
    ['a FlashPix APP2', segment(0xe2, ascii('FPXR\0'))],
    ['any other APP segment', segment(0xe5, ascii(PLANTED))],
    ['an APP0 that is not JFIF', segment(0xe0, ascii(`JFXX\0${PLANTED}`))],
    ['a JFIF too short', segment(0xe0, ascii('JFIF\0'))],
    ['a JFIF that is text', segment(0xe0, ascii(`JFIF\0${PLANTED}`))],
    ['an APP14 that is not of Adobe', segment(0xee, ascii(PLANTED))],
    ['an Adobe mark that is text', segment(0xee, ascii(`Adobe${PLANTED}`))],
    ['a comment', segment(0xfe, ascii(PLANTED))],
    ['a segment of nobody', segment(0xf3, ascii(PLANTED))],
    ['an empty segment', segment(0xe7, [])],
  ])('drops %s', (_, extra) => {
    expect(strip(buildJpeg(JFIF, extra))).toEqual(buildJpeg(JFIF));
  });

  it('takes the thumbnail out of JFIF, and what is hidden behind the Adobe mark', () => {
    const withThumbnail = segment(0xe0, [...ascii('JFIF\0'), 1, 2, 0, 0, 72, 0, 72, 1, 1, 9, 9, 9]);
    const withMore = segment(0xee, [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 1, ...ascii(PLANTED)]);
    expect(strip(buildJpeg(withThumbnail, withMore))).toEqual(buildJpeg(JFIF, ADOBE));
  });

  it('drops everything behind the end, another picture too', () => {
    expect(strip(join(buildJpeg(), jpegOfPhone(PLANTED)))).toEqual(buildJpeg());
    expect(strip(join(buildJpeg(), bytes(...ascii(PLANTED))))).toEqual(buildJpeg());
  });

  it('keeps all scans of a progressive picture, and the tables between them', () => {
    const comment = segment(0xfe, ascii(PLANTED));
    const scans = [DQT, SOF2, DHT, SOS, SCAN, DHT, SOS, bytes(1, 2), SOS, SCAN];
    expect(strip(join(SOI, ...scans, comment, EOI))).toEqual(join(SOI, ...scans, EOI));
    expect(strip(join(SOI, DQT, SOF2, DHT, SOS, SCAN, comment, DHT, SOS, SCAN, EOI))).toEqual(
      join(SOI, DQT, SOF2, DHT, SOS, SCAN, DHT, SOS, SCAN, EOI),
    );
  });

  it('takes fill bytes before a marker', () => {
    const fill = bytes(0xff, 0xff, 0xff);
    expect(strip(join(SOI, fill, DQT, SOF0, fill, DHT, SOS, SCAN, EOI))).toEqual(buildJpeg());
    const filledEnd = strip(join(SOI, DQT, SOF0, DHT, SOS, SCAN, fill, segment(0xfe, ascii(PLANTED)), fill, EOI));
    expect(Buffer.from(filledEnd ?? []).includes(PLANTED)).toBe(false);
    expect(filledEnd?.subarray(-2)).toEqual(EOI);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['only a start', SOI],
    ['no end', buildJpeg().subarray(0, -2)],
    ['a cut scan', join(SOI, DQT, SOF0, DHT, SOS, bytes(1, 2, 0xff))],
    ['no frame', join(SOI, DQT, DHT, SOS, SCAN, EOI)],
    ['two frames', join(SOI, DQT, SOF0, SOF0, DHT, SOS, SCAN, EOI)],
    ['no scan', join(SOI, DQT, SOF0, DHT, EOI)],
    ['a second start', join(SOI, buildJpeg())],
    ['no marker where one is due', join(SOI, bytes(0), DQT, SOF0, DHT, SOS, SCAN, EOI)],
    ['a length of one', join(SOI, bytes(0xff, 0xe1, 0, 1), DQT, SOF0, SOS, SCAN, EOI)],
    ['a length beyond the file', join(SOI, bytes(0xff, 0xe1, 0xff, 0xff), SOF0, SOS, SCAN, EOI)],
    ['a frame of the wrong length', join(SOI, DQT, segment(0xc0, [8, 0, 1, 0, 1, 3, 1, 0x11, 0]), SOS, SCAN, EOI)],
    ['a scan header with more in it', join(SOI, SOF0, segment(0xda, [1, 1, 0, 0, 63, 0, 7]), SCAN, EOI)],
    ['a PNG signature', bytes(0x89, 0x50, 0x4e, 0x47)],
  ])('gives null for %s', (_, file) => {
    expect(stripJpeg(file)).toBeNull();
  });

  it('does not change its input', () => {
    const file = buildJpeg(segment(0xe0, [...ascii('JFIF\0'), 1, 2, 0, 0, 72, 0, 72, 1, 1, 9, 9, 9]));
    const before = Uint8Array.from(file);
    stripJpeg(file);
    expect(file).toEqual(before);
  });

  it('lets no planted text through, whatever stands around, and changes nothing the second time', () => {
    const plantedSegment = fc
      .tuple(
        fc.constantFrom(0xe0, 0xe1, 0xe2, 0xe3, 0xed, 0xee, 0xef, 0xfe, 0xf0),
        fc.constantFrom('', 'Exif\0\0', 'JFXX\0', 'MPF\0'),
      )
      .map(([marker, head]) => segment(marker, ascii(`${head}Exif ${PLANTED}`)));
    const kept = fc.constantFrom(JFIF, ADOBE, DRI, DQT, DHT);
    const segments = fc.array(fc.oneof(plantedSegment, kept));
    const tail = fc.constantFrom(new Uint8Array(0), bytes(...ascii(PLANTED)), jpegOfPhone(PLANTED));
    fc.assert(
      fc.property(segments, tail, (extra, after) => {
        const stripped = stripJpeg(join(buildJpeg(...extra), after)) ?? new Uint8Array(0);
        expect(stripped.length).toBeGreaterThan(0);
        expect(Buffer.from(stripped).includes(PLANTED)).toBe(false);
        expect(Buffer.from(stripped).includes('Exif')).toBe(false);
        expect(strip(stripped)).toEqual(new Uint8Array(stripped));
      }),
    );
  });

  it('lets no planted text through, whatever marker it stands under', () => {
    const markers = Array.from({ length: 256 }, (_, marker) => marker);
    const heads = ['', 'Exif\0\0', '\0', '\0\x01\0\0'];
    for (const [marker, head] of markers.flatMap((one) => heads.map((text) => [one, text] as const))) {
      const stripped = strip(buildJpeg(segment(marker, ascii(`${head}${PLANTED}`))));
      expect({ marker, out: Buffer.from(stripped ?? []).includes(PLANTED) }).toEqual({ marker, out: false });
    }
  });

  it('lets no planted text through when any one byte of the file is changed', () => {
    const file = jpegOfPhone(PLANTED);
    const leaks = Array.from(file, (_, at) => at).flatMap((at) =>
      Array.from({ length: 256 }, (_, value) => stripJpeg(file.with(at, value)))
        .filter((stripped) => Buffer.from(stripped ?? []).includes(PLANTED))
        .map(() => at),
    );
    expect(leaks).toEqual([]);
  });

  it('never throws, on chance bytes or a damaged file', () => {
    const whole = buildJpeg(JFIF, ADOBE);
    const damaged = fc
      .tuple(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length))
      .map(([at, value, end]) => whole.with(at, value).subarray(0, end));
    const chance = fc.uint8Array({ maxLength: 200 }).map((tail) => join(SOI, tail));
    fc.assert(
      fc.property(fc.oneof(damaged, chance), (file) => {
        const stripped = strip(file);
        expect(stripped === null || stripped.length <= file.length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays linear on a scan full of stuffed bytes and fill', () => {
    const scan = new Uint8Array(4_000_000).fill(0xff);
    const started = performance.now();
    expect(stripJpeg(join(SOI, SOF0, SOS, scan, EOI))).not.toBeNull();
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
