import { formatLocalTime } from '../../report/format-time.ts';
import { reportBody } from '../rest/report-body.ts';
import { responseBody } from '../rest/response-body.ts';
import { writeBackBody } from '../rest/write-back-body.ts';
import { type Columns, headingOf } from './column-names.ts';
import type { Written } from './folder-entry-wire.ts';

/** One file of the outbox: `headings` and `rows` for a table, `data` for JSON. */
export interface OutboxFile {
  /** Without what the format adds. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly data: readonly object[];
}

export interface OutboxOptions {
  readonly columns: Columns;
  /** Id in the city's application of a report that the bridge made, where it is known. */
  readonly cityIdOf: (localId: string) => string;
  /** Names that were used before. */
  readonly files: ReadonlySet<string>;
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

const TITLES = { report: 'laporan', 'write-back': 'status', response: 'tanggapan' } as const;
/** The names of the contract under which a kind's columns stand. */
const PREFIXES = { report: '', 'write-back': '', response: 'tanggapan.' } as const;

/** The files for what was written and is in none yet: one of new reports, one of numbers and statuses, one of answers. */
export function outboxFiles(written: readonly Written[], options: OutboxOptions): readonly OutboxFile[] {
  const kinds = ['report', 'write-back', 'response'] as const;
  return kinds.flatMap((kind) => {
    const data = written.filter((entry) => entry.kind === kind).map((entry) => bodyOf(entry, options));
    return data.length === 0 ? [] : [fileOf(kind, data, options)];
  });
}

function fileOf(kind: Written['kind'], data: readonly object[], options: OutboxOptions): OutboxFile {
  const flat = data.map((row) => flatten(row));
  const names = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  const own = (name: string) => (name === 'id' ? name : `${PREFIXES[kind]}${name}`);
  return {
    name: freeName(TITLES[kind], options),
    headings: names.map((name) => headingOf(own(name), options.columns)),
    rows: flat.map((row) => names.map((name) => row.get(name) ?? '')),
    data,
  };
}

function bodyOf(entry: Written, { cityIdOf }: OutboxOptions): object {
  switch (entry.kind) {
    case 'report':
      return reportBody(entry.report);
    case 'write-back':
      return { id: cityIdOf(entry.localId), ...writeBackBody(entry.values) };
    case 'response':
      return { id: cityIdOf(entry.localId), ...responseBody(entry.response) };
  }
}

/** `{ lokasi: { alamat } }` as the column `lokasi.alamat`; several files in one cell, a line each. */
function flatten(row: object, prefix = ''): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const [name, value] of Object.entries(row)) {
    if (Array.isArray(value)) cells.set(`${prefix}${name}`, value.map(({ url }) => String(url)).join('\n'));
    else if (typeof value === 'object' && value !== null)
      for (const [path, text] of flatten(value, `${prefix}${name}.`)) cells.set(path, text);
    else if (name !== 'pelapor' && name !== 'lokasi') cells.set(`${prefix}${name}`, cellOf(value));
  }
  return cells;
}

function cellOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  return value === null || value === undefined ? '' : String(value);
}

function freeName(title: string, { at, zone, files }: OutboxOptions): string {
  const base = `${title}-${formatLocalTime(at, zone).replace(/[-:]/g, '').replace(' ', '-')}`;
  const isUsed = (name: string) => [...files].some((file) => file.slice(0, file.lastIndexOf('.')) === name);
  let name = base;
  for (let copy = 2; isUsed(name); copy += 1) name = `${base}-${copy}`;
  return name;
}
