import { DateTime } from 'luxon';
import type * as z from 'zod';
import type { Clock } from '../../clock.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { Read } from '../../http/outcome.ts';
import { readJson } from '../../http/read-json.ts';
import type { AskSpan } from './create-window-reader.ts';
import type { Open311LocalOptions } from './open311-local-options.ts';
import { type Open311List, type Open311Rows, open311Rows } from './open311-rows.ts';

export interface Open311Deps {
  /** Its base URL is that of the options; it knows their `attachmentHosts`. */
  readonly client: HttpClient;
  readonly options: Open311LocalOptions;
  readonly clock: Clock;
  /** Uniform in [0, 1): spreads repeated reads. */
  readonly random: () => number;
}

export interface Query<Row> {
  readonly path: string;
  readonly list: Open311List;
  readonly schema: z.ZodType<Row>;
  readonly query?: Readonly<Record<string, string>>;
}

/** The reads of GeoReport v2, in JSON. */
export interface Open311Client {
  get<Row>(query: Query<Row>, stop: AbortSignal): Promise<Read<Open311Rows<Row>>>;
  /** The same, of a span of time. */
  asker<Row>(query: Omit<Query<Row>, 'query'>): AskSpan<Row>;
}

/** Sends what every call has: the jurisdiction. Some servers refuse whatever else the specification does not name. */
export function open311Client({ client, options, clock, random }: Open311Deps): Open311Client {
  const common: Readonly<Record<string, string>> =
    options.jurisdictionId === null ? {} : { jurisdiction_id: options.jurisdictionId };

  async function get<Row>({ path, list, schema, query = {} }: Query<Row>, stop: AbortSignal) {
    const request = { path, query: { ...common, ...query }, stop };
    const read = await readJson({ client, clock, random, request, keepFlaws: true });
    return read.ok ? open311Rows(read.value, list, schema) : read;
  }

  return {
    get,
    asker:
      (query) =>
      ({ from, to, page }, stop) => {
        const times = { start_date: w3Time(from), end_date: w3Time(to) };
        return get({ ...query, query: page === null ? times : { ...times, page: String(page) } }, stop);
      },
  };
}

/** As the specification wants a time, to the second: `2026-07-31T05:00:00Z`. */
export function w3Time(ms: number): string {
  return DateTime.fromMillis(ms, { zone: 'utc', locale: 'en' }).toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
