import { type Facts, isOf } from './check-always.ts';
import { alarmsOf } from './check-ledger.ts';
import type { LocalRow } from './local-model.ts';
import { responseReferenceOf } from './reference-of.ts';

/** A name that the map does not know keeps the end that was read before it, and is told of itself. */
const ENDS: ReadonlySet<string> = new Set(['Selesai', 'Diarsipkan', 'Nama Baru']);

/** Whatever the city changed after LAPOR! had it is told to a person; a ledger that was put back does not know all of it. */
export function checkSecondThoughts({ world, national }: Facts, row: LocalRow): readonly string[] {
  if (world.plan.rates['second-thoughts'] === undefined || world.hits.has('rolled-back')) return [];
  const told = alarmsOf(world, row.localId);
  const complaints = [...national.complaints.values()].filter((complaint) => isOf(complaint, row));
  const ours = complaints.flatMap(({ answers }) => answers).filter(({ isOurs }) => isOurs);
  if (row.deletedAt !== null) {
    // What was deleted before it was ever read is nobody's, and a double that nobody knows is not told of by this.
    const number = world.database.prepare('select national_id from cases where local_id = ?').pluck().get(row.localId);
    const waits = complaints.some(({ id, statusName }) => id === number && !ENDS.has(statusName));
    return waits && !told.includes('deleted-after-filing') ? [`nobody was told that ${row.localId} is deleted`] : [];
  }
  return everAnswered(row).flatMap((id) => {
    const reference = responseReferenceOf(row.localId, id);
    const sent = ours.filter(({ text }) => text.split('\n').at(-1) === reference);
    const now = row.responses.find((response) => response.id === id);
    if (sent.length === 0) return [];
    if (now === undefined || now.internal)
      return told.includes('answer-withdrawn') ? [] : [`nobody was told that answer ${id} of ${row.localId} is hidden`];
    const isOld = now.text.startsWith('Ralat') && !sent.some(({ text }) => text.includes(now.text));
    return isOld && !told.includes('answer-edited')
      ? [`nobody was told that answer ${id} of ${row.localId} is edited`]
      : [];
  });
}

/** Ids of all answers of the city that the row ever had. */
function everAnswered({ versions }: LocalRow): readonly string[] {
  const ids = versions.flatMap(({ report }) => report.responses ?? []).filter(({ author }) => author !== 'national');
  return [...new Set(ids.map(({ id }) => id))];
}
