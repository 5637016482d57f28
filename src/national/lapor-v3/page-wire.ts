import * as z from 'zod';
import { PhpList } from './php-list-wire.ts';
import { phpObject } from './php-object.ts';

const Page = z
  .object({ data: PhpList, next_page_url: z.union([z.string(), z.literal(false)]).nullish() })
  .transform(({ data, next_page_url }) => ({ rows: data, more: Boolean(next_page_url) }));

/** PHP's way to say that a report has nothing of the kind. Any other shape without `data` is not an empty page. */
const Nothing = z.strictObject({}).transform(() => ({ rows: [], more: false }));

/**
 * One page of E1 or E7. `next_page_url` only tells that more follows; it is never fetched, since its host is not to be
 * trusted with credentials (contract page, "Paging").
 */
export const PageWire = z.object({ results: phpObject(z.union([Nothing, Page])) }).transform(({ results }) => results);
export type PageWire = z.infer<typeof PageWire>;
