import { readPath } from '../../http/read-path.ts';

export interface PageFacts {
  /** Number of the page that was asked for, from 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly rowCount: number;
  /** Dotted path of the rows in the answer. */
  readonly data: string;
}

/**
 * Whether an answer announces a further page: by `meta.last_page`, else by `links.next`, else by being as long as a page
 * is (local contract, section 1). Laravel's plain paginator has the numbers of `meta` beside the rows; both places count.
 * `total` is not looked at: it is often wrong, and nothing depends on it.
 */
export function announcesMore(answer: unknown, { page, pageSize, rowCount, data }: PageFacts): boolean {
  const places = [readPath(answer, 'meta'), besideRows(answer, data)];
  const number = (name: string) =>
    places.map((place) => wholeNumber(readPath(place, name))).find((found) => found !== null);

  const lastPage = number('last_page');
  if (lastPage !== undefined) return (number('current_page') ?? page) < lastPage;
  const next = readPath(answer, 'links.next');
  if (next !== undefined) return next !== null && next !== '' && next !== false;
  // An application may have its own idea of how long a page is; a page of that length is not a short one.
  return rowCount >= Math.min(pageSize, number('per_page') || pageSize);
}

function besideRows(answer: unknown, data: string): unknown {
  const dot = data.lastIndexOf('.');
  return dot === -1 ? answer : readPath(answer, data.slice(0, dot));
}

function wholeNumber(value: unknown): number | null {
  const isNumber = typeof value === 'number' || typeof value === 'string';
  return isNumber && /^\d{1,9}$/.test(String(value)) ? Number(value) : null;
}
