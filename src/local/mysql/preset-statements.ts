import { findColumn, findTable } from './find-reference.ts';
import { isInteger, type MysqlSchema, quoted, type SqlColumn, type SqlTable } from './mysql-schema.ts';
import { presetReads } from './preset-reads.ts';
import { presetWrites } from './preset-writes.ts';
import type { Statements } from './statements.ts';

export type Preset = 'classic' | 'laravel';

const TABLES = {
  classic: { reports: ['pengaduan', 'pengaduans'], responses: ['tanggapan', 'tanggapans'] },
  laravel: { reports: ['pengaduans', 'pengaduan'], responses: ['tanggapans', 'tanggapan'] },
} as const satisfies Record<Preset, object>;

const REPORT_IDS = { classic: ['id_pengaduan', 'id'], laravel: ['id', 'id_pengaduan', 'pengaduan_id'] } as const;
const RESPONSE_IDS = { classic: ['id_tanggapan', 'id'], laravel: ['id', 'id_tanggapan'] } as const;

/** The pair of tables that a preset found. */
export interface PresetTables {
  readonly schema: MysqlSchema;
  readonly reports: SqlTable;
  readonly reportId: SqlColumn;
  readonly responses: SqlTable | null;
  readonly responseId: SqlColumn | null;
}

/**
 * The statements of a preset for the tables as they are: only columns that exist are asked for. `null`: the database has no
 * such table, or one without an id or words.
 */
export function presetStatements(preset: Preset, schema: MysqlSchema): Statements | null {
  const reports = findTable(schema, TABLES[preset].reports);
  const reportId = reports === null ? null : findColumn(reports, REPORT_IDS[preset]);
  if (reports === null || reportId === null) return null;
  const responses = findTable(schema, TABLES[preset].responses);
  const responseId = responses === null ? null : findColumn(responses, RESPONSE_IDS[preset]);
  const tables: PresetTables = { schema, reports, reportId, responses, responseId };
  const reads = presetReads(tables);
  if (reads === null) return null;
  return {
    ...reads,
    ...presetWrites(tables),
    attachments: null,
    exists: `SELECT 1 FROM ${quoted(reports.name)} WHERE ${quoted(reportId.name)} = :report_id`,
    idColumn: reportId,
    idIsInteger: isInteger(reportId),
    order: 'by-id',
    isTransactional: reports.isTransactional && responses?.isTransactional !== false,
  };
}
