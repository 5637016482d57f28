import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTableFile } from '../../src/national/read-table-file.ts';
import { makeFolder } from '../support/make-folder.ts';
import { makeXlsx } from '../support/make-xlsx.ts';

function write(content: string | Uint8Array, name = 'ekspor.csv'): string {
  const file = join(makeFolder(), name);
  writeFileSync(file, content);
  return file;
}

describe('readTableFile()', () => {
  it.each([
    [
      'commas',
      'a,b\n1,"x, y"\n',
      [
        ['a', 'b'],
        ['1', 'x, y'],
      ],
    ],
    [
      'semicolons and a byte order mark',
      '\uFEFFa;b\r\n1;"baris\nkedua"\r\n',
      [
        ['a', 'b'],
        ['1', 'baris\nkedua'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t\n',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['rows of other lengths', 'a,b\n1\n1,2,3\n', [['a', 'b'], ['1'], ['1', '2', '3']]],
    ['nothing in it', '', []],
  ])('reads a CSV with %s', async (_name, text, rows) => {
    expect(await readTableFile(write(text))).toEqual(rows);
  });

  it('reads a spreadsheet, whatever its name: long numbers whole, moments as they are shown, blank cells as nothing', async () => {
    const file = write(
      makeXlsx([
        ['a', 'b', 'c'],
        [9165900, null, new Date('2026-07-31T14:05:09Z')],
        ['12345678901234567890', 'x < y', 1.5],
      ]),
    );
    expect(await readTableFile(file)).toEqual([
      ['a', 'b', 'c'],
      ['9165900', '', '2026-07-31 14:05:09'],
      ['12345678901234567890', 'x < y', '1.5'],
    ]);
  });

  it('throws for a file that is neither, and for none', async () => {
    await expect(readTableFile(write('PK but no archive'))).rejects.toThrow();
    await expect(readTableFile(write('a,"b\n1,2\n'))).rejects.toThrow();
    await expect(readTableFile(join(makeFolder(), 'tidak-ada.csv'))).rejects.toThrow('ENOENT');
  });
});
