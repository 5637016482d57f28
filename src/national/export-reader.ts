import { DateTime } from 'luxon';
import { parseTime } from '../report/parse-time.ts';
import { EXPORT_HEADINGS, EXPORT_NEEDS } from './export-headings.ts';
import { LAPOR_ZONE } from './lapor-v3/lapor-zone.ts';
import type { ListRowName } from './lapor-v3/list-row-names.ts';
import { type ListedRow, listedReader } from './lapor-v3/listed-wire.ts';

/** Ids of what an export tells by name; `null` where it is not known. */
export interface ExportNames {
  readonly categoryId: (name: string) => string | null;
  readonly classificationId: (name: string) => string | null;
  readonly institutionId: (name: string) => string | null;
}

export interface ExportOptions {
  /** Headings besides the usual ones. */
  readonly columns: Readonly<Record<string, ListRowName>>;
  readonly ids: ExportNames;
  /** The form in which headings are compared. */
  readonly fold: (heading: string) => string;
}

export type ExportReader =
  | { readonly ok: true; readonly read: (cells: readonly string[]) => ListedRow }
  /** Headings without which a file is no export. */
  | { readonly ok: false; readonly missing: readonly string[] };

/**
 * Makes the reader of an export's rows from its row of headings. A row is read as one of the list with the same facts, and
 * rejected with the list's name of what did not fit.
 */
export function exportReader(headings: readonly string[], { columns, ids, fold }: ExportOptions): ExportReader {
  const folded = headings.map(fold);
  const places = new Map<ListRowName, number>();
  // The configuration's own come last, and win.
  for (const [heading, name] of [...Object.entries(EXPORT_HEADINGS), ...Object.entries(columns)]) {
    const place = folded.indexOf(fold(heading));
    if (place !== -1) places.set(name, place);
  }
  const missing = Object.entries(EXPORT_NEEDS).flatMap(([heading, name]) => (places.has(name) ? [] : [heading]));
  if (missing.length > 0) return { ok: false, missing };
  const read = listedReader({});
  return {
    ok: true,
    read(cells) {
      const row = Object.fromEntries([...places].map(([name, place]) => [name, cellOf(cells[place])]));
      const { 'user.name': name, 'user.email': email, 'user.phone': phone } = row;
      return read({
        ...row,
        id: row.id?.replace(/^#/, ''),
        category_id: idOf(row.category_id, ids.categoryId),
        classification_id: idOf(row.classification_id, ids.classificationId),
        disposition_id: idOf(row.disposition_id ?? row.disposition_name, ids.institutionId),
        date_of_incident: dayOf(row.date_of_incident),
        user: { name, email, phone },
      });
    },
  };
}

function cellOf(cell: string | undefined): string | null {
  const text = cell?.trim() ?? '';
  return text === '' || text === '-' ? null : text;
}

function idOf(text: string | null | undefined, find: (name: string) => string | null): string | null {
  if (text === null || text === undefined) return null;
  return /^\d+$/.test(text) ? text : find(text);
}

function dayOf(text: string | null | undefined): string | null {
  const time = text === null || text === undefined ? null : parseTime(text, LAPOR_ZONE);
  return time === null ? null : DateTime.fromMillis(time, { zone: LAPOR_ZONE }).toISODate();
}
