import { findColumn, findReference, findTable } from './find-reference.ts';
import { isInteger, quoted, type SqlColumn, type SqlTable } from './mysql-schema.ts';
import type { PresetTables } from './preset-statements.ts';
import { CREATED_COLUMNS, PEOPLE, REPORT_COLUMNS, RESPONSE_COLUMNS } from './report-columns.ts';
import type { Statements } from './statements.ts';

type Writes = Pick<Statements, 'writeStatus' | 'insertResponse' | 'insertReport' | 'findByExternalRef'>;

/** Name of the officer and the resident under which the bridge writes, where the application wants one. */
const OWN_NAME = 'lapor';

/** The writing half of a preset. What a table has no column for is left out, or goes into the side tables. */
export function presetWrites(tables: PresetTables): Writes {
  const { reports, reportId } = tables;
  const hasReference = reports.columns.has('external_ref');
  return {
    writeStatus: writeStatus(tables),
    insertResponse: insertResponse(tables),
    insertReport: insertReport(tables),
    findByExternalRef: hasReference
      ? `SELECT ${quoted(reportId.name)} AS id FROM ${quoted(reports.name)} WHERE external_ref = :external_ref`
      : null,
  };
}

function writeStatus({ reports, reportId }: PresetTables): string | null {
  const status = findColumn(reports, REPORT_COLUMNS.status);
  const placed = reports.columns.has('lapor_id') ? (['lapor_id', 'lapor_status', 'lapor_url'] as const) : [];
  const sets = [
    ...(status === null ? [] : [`${quoted(status.name)} = COALESCE(:status, ${quoted(status.name)})`]),
    ...placed
      .filter((name) => reports.columns.has(name))
      .map((name) => `${name} = ${name === 'lapor_status' ? 'COALESCE(:lapor_status, lapor_status)' : `:${name}`}`),
    ...(reports.columns.has('updated_at') ? ['updated_at = :now'] : []),
  ];
  if (sets.length === 0) return null;
  return `UPDATE ${quoted(reports.name)} SET ${sets.join(', ')} WHERE ${quoted(reportId.name)} = :report_id`;
}

function insertResponse({ schema, responses, responseId }: PresetTables): string | null {
  if (responses === null || responseId === null) return null;
  const report = findColumn(responses, RESPONSE_COLUMNS.report);
  const text = findColumn(responses, RESPONSE_COLUMNS.isi);
  if (report === null || text === null) return null;
  const values = new Map([
    [report.name, ':report_id'],
    [text.name, ':isi'],
  ]);
  if (!isInteger(responseId)) values.set(responseId.name, ':new_id');
  for (const name of ['created_at', 'updated_at', 'tgl_tanggapan', 'tanggal_tanggapan', 'tanggal'])
    put({ table: responses, values }, name, ':now');
  put({ table: responses, values }, 'penulis', "'lapor'");
  put({ table: responses, values }, 'external_ref', ':external_ref');
  for (const [name, tables] of OFFICERS) {
    const column = responses.columns.get(name);
    if (column !== undefined) values.set(column.name, ownRow(column, findTable(schema, tables)));
  }
  for (const name of ['foto', 'lampiran', 'gambar', 'image']) putWhereNeeded({ table: responses, values }, name);
  return insert(responses, values);
}

/** Who answered, in the applications' words, and where officers are kept. */
const OFFICERS = [
  ['id_petugas', ['petugas', 'users']],
  ['petugas_id', ['petugas', 'users']],
  ['user_id', ['users']],
  ['admin_id', ['users']],
] as const;

function insertReport({ schema, reports, reportId }: PresetTables): string | null {
  const text = findColumn(reports, REPORT_COLUMNS.isi);
  if (text === null) return null;
  const title = findColumn(reports, REPORT_COLUMNS.judul);
  const values = new Map([[text.name, title === null ? "CONCAT(:judul, '\\n\\n', :isi)" : ':isi']]);
  if (title !== null) values.set(title.name, ':judul');
  if (!isInteger(reportId)) values.set(reportId.name, ':new_id');
  for (const name of PLAIN) {
    const column = findColumn(reports, REPORT_COLUMNS[name]);
    if (column !== null) values.set(column.name, `:${name}`);
  }
  for (const name of [...CREATED_COLUMNS, 'updated_at']) put({ table: reports, values }, name, ':now');
  put({ table: reports, values }, 'external_ref', ':external_ref');
  const person = findReference(schema, reports, PEOPLE);
  for (const { through } of PEOPLE) {
    const column = reports.columns.get(through);
    if (column !== undefined) values.set(column.name, ownRow(column, person?.table ?? null, through));
  }
  const status = findColumn(reports, REPORT_COLUMNS.status);
  const firstStatus = status === null ? null : firstOfEnum(status);
  if (status !== null && firstStatus !== null) values.set(status.name, firstStatus);
  for (const name of REPORT_COLUMNS.lampiran) putWhereNeeded({ table: reports, values }, name);
  return insert(reports, values);
}

const PLAIN = [
  'jenis',
  'kategori',
  'opd',
  'tanggal_kejadian',
  'alamat',
  'anonim',
  'rahasia',
  'nama',
  'email',
  'telepon',
] as const;

/** A row that is to be inserted: expressions by column. */
interface Filling {
  readonly table: SqlTable;
  readonly values: Map<string, string>;
}

function put({ table, values }: Filling, name: string, value: string): void {
  const column = table.columns.get(name);
  if (column !== undefined) values.set(column.name, value);
}

/** A photo that is `NOT NULL` is an empty text in these applications where there is none. */
function putWhereNeeded({ table, values }: Filling, name: string): void {
  const column = table.columns.get(name);
  if (column?.charset != null && !column.isNullable && !values.has(column.name)) values.set(column.name, "''");
}

/** The key of the row that is kept for the bridge; without one nothing, or 0, which an application without foreign keys takes. */
function ownRow(column: SqlColumn, table: SqlTable | null, through = ''): string {
  const name = table === null ? null : findColumn(table, ['username', 'nama_petugas', 'name', 'nama']);
  const key = table === null ? null : findColumn(table, [through, 'id_petugas', 'id', 'nik']);
  const nothing = column.isNullable ? 'NULL' : column.charset === null ? '0' : "''";
  if (table === null || name === null || key === null) return nothing;
  return `COALESCE((SELECT MIN(${quoted(key.name)}) FROM ${quoted(table.name)} WHERE ${quoted(name.name)} = '${OWN_NAME}'), ${nothing})`;
}

/** A report begins where the application's own begin: with the first word of its status. */
function firstOfEnum({ type }: SqlColumn): string | null {
  return /^enum\(('(?:[^']|'')*')/i.exec(type)?.[1] ?? null;
}

function insert(table: SqlTable, values: ReadonlyMap<string, string>): string {
  const names = [...values.keys()].map(quoted).join(', ');
  return `INSERT INTO ${quoted(table.name)} (${names}) VALUES (${[...values.values()].join(', ')})`;
}
