import * as z from 'zod';
import { parseJson } from '../../http/parse-json.ts';
import { parseTime } from '../../report/parse-time.ts';
import type { NationalLogEntry } from '../national-system.ts';
import { fillTemplate } from './fill-template.ts';
import { IdWire } from './id-wire.ts';
import { LAPOR_ZONE } from './lapor-zone.ts';
import { readNamed } from './read-named.ts';
import { WireText } from './text-wire.ts';

/** Facts of the row once more, as a text of JSON that may be broken: then the row's own have to do. */
const FactsAsText = z.union([z.looseObject({}), z.string().transform(jsonOrNull).pipe(z.looseObject({}))]).catch({});

const Row = z.looseObject({
  id: IdWire.nullable().catch(null),
  date: WireText,
  content: WireText,
  data: FactsAsText,
});

/** One row of `data_logs` (contract page, E6). */
export const LogRowWire = Row.transform(toEntry);
export type LogRowWire = z.infer<typeof LogRowWire>;

function toEntry(row: z.infer<typeof Row>): NationalLogEntry {
  const sources = [row, row.data];
  const from = readNamed(sources, 'institution_from');
  const to = readNamed(sources, 'institution_to');
  const acting = readNamed(sources, 'institution');
  const before = readNamed(sources, 'status_old');
  const after = readNamed(sources, 'status_new');
  const values = new Map([
    ['institution', acting.name ?? from.name ?? to.name],
    ['institution_from', from.name],
    ['institution_to', to.name],
    ['status_old', before.name],
    ['status_new', after.name],
  ]);
  return {
    id: row.id,
    at: row.date === null ? null : parseTime(row.date, LAPOR_ZONE),
    text: fillTemplate(row.content ?? '', values),
    fromInstitution: from.name,
    toInstitution: to.name,
    toInstitutionId: to.id,
    statusBefore: before.name,
    statusAfter: after.name,
  };
}

function jsonOrNull(text: string): unknown {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : null;
}
