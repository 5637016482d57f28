import type { Models } from './models.ts';

/** How much was ever written to both systems, as text to compare. */
export function writesOf({ local, national }: Models): string {
  const rows = [...local.rows.values()];
  const complaints = [...national.complaints.values()];
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return JSON.stringify({
    filed: complaints.length,
    made: rows.length,
    answers: sum(complaints.map((one) => one.answers.length)),
    rejects: sum(complaints.map((one) => one.passedTo.length)),
    writes: sum(rows.map((row) => row.writes.length)),
    responses: sum(rows.map((row) => row.responses.length)),
  });
}
