import { flawOf } from '../../http/flaw-of.ts';
import type { Read } from '../../http/outcome.ts';
import { readPath } from '../../http/read-path.ts';
import { saysFailure } from '../../http/says-failure.ts';
import type { LocalPage } from '../local-system.ts';
import { announcesMore } from './announces-more.ts';
import { asList } from './as-list.ts';
import { readFailed } from './read-failed.ts';
import type { RestRow } from './rest-row.ts';

const MAX_ROWS = 5000;

export interface RestPageOptions {
  /** Dotted path of the rows. */
  readonly data: string;
  readonly page: number;
  readonly pageSize: number;
  readonly readRow: (row: unknown) => RestRow;
}

/**
 * One page of rows out of an answer's JSON. An answer that says it failed, that has a bad key outside its rows, or has no
 * list where the rows belong, is `malformed` and never an empty page: an empty page would move the cursor.
 */
export function restPage(answer: unknown, options: RestPageOptions): Read<LocalPage> {
  if (saysFailure(answer)) return readFailed('malformed', 'success-false');
  const found = readPath(answer, options.data);
  const rows = asList(found);
  if (rows === null) return readFailed('malformed', 'no-data');
  const flaw = flawOf(answer, found);
  if (flaw !== null) return readFailed('malformed', flaw);
  if (rows.length > MAX_ROWS) return readFailed('malformed', 'too-many');
  const read = rows.map(options.readRow);
  return {
    ok: true,
    value: {
      reports: read.flatMap((row) => (row.ok ? [row.report] : [])),
      rejected: read.flatMap((row) => (row.ok ? [] : [row.rejected])),
      rowCount: rows.length,
      more: announcesMore(answer, { ...options, rowCount: rows.length }),
    },
  };
}
