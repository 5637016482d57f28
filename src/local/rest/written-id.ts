import { readPath } from '../../http/read-path.ts';
import { answerRow } from './answer-row.ts';
import type { RestLocalOptions } from './rest-local-options.ts';
import { IdValue } from './value-wire.ts';

/** The id of the response that an answer to a write names; `null` where it names none that could be used. */
export function writtenId(answer: unknown, { data, fields }: Pick<RestLocalOptions, 'data' | 'fields'>): string | null {
  const id = readPath(answerRow(answer, data), fields['tanggapan.id'] ?? 'id');
  return IdValue.safeParse(id).data ?? null;
}
