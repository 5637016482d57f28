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

function header({ colour = 0, depth = 8, interlace = 0 }): Uint8Array {
  return chunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, depth, colour, 0, 0, interlace));
}

describe('stripPng()', () => {
  it('keeps what shows the picture, byte by byte', () => {
    const file = buildPng(
      chunk('gAMA', Uint8Array.of(0, 0, 177, 143)),
      chunk('sRGB', Uint8Array.of(0)),
      chunk('PLTE', new Uint8Array(768)),
      chunk('tRNS', Uint8Array.of(0, 1)),
      chunk('pHYs', new Uint8Array(9)),
      IDAT,
    );
    expect(strip(file)).toEqual(file);
  });

  it.each([
    ['grey', 0, 16, 2],
    ['of colours', 2, 8, 6],
    ['with a palette', 3, 4, 256],
  ])('keeps what is seen through in a picture %s', (_, colour, depth, length) => {
    const transparency = chunk('tRNS', new Uint8Array(length));
    const file = join(SIGNATURE, header({ colour, depth }), transparency, IDAT, IEND);
    expect(strip(file)).toEqual(file);
  });

  it.each([
    ...['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'iCCP', 'cHRM', 'sBIT', 'sPLT', 'bKGD', 'hIST'],
    ...['acTL', 'fcTL', 'fdAT', 'prVt', 'dSIG'],
  ])('drops %s', (type) => {
    expect(strip(buildPng(chunk(type, PLANTED)))).toEqual(buildPng());
  });

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
    ['a size of pixels that is text', buildPng(chunk('pHYs', PLANTED))],
    ['a size of pixels of nine letters', buildPng(chunk('pHYs', 'Contoh Wa'))],
    ['a gamma that is text', buildPng(chunk('gAMA', PLANTED))],
    ['a fifth way to mean colours', buildPng(chunk('sRGB', Uint8Array.of(4)))],
    ['a palette that is text', buildPng(chunk('PLTE', PLANTED))],
    ['an empty palette', buildPng(chunk('PLTE', ''))],
    ['a palette of 257 colours', buildPng(chunk('PLTE', new Uint8Array(771)))],
    ['transparency that is text', buildPng(chunk('tRNS', PLANTED))],
    [
      'transparency of a picture that has it already',
      join(SIGNATURE, header({ colour: 6 }), chunk('tRNS', '12'), IDAT, IEND),
    ],
    ['a header that is text', join(SIGNATURE, chunk('IHDR', PLANTED), IDAT, IEND)],
    ['a header of thirteen letters', join(SIGNATURE, chunk('IHDR', 'Contoh Wargan'), IDAT, IEND)],
    ['a depth that its kind cannot have', join(SIGNATURE, header({ colour: 2, depth: 4 }), IDAT, IEND)],
    ['a kind that does not exist', join(SIGNATURE, header({ colour: 1 }), IDAT, IEND)],
    ['a way to interlace that does not exist', join(SIGNATURE, header({ interlace: 2 }), IDAT, IEND)],
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
