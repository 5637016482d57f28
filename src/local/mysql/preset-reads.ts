import { columnOf, findColumn, findReference, lookedUp } from './find-reference.ts';
import { quoted, type SqlTable } from './mysql-schema.ts';
import type { PresetTables } from './preset-statements.ts';
import {
  ANSWERED_COLUMNS,
  CATEGORIES,
  CREATED_COLUMNS,
  INSTITUTIONS,
  NAME_COLUMNS,
  PEOPLE,
  PERSON_COLUMNS,
  REPORT_COLUMNS,
  RESPONSE_COLUMNS,
} from './report-columns.ts';
import type { Statements } from './statements.ts';

/** The reading half of a preset. `null`: the table has no column for the words of a report, or for when it was made. */
export function presetReads(tables: PresetTables): Pick<Statements, 'reports' | 'report' | 'responses'> | null {
  const { reports, reportId } = tables;
  const columns = reportColumns(tables);
  if (!columns.has('isi') || !columns.has('created_at')) return null;
  const list = [...columns].map(([name, expression]) => `${expression} AS ${name}`).join(', ');
  const id = columnOf('p', reportId);
  const from = `SELECT ${id} AS id, ${list} FROM ${quoted(reports.name)} p`;
  const changed = changedSince(tables);
  return {
    reports: `${from} WHERE ${id} > :after_id${changed === null ? '' : ` AND ${changed}`} ORDER BY ${id} LIMIT :limit`,
    report: `${from} WHERE ${id} = :report_id`,
    responses: responsesStatement(tables),
  };
}

/** Our name → the expression that gives it. */
function reportColumns(tables: PresetTables): Map<string, string> {
  const { reports, schema } = tables;
  const found = new Map<string, string>();
  const person = findReference(schema, reports, PEOPLE);
  for (const [name, candidates] of Object.entries(REPORT_COLUMNS)) {
    const column = findColumn(reports, candidates);
    if (column !== null) found.set(name, columnOf('p', column));
  }
  for (const [name, candidates] of Object.entries(PERSON_COLUMNS)) {
    const column = person === null ? null : findColumn(person.table, candidates);
    if (person !== null && column !== null && !found.has(name)) found.set(name, lookedUp(person, column));
  }
  for (const [name, references] of [
    ['kategori', CATEGORIES],
    ['opd', INSTITUTIONS],
  ] as const) {
    const reference = found.has(name) ? null : findReference(schema, reports, references);
    const column = reference === null ? null : findColumn(reference.table, NAME_COLUMNS);
    if (reference !== null && column !== null) found.set(name, lookedUp(reference, column));
  }
  // An application that has no such flag hides nothing.
  if (!found.has('anonim')) found.set('anonim', '0');
  if (!found.has('rahasia')) found.set('rahasia', '0');
  const created = firstOf(reports, CREATED_COLUMNS, 'p');
  if (created !== null) found.set('created_at', created);
  const updated = updatedAt(tables);
  if (updated === null) found.delete('updated_at');
  else found.set('updated_at', updated);
  return found;
}

function firstOf(table: SqlTable, names: readonly string[], alias: string): string | null {
  const columns = names.flatMap((name) => table.columns.get(name) ?? []).map((column) => columnOf(alias, column));
  return columns.length > 1 ? `COALESCE(${columns.join(', ')})` : (columns[0] ?? null);
}

/** When a report, or an answer to it, changed last: an answer moves the report's own time in few applications. */
function updatedAt(tables: PresetTables): string | null {
  const own = firstOf(tables.reports, ['updated_at', 'created_at'], 'p');
  if (!tables.reports.columns.has('updated_at') || own === null) return null;
  const answers = answersOf(tables);
  if (answers === null) return own;
  return `GREATEST(${own}, COALESCE((SELECT MAX(t.updated_at) FROM ${answers.from} WHERE ${answers.report} = ${columnOf('p', tables.reportId)}), ${own}))`;
}

/** `null`: the table says nothing of changes, and is compared as a whole. A row without any time is always read. */
function changedSince(tables: PresetTables): string | null {
  const own = firstOf(tables.reports, ['updated_at', 'created_at'], 'p');
  if (!tables.reports.columns.has('updated_at') || own === null) return null;
  const answers = answersOf(tables);
  // Answers that carry no time of change may have changed at any time.
  if (answers === null && tables.responses !== null) return null;
  const byAnswer =
    answers === null
      ? ''
      : ` OR ${columnOf('p', tables.reportId)} IN (SELECT ${answers.report} FROM ${answers.from} WHERE t.updated_at >= :since)`;
  return `(${own} >= :since OR ${own} IS NULL${byAnswer})`;
}

function answersOf({ responses }: PresetTables): { readonly from: string; readonly report: string } | null {
  const report = responses === null ? null : findColumn(responses, RESPONSE_COLUMNS.report);
  if (responses === null || report === null || !responses.columns.has('updated_at')) return null;
  return { from: `${quoted(responses.name)} t`, report: columnOf('t', report) };
}

function responsesStatement({ responses, responseId }: PresetTables): string | null {
  if (responses === null || responseId === null) return null;
  const report = findColumn(responses, RESPONSE_COLUMNS.report);
  const text = findColumn(responses, RESPONSE_COLUMNS.isi);
  if (report === null || text === null) return null;
  const names = ['penulis', 'opd', 'internal', 'lampiran', 'external_ref'] as const;
  const columns = names.flatMap((name) => {
    const column = findColumn(responses, RESPONSE_COLUMNS[name]);
    return column === null ? [] : [`${columnOf('t', column)} AS ${name}`];
  });
  const answered = firstOf(responses, ANSWERED_COLUMNS, 't');
  const id = columnOf('t', responseId);
  const list = [
    `${columnOf('t', report)} AS report_id`,
    `${id} AS id`,
    `${columnOf('t', text)} AS isi`,
    ...columns,
    ...(answered === null ? [] : [`${answered} AS dibuat_pada`]),
  ];
  const alive = responses.columns.has('deleted_at') ? ' AND t.deleted_at IS NULL' : '';
  return `SELECT ${list.join(', ')} FROM ${quoted(responses.name)} t WHERE ${columnOf('t', report)} IN (:report_ids)${alive} ORDER BY ${id}`;
}
