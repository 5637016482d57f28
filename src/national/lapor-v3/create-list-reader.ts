import { DateTime } from 'luxon';
import type { Clock } from '../../clock.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { Read } from '../../http/outcome.ts';
import { readJson } from '../../http/read-json.ts';
import { saysFailure } from '../../http/says-failure.ts';
import type { NationalListPage, NationalListQuery, NationalSystem } from '../national-system.ts';
import type { LaporV3Options } from './lapor-v3-options.ts';
import { LAPOR_ZONE } from './lapor-zone.ts';
import { listedReader } from './listed-wire.ts';
import { PageWire } from './page-wire.ts';
import { parseWire } from './parse-wire.ts';

interface ListParts {
  readonly client: HttpClient;
  readonly options: Pick<LaporV3Options, 'paths' | 'list'>;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

const PAGE_SIZE = 100;
const ROWS_MAX = 5_000;

/**
 * Reads the optional list page by page (contract page, "The optional list"). A row that does not fit is rejected on its
 * own; an answer that is no list is `malformed` and never an empty page, which would prove that a report is not there.
 */
export function createListReader({ client, options, clock, random }: ListParts): NationalSystem['listInbox'] {
  const path = options.paths.list;
  if (path === null) return null;
  const readRow = listedReader(options.list.fields);

  return async ({ institutionId, sinceMs, page }: NationalListQuery, stop): Promise<Read<NationalListPage>> => {
    const query = {
      ...(institutionId === null ? {} : { institution_id: institutionId }),
      updated_since: isoTime(sinceMs),
      page,
      page_size: PAGE_SIZE,
    };
    const answer = await readJson({ client, request: { path, query, stop }, clock, random });
    if (answer.ok && saysFailure(answer.value)) return malformed('success-false');
    const read = parseWire(PageWire, answer);
    if (!read.ok) return read;
    if (read.value.rows.length > ROWS_MAX) return malformed('too-many');
    const rows = read.value.rows.map(readRow);
    return {
      ok: true,
      value: {
        reports: rows.flatMap((row) => (row.ok ? [row.report] : [])),
        rejected: rows.flatMap((row) => (row.ok ? [] : [row.rejected])),
        more: read.value.more,
      },
    };
  };
}

/** Cut to the second, downwards, because LAPOR! writes its times to the second. */
function isoTime(ms: number): string {
  const time = DateTime.fromMillis(Math.max(0, ms), { zone: LAPOR_ZONE, locale: 'en' });
  if (!time.isValid) throw new RangeError(`no such time: ${ms}`);
  return time.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

function malformed(detail: string): Read<never> {
  return { ok: false, failure: { kind: 'malformed', status: null, detail, retryAfterMs: null } };
}
