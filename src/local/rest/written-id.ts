import { ownField } from '../../http/own-field.ts';
import { readPath } from '../../http/read-path.ts';
import { answerRow } from './answer-row.ts';
import type { RestLocalOptions } from './rest-local-options.ts';
import { IdValue } from './value-wire.ts';

/**
 * The id of the new row that an answer to a write names; `null` where it names none that could be used and says that it
 * was written; `undefined` where it says neither: an application that broke down on the way may well answer 200 with
 * nothing, and what was written is found by its reference.
 */
export function writtenId(
  answer: unknown,
  row: 'report' | 'response',
  { data, fields }: Pick<RestLocalOptions, 'data' | 'fields'>,
): string | null | undefined {
  const id = readPath(answerRow(answer, data), fields[row === 'report' ? 'id' : 'tanggapan.id'] ?? 'id');
  return IdValue.safeParse(id).data ?? (ownField(answer, 'success') === undefined ? undefined : null);
}
