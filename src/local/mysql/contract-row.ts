import { PLACE, PLAIN, REPORTER } from '../rest/row-names.ts';
import type { SqlRow } from './create-connections.ts';
import { undoDoubleEncoding } from './double-encoding.ts';

/** What belongs to a report besides its own columns. */
export interface Belongings {
  readonly responses: readonly SqlRow[];
  readonly attachments: readonly SqlRow[];
  /** Number and status in the side table. */
  readonly numbers: SqlRow | undefined;
  /** Reference in the side table, by id of the answer, and of the report itself under `''`. */
  readonly references: ReadonlyMap<string, string>;
}

/**
 * A row under the canonical column names (local contract, section 2) as the contract's JSON (section 1), so that it is read
 * as one. Members of `lokasi` and `pelapor` stand under their own name, or as `lokasi.alamat`, `lokasi_alamat`. What stands
 * in the application's own columns counts before the side tables.
 */
export function contractRow(row: SqlRow, belongings: Belongings): Readonly<Record<string, unknown>> {
  const { responses, attachments, numbers, references } = belongings;
  const plain = Object.fromEntries(PLAIN.filter((name) => Object.hasOwn(row, name)).map((name) => [name, row[name]]));
  return {
    ...plain,
    lokasi: group(row, 'lokasi', PLACE),
    pelapor: group(row, 'pelapor', REPORTER),
    lampiran: [...filesIn(row), ...attachments.filter((file) => ownerOf(file) === null).map(fileOf)],
    tanggapan: responses.map((response) => responseOf(response, { attachments, references })),
    lapor_id: row.lapor_id ?? numbers?.lapor_id ?? null,
    lapor_status: row.lapor_status ?? numbers?.lapor_status ?? null,
    external_ref: row.external_ref ?? references.get('') ?? null,
  };
}

/** Every text as it was meant, where the application speaks latin1. */
export function meantRow(row: SqlRow): SqlRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value === null ? null : undoDoubleEncoding(value)]),
  );
}

function group(row: SqlRow, name: string, members: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    members.flatMap((member) => {
      const key = [`${name}.${member}`, `${name}_${member}`, member].find((one) => Object.hasOwn(row, one));
      return key === undefined ? [] : [[member, row[key]]];
    }),
  );
}

function responseOf(
  response: SqlRow,
  { attachments, references }: Pick<Belongings, 'attachments' | 'references'>,
): Readonly<Record<string, unknown>> {
  const { id = null } = response;
  const files = attachments.filter((file) => ownerOf(file) !== null && ownerOf(file) === id);
  const reference = response.external_ref ?? references.get(id ?? '') ?? null;
  return {
    // Where a table names no author, it holds what the city's officers wrote.
    ...(Object.hasOwn(response, 'penulis') ? {} : { penulis: 'opd' }),
    ...response,
    ...(reference?.startsWith('lapor') ? { penulis: 'lapor' } : {}),
    lampiran: [...filesIn(response), ...files.map(fileOf)],
    external_ref: reference,
  };
}

function ownerOf(file: SqlRow): string | null {
  return file.response_id ?? null;
}

function fileOf({ url = null, nama = null, mime = null, ukuran = null }: SqlRow): Readonly<Record<string, unknown>> {
  return { url, nama, mime, ukuran };
}

/** A column of files holds one path, or a JSON list of them. */
function filesIn(row: SqlRow): readonly unknown[] {
  const text = (row.lampiran ?? row.foto ?? '').trim();
  if (text === '') return [];
  const list = text.startsWith('[') ? parsedList(text) : null;
  return (list ?? [text]).filter((file) => typeof file === 'string').map((url) => ({ url }));
}

function parsedList(text: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
