import type { Catalog, Known } from './create-catalog.ts';
import type { SqlRow, SqlSession } from './create-connections.ts';
import { nextPosition } from './scan-position.ts';
import type { Scan } from './start-scan.ts';
import { toIdValue } from './to-id-value.ts';

/** What a page is read with. */
export interface RowsDeps {
  readonly session: SqlSession;
  readonly catalog: Catalog;
  readonly pageSize: number;
}

/** The rows of one page; the scan then knows where the next begins. `null`: the statement shows no way to it. */
export async function readRows(
  deps: RowsDeps,
  { statements }: Known,
  scan: Scan,
): Promise<{ readonly rows: readonly SqlRow[]; readonly more: boolean } | null> {
  const { session, catalog, pageSize } = deps;
  const position = scan.positions.at(-1);
  if (position === undefined || statements.reports === null) return null;
  const { since, afterId } = position;
  const { rows, integers } = await session.run(statements.reports, {
    since,
    after_id: afterId === '' && statements.idIsInteger ? 0 : toIdValue(afterId, statements.idIsInteger),
    limit: pageSize,
  });
  if (integers.has('id')) catalog.learn({ idIsInteger: true });
  const next = nextPosition({ rows, position, limit: pageSize, order: statements.order, before: scan.before });
  if (next.type === 'no-way') return null;
  if (next.type === 'by-change') {
    catalog.learn({ order: 'by-change' });
    scan.positions.splice(-1, 1, next.position);
    const now = await catalog.read(session);
    return now === null ? null : await readRows(deps, now, scan);
  }
  scan.before = rows;
  if (next.type === 'page') scan.positions.push(next.position);
  return { rows, more: next.type === 'page' };
}
