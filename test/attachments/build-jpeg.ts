import { Buffer } from 'node:buffer';

/** Parts of JPEG files (ITU-T T.81): right in their structure, with next to no picture in them. */
export const SOI = bytes(0xff, 0xd8);
export const EOI = bytes(0xff, 0xd9);
export const DQT = segment(0xdb, [0, ...Array<number>(64).fill(1)]);
export const DHT = segment(0xc4, [0, 1, ...Array<number>(15).fill(0), 5]);
export const SOF0 = segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]);
export const SOF2 = segment(0xc2, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]);
export const DRI = segment(0xdd, [0, 1]);
export const SOS = segment(0xda, [1, 1, 0, 0, 63, 0]);
export const JFIF = segment(0xe0, [...ascii('JFIF\0'), 1, 2, 0, 0, 72, 0, 72, 0, 0]);
export const ADOBE = segment(0xee, [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 1]);
export const ICC = segment(0xe2, [...ascii('ICC_PROFILE\0'), 1, 1, 1, 2, 3]);
/** A stuffed 0xFF, a restart marker in the middle. */
export const SCAN = bytes(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0x7f);

/** A segment with its marker and length. */
export function segment(marker: number, payload: readonly number[]): Uint8Array {
  const length = payload.length + 2;
  return bytes(0xff, marker, length >> 8, length & 0xff, ...payload);
}

export function ascii(text: string): readonly number[] {
  return [...Buffer.from(text, 'latin1')];
}

export function bytes(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values);
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** A small whole JPEG file with these segments behind its start. */
export function buildJpeg(...segments: readonly Uint8Array[]): Uint8Array {
  return join(SOI, ...segments, DQT, SOF0, DHT, SOS, SCAN, EOI);
}

/** As a telephone writes it: EXIF with a place, XMP, IPTC, a comment. */
export function jpegOfPhone(planted: string): Uint8Array {
  return buildJpeg(
    segment(0xe1, [...ascii('Exif\0\0II*\0GPSLatitude '), ...ascii(planted)]),
    segment(0xe1, [...ascii('http://ns.adobe.com/xap/1.0/\0'), ...ascii(planted)]),
    segment(0xed, [...ascii('Photoshop 3.0\0'), ...ascii(planted)]),
    segment(0xfe, ascii(planted)),
  );
}
