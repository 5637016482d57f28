import { createHash } from 'node:crypto';
import type { JsonValue } from '../../report/canonical-json.ts';
import type { TableRows } from '../../table/read-table.ts';
import { type ColumnPlaces, type Columns, columnPlaces } from './column-names.ts';
import type { ContractRow, FileRow, FileRows } from './file-rows.ts';
import { joinRows } from './join-rows.ts';

/** The headings stand in one of the first rows; titles may stand above them. */
const HEADING_ROWS = 20;
const MULTIPLE = /[\n;|]+|,\s+/;

/** The reports and answers of a table. */
export function tableFileRows(table: TableRows, columns: Columns): FileRows {
  const at = table.slice(0, HEADING_ROWS).findIndex((cells) => columnPlaces(cells, columns).places.has('id'));
  const headings = table[at];
  if (headings === undefined) return { ok: false, path: 'id', reason: 'missing-heading' };
  const found = columnPlaces(headings, columns);
  const [doubled] = found.doubled;
  if (doubled !== undefined) return { ok: false, path: doubled, reason: 'duplicate-heading' };
  const { places } = found;
  const isReport = places.has('isi');
  if (isReport && !places.has('created_at')) return { ok: false, path: 'created_at', reason: 'missing-heading' };
  if (!isReport && !places.has('tanggapan.isi')) return { ok: false, path: 'isi', reason: 'missing-heading' };
  const rows = table
    .map((cells, index) => ({ cells, number: index + 1 }))
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells, number }) => tableRow(cells, { found, isReport, number, width: headings.length }));
  return { ok: true, headings, rows: joinRows(rows) };
}

interface RowFacts {
  readonly found: ColumnPlaces;
  readonly isReport: boolean;
  readonly number: number;
  readonly width: number;
}

function tableRow(cells: readonly string[], { found: { places }, isReport, number, width }: RowFacts): FileRow {
  const cell = (name: string): string | null | undefined => {
    const place = places.get(name);
    return place === undefined ? undefined : cells[place]?.trim() || null;
  };
  const named = (names: readonly string[], prefix: string) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = cell(`${prefix}${name}`);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  const plain = [...places.keys()].filter((name) => !name.includes('.') && name !== 'lampiran');
  const row: ContractRow = isReport
    ? {
        ...named(plain, ''),
        ...(hasPrefix(places, 'lokasi.') ? { lokasi: named(membersOf(places, 'lokasi.'), 'lokasi.') } : {}),
        ...(hasPrefix(places, 'pelapor.') ? { pelapor: named(membersOf(places, 'pelapor.'), 'pelapor.') } : {}),
        lampiran: filesOf(cell('lampiran')),
      }
    : { id: cell('id') ?? null };
  const answers = places.has('tanggapan.isi') ? { tanggapan: answersOf(cell) } : {};
  // A row with a cell too many or too few has its values in the wrong columns.
  const isWhole = cells.length === width || cells.slice(width).every((extra) => extra.trim() === '');
  const fault = isWhole && cells.length >= width ? null : { path: '', reason: 'wrong-cells' };
  return { id: cell('id') ?? '', row: { ...row, ...answers }, isReport, numbers: [number], fault };
}

type Cell = (name: string) => string | null | undefined;

function answersOf(cell: Cell): JsonValue {
  const isi = cell('tanggapan.isi');
  if (isi === null || isi === undefined) return [];
  const penulis = cell('tanggapan.penulis');
  const time = cell('tanggapan.dibuat_pada') ?? null;
  // An answer without an id is known by what it says and when.
  const id = cell('tanggapan.id') ?? `t-${createHash('sha256').update(`${time} ${isi}`).digest('hex').slice(0, 12)}`;
  const internal = cell('tanggapan.internal');
  return [
    {
      id,
      isi,
      // A column of answers that names nobody is the city's.
      penulis: penulis === undefined ? 'opd' : penulis,
      opd: cell('tanggapan.opd') ?? null,
      ...(internal === undefined ? {} : { internal }),
      dibuat_pada: time,
      lampiran: filesOf(cell('tanggapan.lampiran')),
      external_ref: cell('tanggapan.external_ref') ?? null,
    },
  ];
}

function filesOf(text: string | null | undefined): JsonValue {
  return (text ?? '')
    .split(MULTIPLE)
    .map((url) => url.trim())
    .filter((url) => url !== '')
    .map((url) => ({ url, nama: url.split(/[/\\]/).at(-1) ?? null, mime: null, ukuran: null }));
}

function hasPrefix(places: ReadonlyMap<string, number>, prefix: string): boolean {
  return membersOf(places, prefix).length > 0;
}

function membersOf(places: ReadonlyMap<string, number>, prefix: string): readonly string[] {
  return [...places.keys()].flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
}
