import * as z from 'zod';
import { parseTime } from '../../report/parse-time.ts';
import type { NationalLogEntry } from '../national-system.ts';
import { fillTemplate } from './fill-template.ts';
import { LAPOR_ZONE } from './lapor-zone.ts';
import { WireText } from './text-wire.ts';

/** One row of `status_logs`: a log entry that has no id (contract page, E6). */
export const StatusLogWire = z.object({ note: WireText, timestamp: WireText }).transform(
  ({ note, timestamp }): NationalLogEntry => ({
    id: null,
    at: timestamp === null ? null : parseTime(timestamp, LAPOR_ZONE),
    text: fillTemplate(note ?? '', new Map()),
    fromInstitution: null,
    toInstitution: null,
    toInstitutionId: null,
    statusBefore: null,
    statusAfter: null,
  }),
);
export type StatusLogWire = z.infer<typeof StatusLogWire>;
