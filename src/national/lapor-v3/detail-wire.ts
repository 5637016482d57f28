import * as z from 'zod';
import { fingerprint } from '../../report/fingerprint.ts';
import type { NationalDetail, NationalLogEntry } from '../national-system.ts';
import { LogRowWire } from './log-row-wire.ts';
import { PhpList } from './php-list-wire.ts';
import { phpObject } from './php-object.ts';
import { readNamed } from './read-named.ts';
import { readableRows } from './readable-rows.ts';
import { sortLog } from './sort-log.ts';
import { StatusLogWire } from './status-log-wire.ts';
import { WireText } from './text-wire.ts';

/** A row that is not even an object tells nothing, so that leaving it out loses nothing. */
function log(row: z.ZodType<NationalLogEntry>) {
  return PhpList.nullable()
    .default([])
    .transform((rows) => readableRows(row, rows ?? []).readable);
}

const Data = z.looseObject({ status_name: WireText, status_logs: log(StatusLogWire) });

/** Answer of E6 (contract page, E6). One that tells nothing at all is not a report without a status: it does not parse. */
export const DetailWire = z
  .object({ results: z.object({ data: phpObject(Data), data_logs: log(LogRowWire) }) })
  .transform(({ results }) => toDetail(results.data, [...results.data_logs, ...results.data.status_logs]))
  .refine((detail) => detail.statusName !== null || detail.institutionId !== null || detail.log.length > 0);
export type DetailWire = z.infer<typeof DetailWire>;

function toDetail(data: z.infer<typeof Data>, entries: readonly NationalLogEntry[]): NationalDetail {
  const institution = readNamed([data], 'disposition');
  const facts = {
    statusName: data.status_name,
    institutionId: institution.id,
    institutionName: institution.name,
    log: sortLog(entries),
  };
  return { ...facts, fingerprint: fingerprint({ ...facts, log: facts.log.map((entry) => ({ ...entry })) }) };
}
