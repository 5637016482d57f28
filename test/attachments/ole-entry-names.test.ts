import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oleEntryNames } from '../../src/attachments/ole-entry-names.ts';
import { buildOle } from './build-ole.ts';

describe('oleEntryNames()', () => {
  it('reads the names over several sectors', () => {
    const names = ['Root Entry', 'Data', '1Table', 'WordDocument', 'ObjectPool', 'Bérkas'];
    expect(oleEntryNames(buildOle(names))).toEqual(names);
  });

  it('follows the chain and not the order in the file', () => {
    const names = ['Root Entry', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    expect(oleEntryNames(buildOle(names, [3, 0xfffffffe, 2]))).toEqual([
      'Root Entry',
      'a',
      'b',
      'c',
      'h',
      'd',
      'e',
      'f',
      'g',
    ]);
  });

  it('stops where a chain closes on itself or leaves the file', () => {
    expect(oleEntryNames(buildOle(['Root Entry', 'a', 'b', 'c', 'd'], [2, 1]))).toEqual([
      'Root Entry',
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(oleEntryNames(buildOle(['Root Entry', 'a', 'b', 'c', 'd'], [99]))).toEqual(['Root Entry', 'a', 'b', 'c']);
    expect(oleEntryNames(buildOle(['Root Entry', 'a', 'b', 'c', 'd'], [1_000_000]))).toEqual([
      'Root Entry',
      'a',
      'b',
      'c',
    ]);
  });

  it('follows no further than the header names where the chain goes on', () => {
    const sector = 128 * 109;
    const file = new Uint8Array(512 * (sector + 2));
    const whole = buildOle(['Root Entry']);
    file.set(whole);
    file.set(whole.subarray(1024), 512 * (sector + 1));
    new DataView(file.buffer).setUint32(48, sector, true);

    expect(oleEntryNames(file)).toEqual(['Root Entry']);
  });

  it('follows no chain whose table lies outside the file', () => {
    const file = buildOle(['Root Entry']);
    new DataView(file.buffer, file.byteOffset).setUint32(76, 1_000_000, true);
    expect(oleEntryNames(file)).toEqual(['Root Entry']);
  });

  it('gives none for what is no compound file', () => {
    expect(oleEntryNames(new Uint8Array(0))).toEqual([]);
    expect(oleEntryNames(new Uint8Array(5_000))).toEqual([]);
  });

  it('never throws on a damaged file', () => {
    const whole = buildOle(['Root Entry', 'WordDocument', '1Table', 'Data', 'CompObj']);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 5 });
    fc.assert(
      fc.property(damage, fc.nat(whole.length), (changes, end) => {
        const damaged = changes.reduce((file, [at, value]) => file.with(at, value), whole).subarray(0, end);
        expect(oleEntryNames(damaged).length).toBeLessThanOrEqual(32);
      }),
      { numRuns: 1000 },
    );
  });
});
