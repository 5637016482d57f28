import type { Read } from '../../http/outcome.ts';
import { formatLocalTime } from '../../report/format-time.ts';
import type { Report } from '../../report/report.ts';
import type { LocalPage } from '../local-system.ts';
import { readFailed } from '../rest/read-failed.ts';
import { restRowReader } from '../rest/rest-row.ts';
import type { Ask } from './create-ask.ts';
import type { Catalog, Known } from './create-catalog.ts';
import type { SqlRow, SqlSession } from './create-connections.ts';
import type { MysqlLocalOptions } from './mysql-local-options.ts';
import { readBelongings } from './read-belongings.ts';
import { readRows } from './read-rows.ts';
import { FIND_REFERENCE } from './side-tables.ts';
import { type Scan, startScan } from './start-scan.ts';
import { toIdValue } from './to-id-value.ts';
import { toLocalPage } from './to-local-page.ts';

export interface ReportReaderDeps {
  readonly ask: Ask;
  readonly catalog: Catalog;
  readonly options: Pick<MysqlLocalOptions, 'pageSize' | 'zone' | 'address'>;
}

interface Rows {
  readonly rows: readonly SqlRow[];
  readonly more: boolean;
}

export interface ReportReader {
  readPage(query: { readonly sinceMs: number; readonly page: number }, stop: AbortSignal): Promise<Read<LocalPage>>;
  readReport(localId: string, stop: AbortSignal): Promise<Read<Report | null>>;
  findByExternalRef(externalRef: string, stop: AbortSignal): Promise<Read<readonly Report[]>>;
}

/** Before every time that a DATETIME can hold. */
const NEVER = '1000-01-01 00:00:00';
/** More than any table has: `LIMIT` of a search through all of it. */
const ALL = 1_000_000_000;

/** Reads reports, with their answers, out of the database. Each call is one request of the side's limits, in one session. */
export function createReportReader({ ask, catalog, options }: ReportReaderDeps): ReportReader {
  const { pageSize, zone } = options;
  const readRow = restRowReader({ fields: {}, zone });
  const scans = new Map<number, Scan>();

  async function toPage(session: SqlSession, known: Known, { rows, more }: Rows): Promise<LocalPage> {
    const complete = await readBelongings(session, known, { rows, isDoubleEncoded: options.address.isDoubleEncoded });
    return toLocalPage(complete, { readRow, more });
  }

  async function readPage(
    { sinceMs, page }: { readonly sinceMs: number; readonly page: number },
    stop: AbortSignal,
  ): Promise<Read<LocalPage>> {
    return await ask<LocalPage>(stop, async (session) => {
      const known = page === 1 ? await catalog.refresh(session) : await catalog.read(session);
      if (known === null) return readFailed('malformed', 'no-table');
      const since = sinceMs <= 0 ? NEVER : formatLocalTime(sinceMs, zone);
      const scan = startScan(scans, { sinceMs, page, since });
      // After a restart the pages before are gone through anew: where they end is written down nowhere.
      for (;;) {
        const asked = scan.positions.length;
        const read = await readRows({ session, catalog, pageSize }, (await catalog.read(session)) ?? known, scan);
        if (read === null) return readFailed('malformed', 'no-paging');
        if (asked === page) return { ok: true, value: await toPage(session, known, read) };
        if (!read.more) return { ok: true, value: { reports: [], rejected: [], rowCount: 0, more: false } };
      }
    });
  }

  async function readOne(session: SqlSession, localId: string): Promise<Read<Report | null>> {
    const known = await catalog.read(session);
    if (known === null) return readFailed('malformed', 'no-table');
    const { reports, report, idIsInteger } = known.statements;
    const id = toIdValue(localId, idIsInteger);
    const { rows } =
      report === null
        ? await session.run(`SELECT * FROM (${withoutEnd(reports ?? '')}) AS jembatan_list WHERE id = :report_id`, {
            since: NEVER,
            after_id: idIsInteger ? 0 : '',
            limit: ALL,
            report_id: id,
          })
        : await session.run(report, { report_id: id });
    if (rows.length === 0) return { ok: true, value: null };
    const page = await toPage(session, known, { rows: rows.slice(0, 1), more: false });
    const [found] = page.reports;
    if (found === undefined) return readFailed('malformed', 'bad-row');
    return found.localId === localId ? { ok: true, value: found } : readFailed('malformed', 'other-id');
  }

  return {
    readPage,
    readReport: (localId, stop) => ask(stop, (session) => readOne(session, localId)),
    async findByExternalRef(externalRef, stop) {
      return await ask<readonly Report[]>(stop, async (session) => {
        const known = await catalog.refresh(session);
        if (known === null) return readFailed('malformed', 'no-table');
        const sql = known.statements.findByExternalRef ?? (known.hasSideTables ? FIND_REFERENCE : null);
        // Where no place is kept for references none was ever written.
        if (sql === null) return { ok: true, value: [] };
        const { rows } = await session.run(sql, { external_ref: externalRef });
        const found: Report[] = [];
        for (const { id = null } of rows) {
          const read = id === null ? readFailed('malformed', 'bad-row') : await readOne(session, id);
          if (!read.ok) return read;
          if (read.value !== null) found.push(read.value);
        }
        return { ok: true, value: found };
      });
    },
  };
}

/** A statement without its semicolon, so that it can stand in another. */
function withoutEnd(sql: string): string {
  return sql.replace(/[;\s]+$/, '');
}
