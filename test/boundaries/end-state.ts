import { toLocalRow } from '../../src/ledger/to-local-row.ts';
import { type LocalModel, type LocalRow, versionAt } from '../simulation/local-model.ts';
import type { NationalComplaint, NationalModel } from '../simulation/national-model.ts';
import type { SimWorld } from '../simulation/sim-world.ts';

export interface Ended {
  readonly world: SimWorld;
  readonly local: LocalModel;
  readonly national: NationalModel;
}

/**
 * What both systems and the ledger came to, as lines to compare: everything but times, attempts, audit, numbers that
 * depend on who came first, and how many write-backs it took.
 */
export function endState({ world, local, national }: Ended): readonly string[] {
  const answers = new Map<string, string>();
  for (const complaint of national.complaints.values()) {
    for (const answer of complaint.answers) answers.set(`lapor-followup:${answer.id}`, answer.text);
  }
  return [
    ...[...local.rows.values()].map((row) => `city ${JSON.stringify(rowOf(row, national, answers))}`),
    ...[...local.rows.values()].map((row) => `seen ${row.localId} ${isSeen(row, world)}`),
    ...[...national.complaints.values()].map((one) => `nation ${JSON.stringify(complaintOf(one))}`).sort(),
    ...LEDGER.flatMap((sql) =>
      world.database
        .prepare(sql)
        .all()
        .map((row) => `ledger ${JSON.stringify(row)}`),
    ),
  ];
}

/** The ledger knows the row as it is now. */
function isSeen(row: LocalRow, { database }: SimWorld): boolean {
  const sql = 'select local_fingerprint as seen from cases where local_id = ?';
  const found = database.prepare(sql).get(row.localId) as { seen: string } | undefined;
  const report = versionAt(row, Number.POSITIVE_INFINITY);
  return report !== null && found?.seen === toLocalRow(report).fingerprint;
}

function rowOf(row: LocalRow, national: NationalModel, answers: ReadonlyMap<string, string>): object {
  const complaint = row.nationalId === null ? undefined : national.complaints.get(row.nationalId);
  const responses = row.responses.map(({ author, text, internal, externalRef }) => ({
    author,
    text,
    internal,
    of: externalRef === null ? null : (answers.get(externalRef) ?? 'nothing'),
  }));
  return {
    id: row.localId,
    carries: complaint?.reference ?? null,
    status: row.status,
    nationalStatus: row.nationalStatus,
    responses: sorted(responses),
  };
}

function complaintOf({ reference, report, statusName, institutionId, passedTo, answers }: NationalComplaint): object {
  const { attachmentIds, ...rest } = report;
  const shown = answers.map(({ text, isOurs }) => ({ text, isOurs }));
  const files = attachmentIds.length;
  return { reference, report: rest, files, statusName, institutionId, passedTo, answers: sorted(shown) };
}

function sorted(list: readonly object[]): readonly string[] {
  return list.map((one) => JSON.stringify(one)).sort();
}

const LEDGER = [
  `select local_id, route, anonymous, secret, local_status, national_status, bridge_status, written_status, hold,
     closed_at is not null as closed, content_fingerprint from cases order by local_id`,
  `select c.local_id, d.side, d.kind, d.state, case d.kind when 'write-back' then 1 else count(*) end as count
   from delivery d join cases c on c.id = d.case_id group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
  // Which number an answer of ours has there is read back in passing, or not.
  `select c.local_id, m.origin, m.internal, m.local_id is not null as here, m.fingerprint
   from message m join cases c on c.id = m.case_id order by 1, 2, 3, 4, 5`,
  'select side, key from quarantine order by side, key',
] as const;
