import { flawOf } from '../../http/flaw-of.ts';
import type { Read } from '../../http/outcome.ts';
import { saysFailure } from '../../http/says-failure.ts';
import type { Report } from '../../report/report.ts';
import { answerRow } from './answer-row.ts';
import { readFailed } from './read-failed.ts';
import type { RestRow } from './rest-row.ts';

export interface RestDetailOptions {
  /** Dotted path of rows in an answer. */
  readonly data: string;
  readonly localId: string;
  readonly readRow: (row: unknown) => RestRow;
}

/** The report that an answer to `GET /pengaduan/{id}` holds. Another report than the one asked for is `malformed`. */
export function restDetail(answer: unknown, { data, localId, readRow }: RestDetailOptions): Read<Report> {
  if (saysFailure(answer)) return readFailed('malformed', 'success-false');
  const found = answerRow(answer, data);
  if (found === undefined) return readFailed('malformed', 'no-data');
  const flaw = flawOf(answer, found);
  if (flaw !== null) return readFailed('malformed', flaw);
  const row = readRow(found);
  if (!row.ok) return readFailed('malformed', 'bad-row');
  return row.report.localId === localId ? { ok: true, value: row.report } : readFailed('malformed', 'other-id');
}
