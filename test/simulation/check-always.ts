import type { LocalRow } from './local-model.ts';
import type { Models } from './models.ts';
import { FIRST_STATUS, type NationalComplaint } from './national-model.ts';
import { bornAs, localIdOf } from './reference-of.ts';
import { simConfig } from './sim-config.ts';
import type { SimWorld } from './sim-world.ts';

export interface Facts extends Models {
  readonly world: SimWorld;
}

/** What must hold at every moment, read from the systems' own histories. */
export function checkAlways(facts: Facts): readonly string[] {
  const { national, local } = facts;
  const ours = [...national.complaints.values()].filter((one) => one.byHandFor === null && !one.isBornThere);
  return [
    ...filedOnce(facts, ours),
    ...ours.flatMap((complaint) => privacyOf(complaint, local.rows.get(localIdOf(complaint.reference)))),
    ...[...local.rows.values()].flatMap((row) => [...answersOnce(facts, row), ...writesOf(facts, row)]),
    ...nothingSkipped(facts),
    ...bornThere(facts),
  ];
}

function filedOnce({ world, local }: Facts, ours: readonly NationalComplaint[]): readonly string[] {
  const violations: string[] = [];
  const counts = new Map<string, number>();
  for (const { reference, isPeerDouble } of ours) {
    const localId = localIdOf(reference);
    if (!local.rows.has(localId)) violations.push(`I4 phantom: ${reference}`);
    if (!isPeerDouble) counts.set(localId, (counts.get(localId) ?? 0) + 1);
  }
  for (const [localId, count] of counts) {
    if (count > 1 + world.filings.resent(localId)) violations.push(`I2 filed twice: ${localId}`);
  }
  return violations;
}

const IDENTITY = /zukrafil|wexanto|0800-?0000-?1\d{3}/i;

function privacyOf({ reference, report, answers }: NationalComplaint, row: LocalRow | undefined): readonly string[] {
  const level = row?.leastPrivacy;
  if (level === undefined) return [];
  const weakened = (level.anonymous && !report.anonymous) || (level.secret && !report.secret);
  const named = report.anonymous && IDENTITY.test(JSON.stringify(report));
  const told = level.anonymous && answers.some((answer) => answer.isOurs && IDENTITY.test(answer.text));
  return [
    ...(weakened ? [`I19 privacy weakened: ${reference}`] : []),
    ...(named ? [`I20 identity left: ${reference}`] : []),
    ...(told ? [`I20 identity left in an answer: ${reference}`] : []),
  ];
}

function answersOnce({ world }: Facts, row: LocalRow): readonly string[] {
  const refs = row.responses.flatMap(({ externalRef }) => externalRef ?? []);
  const isTwice = new Set(refs).size < refs.length && !world.hits.has('twice');
  return isTwice ? [`I2 answer written twice locally: ${row.localId}`] : [];
}

/** Every status that was written was one that LAPOR! had, and none was older than the one before (I11, I12). */
function writesOf({ world, national }: Facts, row: LocalRow): readonly string[] {
  const violations: string[] = [];
  const places = new Map<string, number>();
  for (const { nationalId, nationalStatus } of row.writes.map(({ values }) => values)) {
    const complaint = national.complaints.get(nationalId);
    if (complaint === undefined || !isOf(complaint, row)) {
      violations.push(`I7 ${row.localId} was told a number that is not its own: ${nationalId}`);
    } else if (nationalStatus !== null) {
      const story = [FIRST_STATUS, ...complaint.log.flatMap((entry) => entry.statusAfter ?? [])];
      const place = story.indexOf(nationalStatus, places.get(nationalId) ?? 0);
      if (!story.includes(nationalStatus))
        violations.push(`I12 ${row.localId} was told ${nationalStatus}, which never was`);
      else if (
        place === -1 &&
        world.plan.rates['clock-jump'] === undefined &&
        world.plan.rates['clock-leap'] === undefined
      )
        violations.push(`I11 ${row.localId} was set back to ${nationalStatus}`);
      places.set(nationalId, Math.max(place, places.get(nationalId) ?? 0));
    }
  }
  return violations;
}

/** Whether it ever was a report of the city's, or was called one with it by right. */
export function isOf(complaint: NationalComplaint, { localId, externalRef }: LocalRow): boolean {
  const { id, byHandFor, isBornThere, reference, ties, calledOne } = complaint;
  // What staff typed in their own words is anybody's.
  if (externalRef === bornAs(id)) return true;
  if (!isBornThere) return byHandFor === localId || localIdOf(reference) === localId;
  return ties.has(localId) || calledOne.has(localId);
}

/** What was born at LAPOR! is here once at most (I2), as private as there (I19), and names nobody who is hidden (I20). */
function bornThere({ national, local }: Facts): readonly string[] {
  const made = [...local.rows.values()].filter((row) => row.externalRef !== null && !row.isDouble);
  return [...national.complaints.values()].flatMap((complaint) => {
    const rows = made.filter((row) => row.externalRef === bornAs(complaint.id));
    const { anonymous, secret } = complaint.report;
    const weak = rows.filter(({ privacy }) => (anonymous && !privacy.anonymous) || (secret && !privacy.secret));
    const named = rows.filter(({ reporter }) => anonymous && IDENTITY.test(JSON.stringify(reporter)));
    return [
      ...(rows.length > 1 ? [`I2 made twice: ${complaint.id}`] : []),
      ...(rows.length > 0 && complaint.byHandFor === null && !complaint.isBornThere
        ? [`I14 made of our own: ${complaint.id}`]
        : []),
      ...weak.map(() => `I19 privacy weakened: ${complaint.id}`),
      ...named.map(() => `I20 identity made here: ${complaint.id}`),
    ];
  });
}

/** Whatever lies well behind the cursor is known, or shown as unreadable (I16). */
function nothingSkipped({ world, local }: Facts): readonly string[] {
  const cursor = world.database.prepare(`select position from cursor where stream = 'local'`).pluck().get() as
    | number
    | undefined;
  if (cursor === undefined) return [];
  const known = new Set(
    world.database
      .prepare(`select local_id from cases union select key from quarantine where side = 'local'`)
      .pluck()
      .all() as string[],
  );
  const before = cursor - simConfig(world.plan, 0).local.overlapMs;
  return (
    [...local.rows.values()]
      // Of what is deleted before it was ever read nobody needs to know.
      .filter(
        (row) =>
          row.hiddenUntil === 0 &&
          row.deletedAt === null &&
          (row.versions.at(-1)?.at ?? before) < before &&
          !known.has(row.localId),
      )
      .map((row) => `I16 the cursor passed ${row.localId}`)
  );
}
