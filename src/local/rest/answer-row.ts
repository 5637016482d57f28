import { readPath } from '../../http/read-path.ts';
import { asList } from './as-list.ts';

/**
 * The one row of an answer: at the path of the rows, alone or as the only item of a list; or one step above, where a
 * paginator wraps lists and nothing else (`data.data`). `undefined`: there is none.
 */
export function answerRow(answer: unknown, data: string): object | undefined {
  const above = data.slice(0, Math.max(0, data.lastIndexOf('.')));
  return oneRow(readPath(answer, data)) ?? (above === '' ? undefined : oneRow(readPath(answer, above)));
}

function oneRow(value: unknown): object | undefined {
  const list = asList(value);
  const row = list === null ? value : list.length === 1 ? list[0] : undefined;
  return typeof row === 'object' && row !== null ? row : undefined;
}
