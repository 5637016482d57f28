import { type Answer, jsonAnswer } from './answer.ts';
import { wholeNumber } from './whole-number.ts';

/** How rows are shown page by page. */
export interface PageOptions<Row> {
  readonly query: URLSearchParams;
  /** Of the call, for `next_page_url`. */
  readonly path: string;
  /** Rows on a page. */
  readonly size: number;
  readonly render: (row: Row) => unknown;
}

/**
 * The page of `rows` that the query asks for. `next_page_url` names another host on purpose: it only tells that more
 * follows, and must not be fetched (LAPOR! contract, "Paging").
 */
export function nationalPage<Row>(rows: readonly Row[], { query, path, size, render }: PageOptions<Row>): Answer {
  const page = wholeNumber(query.get('page'), 1);
  const data = rows.slice((page - 1) * size, page * size).map(render);
  const hasMore = rows.length > page * size;
  const nextPageUrl = hasMore ? `http://lapor-dalam.invalid${path}?page=${page + 1}` : null;
  return jsonAnswer(200, { results: { data, next_page_url: nextPageUrl }, message: 'Success' });
}
