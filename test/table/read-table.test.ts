import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/table/read-table.ts';
import { unpackedBytes } from '../../src/table/unpacked-bytes.ts';
import { makeXlsx } from '../support/make-xlsx.ts';

describe('readTable()', () => {
  it('unpacks no spreadsheet that would fill the memory', async () => {
    const honest = makeXlsx([['ID', 'Isi Laporan']]);
    expect(await readTable(honest)).toEqual([['ID', 'Isi Laporan']]);
    const bomb = new Uint8Array(honest);
    const view = new DataView(bomb.buffer);
    const entry = bomb.findLastIndex((_, at) => at + 4 <= bomb.length && view.getUint32(at, true) === 0x02014b50);
    view.setUint32(entry + 24, 0xfffffff0, true);
    await expect(readTable(bomb)).rejects.toThrow(RangeError);
  });
});

describe('unpackedBytes()', () => {
  it('adds up what the directory says', () => {
    const small = unpackedBytes(makeXlsx([['a']]));
    const large = unpackedBytes(makeXlsx([['a'.repeat(100_000)]]));
    expect(large - small).toBe(99_999);
  });
});
