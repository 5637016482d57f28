import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripPng } from '../../src/attachments/strip-png.ts';
import { buildPng, chunk, IDAT, IEND, IHDR, SIGNATURE } from './build-png.ts';

const PLANTED = 'Contoh Warganegara -6.12 106.17';

function strip(file: Uint8Array): Uint8Array | null {
  const stripped = stripPng(file);
  return stripped === null ? null : new Uint8Array(stripped);
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

describe('stripPng()', () => {
  it('keeps what shows the picture, byte by byte', () => {
    const file = buildPng(
      chunk('gAMA', Uint8Array.of(0, 0, 177, 143)),
      chunk('cHRM', new Uint8Array(32)),
      chunk('sRGB', Uint8Array.of(0)),
      chunk('sBIT', Uint8Array.of(8)),
      chunk('PLTE', new Uint8Array(768)),
      chunk('tRNS', Uint8Array.of(0, 1)),
      chunk('bKGD', Uint8Array.of(0, 1)),
      chunk('hIST', new Uint8Array(512)),
      chunk('pHYs', new Uint8Array(9)),
      IDAT,
    );
    expect(strip(file)).toEqual(file);
  });

  it.each(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'iCCP', 'acTL', 'fcTL', 'fdAT', 'prVt', 'dSIG'])(
    'drops %s',
    (type) => {
      expect(strip(buildPng(chunk(type, PLANTED)))).toEqual(buildPng());
    },
  );

  it('drops everything behind the end', () => {
    expect(strip(join(buildPng(), Buffer.from(PLANTED), buildPng()))).toEqual(buildPng());
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['only a signature', SIGNATURE],
    ['a JPEG start', Uint8Array.of(0xff, 0xd8, 0xff)],
    ['no header', join(SIGNATURE, IDAT, IEND)],
    ['a header that is not first', join(SIGNATURE, chunk('gAMA', new Uint8Array(4)), IHDR, IDAT, IEND)],
    ['two headers', buildPng(IHDR)],
    ['no picture data', join(SIGNATURE, IHDR, IEND)],
    ['no end', join(SIGNATURE, IHDR, IDAT)],
    ['an end with something in it', join(SIGNATURE, IHDR, IDAT, chunk('IEND', PLANTED))],
    ['a cut chunk', join(SIGNATURE, IHDR, IDAT.subarray(0, -1))],
    ['a wrong checksum', join(SIGNATURE, IHDR, IDAT.with(9, 0), IEND)],
    ['a chunk longer than it can be', buildPng(chunk('pHYs', PLANTED))],
    ['a critical chunk nobody knows', buildPng(chunk('CgBI', PLANTED))],
  ])('gives null for %s', (_, file) => {
    expect(stripPng(file)).toBeNull();
  });

  it('lets no planted text through, and changes nothing the second time', () => {
    const type = fc.stringMatching(/^[a-z][a-zA-Z]{3}$/);
    const planted = type.map((name) => chunk(name, `Exif ${PLANTED}`));
    const kept = fc.constantFrom(chunk('gAMA', new Uint8Array(4)), chunk('pHYs', new Uint8Array(9)), IDAT);
    fc.assert(
      fc.property(fc.array(fc.oneof(planted, kept)), (extra) => {
        const stripped = stripPng(buildPng(...extra)) ?? new Uint8Array(0);
        expect(stripped.length).toBeGreaterThan(0);
        expect(Buffer.from(stripped).includes(PLANTED)).toBe(false);
        expect(Buffer.from(stripped).includes('Exif')).toBe(false);
        expect(strip(stripped)).toEqual(new Uint8Array(stripped));
      }),
    );
  });

  it('never throws, on chance bytes or a damaged file', () => {
    const whole = buildPng(chunk('gAMA', new Uint8Array(4)));
    const damaged = fc
      .tuple(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length))
      .map(([at, value, end]) => whole.with(at, value).subarray(0, end));
    const chance = fc.uint8Array({ maxLength: 200 }).map((tail) => join(SIGNATURE, tail));
    fc.assert(
      fc.property(fc.oneof(damaged, chance), (file) => {
        const stripped = strip(file);
        expect(stripped === null || stripped.length <= file.length).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
