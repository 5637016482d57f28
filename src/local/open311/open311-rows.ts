import type * as z from 'zod';
import { firstIssue } from '../../http/first-issue.ts';
import { flawOf } from '../../http/flaw-of.ts';
import type { Read } from '../../http/outcome.ts';
import { readPath } from '../../http/read-path.ts';
import type { JsonValue } from '../../report/canonical-json.ts';
import { fingerprint } from '../../report/fingerprint.ts';
import type { RejectedRow } from '../../report/rejected-row.ts';
import { asList } from '../rest/as-list.ts';
import { readFailed } from '../rest/read-failed.ts';
import { IdValue } from '../rest/value-wire.ts';
import { readMark } from './marked-text.ts';

export type Open311List = 'services' | 'service_requests' | 'service_request_updates';

/** The rows of an answer that could be read, by their ids, and those that could not. */
export interface Open311Rows<Row> {
  readonly rows: ReadonlyMap<string, Row>;
  readonly rejected: readonly RejectedPart[];
  /** Rows of the answer, readable or not. */
  readonly count: number;
}

/** A row that could not be read, and the request that it is of or belongs to, where that could. */
export interface RejectedPart extends RejectedRow {
  readonly requestId: string | null;
  /** Of its text (`readMark`). */
  readonly mark: string | null;
}

const ID_NAMES = {
  services: 'service_code',
  service_requests: 'service_request_id',
  service_request_updates: 'update_id',
};

/**
 * Rows out of an answer's JSON: a bare list, as the specification has it, or one under its name, as FixMyStreet writes it.
 * Anything else is `malformed` and never an empty list.
 */
export function open311Rows<Row>(answer: unknown, list: Open311List, schema: z.ZodType<Row>): Read<Open311Rows<Row>> {
  const found = asList(answer) ?? asList(readPath(answer, list));
  if (found === null) return readFailed('malformed', 'no-data');
  const flaw = flawOf(answer, found);
  if (flaw !== null) return readFailed('malformed', flaw);
  const rows = new Map<string, Row>();
  const rejected: RejectedPart[] = [];
  for (const row of found) {
    const id = IdValue.safeParse(readPath(row, ID_NAMES[list])).data ?? null;
    const bad = flawOf(row);
    const parsed = bad === null ? schema.safeParse(row) : null;
    if (parsed?.success === true && id !== null) rows.set(id, parsed.data);
    else {
      // Parsed JSON holds nothing that JSON could not but `TWO_VALUES`, which this leaves out.
      const hash = fingerprint(JSON.parse(JSON.stringify(row) ?? 'null') as JsonValue);
      const why = parsed?.error === undefined ? { path: '', reason: bad ?? 'bad-id' } : firstIssue(parsed.error);
      const requestId = IdValue.safeParse(readPath(row, 'service_request_id')).data ?? null;
      const text = readPath(row, 'description');
      const mark = typeof text === 'string' ? readMark(text).mark : null;
      rejected.push({ key: id ?? hash, path: why.path, reason: why.reason, fingerprint: hash, requestId, mark });
    }
  }
  return { ok: true, value: { rows, rejected, count: found.length } };
}
