import { type Facts, isOf } from './check-always.ts';
import { alarmsOf } from './check-ledger.ts';
import type { LocalRow } from './local-model.ts';
import type { NationalComplaint } from './national-model.ts';
import { bornAs, localIdOf } from './reference-of.ts';
import type { SimWorld } from './sim-world.ts';

/** Whether a complaint is what a report of the city is at LAPOR! by now: its own, or one that it is linked to. */
export function standsFor(world: SimWorld, complaint: NationalComplaint, row: LocalRow): boolean {
  if (!isOf(complaint, row)) return false;
  return !complaint.isBornThere || row.externalRef === bornAs(complaint.id) || numberOf(world, row) === complaint.id;
}

/** The other one is here, too, as a report of its own, and a person was told that nobody carries answers from one to the other. */
export function isKeptBack({ world, national }: Facts, row: LocalRow): boolean {
  if (numberOf(world, row) !== null) return false;
  return [...national.complaints.values()].some((complaint) => isLinkedAsTwo(world, complaint, row));
}

/** What was born at LAPOR! is not made here where a report of the city is the same one. */
export function isKnownAsTwin({ world, local }: Facts, complaint: NationalComplaint): boolean {
  const rows = [...complaint.ties.keys()].flatMap((localId) => local.rows.get(localId) ?? []);
  return rows.some(
    (row) =>
      numberOf(world, row) === complaint.id ||
      (isLinkedAsTwo(world, complaint, row) && numberOf(world, row) !== null) ||
      (row.reusedAt !== null && alarmsOf(world, row.localId).includes('id-reused')),
  );
}

function isLinkedAsTwo(world: SimWorld, { id, ties }: NationalComplaint, row: LocalRow): boolean {
  if (!ties.has(row.localId) || !alarmsOf(world, row.localId).includes('twin')) return false;
  return saidInLedger(world, row, id) === 'linked';
}

/** What must hold of two reports of one matter, and of two that only sound alike, in the end. */
export function checkTwins(facts: Facts): readonly string[] {
  const { national, local } = facts;
  const born = [...national.complaints.values()].filter(({ isBornThere }) => isBornThere);
  return born.flatMap((complaint) =>
    [...local.rows.values()].flatMap((row) => [
      ...taken(facts, complaint, row),
      ...missed(facts, complaint, row),
      ...unlinked(facts, complaint, row),
    ]),
  );
}

/** What has the number of another is not filed besides, and what is not of one matter is never taken for it for good. */
function taken({ world, national }: Facts, complaint: NationalComplaint, row: LocalRow): readonly string[] {
  if (numberOf(world, row) !== complaint.id || row.externalRef === bornAs(complaint.id) || row.reusedAt !== null)
    return [];
  if (!complaint.ties.has(row.localId))
    return [`I7 ${row.localId} has the number of ${complaint.id}, which is not its own`];
  const since = row.versions.find(({ report }) => report.nationalId === complaint.id)?.at ?? Number.POSITIVE_INFINITY;
  const again = [...national.complaints.values()].filter(
    ({ byHandFor, isBornThere, reference, filedAt }) =>
      byHandFor === null && !isBornThere && localIdOf(reference) === row.localId && filedAt > since,
  );
  return again.length > 0 && !complaint.said.has(row.localId)
    ? [`I2 ${row.localId} was filed again, though it is there as ${complaint.id}`]
    : [];
}

/**
 * One report beyond doubt is linked, or a person was asked: it is not simply on both sides twice. A clock that is decades ahead
 * takes all reports for too old to be compared.
 */
function missed(facts: Facts, complaint: NationalComplaint, row: LocalRow): readonly string[] {
  const { world, local, national } = facts;
  if (complaint.ties.get(row.localId) !== 'certain' || world.plan.rates.list === undefined) return [];
  const isMade = [...local.rows.values()].some(({ externalRef }) => externalRef === bornAs(complaint.id));
  const isFiled = [...national.complaints.values()].some(
    ({ isBornThere, reference }) => !isBornThere && localIdOf(reference) === row.localId,
  );
  const isDisturbed =
    row.reusedAt !== null || row.deletedAt !== null || ['rolled-back', 'clock-leap'].some((one) => world.hits.has(one));
  if (!isMade || !isFiled || isDisturbed || hasOtherTwin(facts, complaint, row)) return [];
  return saidInLedger(world, row, complaint.id) === null
    ? [`0025 nobody saw that ${row.localId} and ${complaint.id} are one`]
    : [];
}

/** Where nothing but twins goes wrong, and nobody ever took either for another, nobody needs to be asked. */
function unlinked({ world, national }: Facts, complaint: NationalComplaint, row: LocalRow): readonly string[] {
  const isCalm = Object.keys(world.plan.rates).every((family) => family === 'twins' || family === 'list');
  const twins = [...national.complaints.values()].filter(
    ({ ties, byHandFor }) => ties.has(row.localId) || byHandFor === row.localId,
  );
  if (!isCalm || complaint.ties.get(row.localId) !== 'certain' || twins.length > 1) return [];
  if (world.plan.rates.list === undefined || complaint.said.size > 0) return [];
  if ([...national.complaints.values()].some(({ calledOne }) => calledOne.has(row.localId))) return [];
  return saidInLedger(world, row, complaint.id) === 'linked'
    ? []
    : [`0025 nobody linked ${row.localId} with ${complaint.id}, which it is for certain`];
}

/** Linked to a third, either of them is nobody's twin any more. */
function hasOtherTwin({ world }: Facts, { id }: NationalComplaint, { localId }: LocalRow): boolean {
  const linked = world.database
    .prepare(
      `select count(*) from history h join cases c on c.id = h.case_id where h.event = 'twin-linked'
       and (c.local_id = ? or json_extract(h.data, '$.nationalId') = ?)`,
    )
    .pluck()
    .get(localId, id);
  return linked !== 0;
}

function numberOf({ database }: SimWorld, { localId }: LocalRow): string | null {
  const number = database.prepare('select national_id from cases where local_id = ?').pluck().get(localId);
  return (number as string | null | undefined) ?? null;
}

/** What the ledger holds of two reports. */
function saidInLedger({ database }: SimWorld, { localId }: LocalRow, nationalId: string): string | null {
  const state = database
    .prepare('select t.state from twin t join cases c on c.id = t.case_id where c.local_id = ? and t.national_id = ?')
    .pluck()
    .get(localId, nationalId);
  return (state as string | undefined) ?? null;
}
