import { namesIn } from './bind-statement.ts';
import { type Belongings, contractRow, meantRow } from './contract-row.ts';
import type { Known } from './create-catalog.ts';
import type { SqlRow, SqlSession } from './create-connections.ts';
import { READ_NUMBERS, READ_REFERENCES } from './side-tables.ts';
import { toIdValue } from './to-id-value.ts';

/** Rows of reports with everything that belongs to them, as the contract's JSON. */
export async function readBelongings(
  session: SqlSession,
  { statements, hasSideTables }: Known,
  given: { readonly rows: readonly SqlRow[]; readonly isDoubleEncoded: boolean },
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const meant = (row: SqlRow) => (given.isDoubleEncoded ? meantRow(row) : row);
  const ids = given.rows.flatMap(({ id = null }) => (id === null ? [] : [id]));

  async function of(sql: string | null): Promise<ReadonlyMap<string, readonly SqlRow[]>> {
    if (sql === null || ids.length === 0) return new Map();
    const values = ids.map((id) => toIdValue(id, statements.idIsInteger));
    if (namesIn(sql).has('report_ids') || !namesIn(sql).has('report_id')) {
      const { rows } = await session.run(sql, { report_ids: values });
      return byReport(rows.map(meant));
    }
    const byId = new Map<string, readonly SqlRow[]>();
    for (const [index, id] of ids.entries()) {
      const { rows } = await session.run(sql, { report_id: values[index] ?? null });
      byId.set(id, rows.map(meant));
    }
    return byId;
  }

  const responses = await of(statements.responses);
  const attachments = await of(statements.attachments);
  const numbers = await of(hasSideTables ? READ_NUMBERS : null);
  const references = await of(hasSideTables ? READ_REFERENCES : null);
  return given.rows.map((row) => {
    const id = row.id ?? '';
    const belongings: Belongings = {
      responses: responses.get(id) ?? [],
      attachments: attachments.get(id) ?? [],
      numbers: numbers.get(id)?.[0],
      references: new Map((references.get(id) ?? []).map((one) => [one.tanggapan_id ?? '', one.external_ref ?? ''])),
    };
    return contractRow(meant(row), belongings);
  });
}

function byReport(rows: readonly SqlRow[]): ReadonlyMap<string, readonly SqlRow[]> {
  const groups = new Map<string, SqlRow[]>();
  for (const row of rows) {
    const id = row.report_id ?? row.pengaduan_id ?? '';
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  return groups;
}
