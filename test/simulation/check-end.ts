import { type Facts, isOf } from './check-always.ts';
import { alarmsOf, checkLedger, notAtRest } from './check-ledger.ts';
import { checkSecondThoughts } from './check-second-thoughts.ts';
import { checkTwins, isKeptBack, isKnownAsTwin, standsFor } from './check-twins.ts';
import type { LocalRow } from './local-model.ts';
import type { NationalComplaint } from './national-model.ts';
import { bornAs, numberIn, responseReferenceOf } from './reference-of.ts';

/** What must hold once both systems answer again and a person settled what only a person can. */
export function checkEnd(facts: Facts): readonly string[] {
  return [
    ...notAtRest(facts.world),
    ...madeHere(facts),
    ...[...facts.local.rows.values()].flatMap((row) => [...arrived(facts, row), ...mirrored(facts, row)]),
    ...thought(facts),
    ...checkTwins(facts),
    ...[...facts.national.complaints.values()].flatMap((complaint) => givenBack(facts, complaint)),
    ...checkLedger(facts.world),
  ];
}

/**
 * True where nothing is left to do, as far as both systems and the ledger's deliveries show. What was given back from its end
 * is seen within a day, as an ended report is asked for once a day.
 */
export function isAtRest(facts: Facts): boolean {
  const returned = [...facts.national.complaints.values()].flatMap((complaint) => givenBack(facts, complaint));
  if ([notAtRest(facts.world), madeHere(facts), thought(facts), returned].some(({ length }) => length > 0))
    return false;
  return [...facts.local.rows.values()].every(
    (row) => arrived(facts, row).length === 0 && mirrored(facts, row).length === 0,
  );
}

/** What was given back last of all is passed on or a person is told of it, is not closed, and goes nowhere twice (0034). */
function givenBack(
  { world, national }: Facts,
  { id, givenBackAt, log, passedTo }: NationalComplaint,
): readonly string[] {
  const places = new Set(passedTo);
  const pingPong = places.size > 3 ? [`${id} was passed on to ${passedTo}`] : [];
  if (givenBackAt === null || log.slice(givenBackAt).some(isOthersAct)) return pingPong;
  const known = world.database
    .prepare('select local_id as localId, closed_at as closedAt from cases where national_id = ?')
    .get(id) as { localId: string | null; closedAt: number | null } | undefined;
  if (known?.localId == null) return pingPong;
  if (cannotBeTold(world, { id, log, givenBackAt })) return pingPong;
  const alarms = alarmsOf(world, known.localId);
  // Nothing more of a deleted one leaves; a person is told of that.
  const isTold = alarms.includes('returned') || alarms.includes('deleted-after-filing');
  const wentOn = log.slice(givenBackAt).some(({ toInstitutionId }) => toInstitutionId !== null);
  return [
    ...pingPong,
    ...(known.closedAt === null ? [] : [`0034 closed, though given back: ${id}`]),
    ...(isTold || wentOn || national.complaints.get(id)?.isBornThere === true ? [] : [`0034 nobody was told of ${id}`]),
  ];
}

/** Of one that somebody else filed, never verified: the log does not tell whether it comes to the city for the first time. */
function cannotBeTold(
  world: Facts['world'],
  { id, log, givenBackAt }: Pick<NationalComplaint, 'id' | 'log'> & { readonly givenBackAt: number },
): boolean {
  const filed = world.database
    .prepare(
      `select count(*) from delivery d join cases c on c.id = d.case_id
       where c.national_id = ? and d.kind = 'create' and d.attempts > 0`,
    )
    .pluck()
    .get(id);
  const until = log.slice(0, givenBackAt);
  const last = until.at(-1);
  const wasElsewhere = until.some(({ toInstitutionId: to }) => to !== null && to !== last?.toInstitutionId);
  return filed === 0 && !wasElsewhere && until.every(({ statusBefore }) => saysNothing(statusBefore));
}

/** Not verified, or a name that the map does not know. */
function saysNothing(statusBefore: string | null): boolean {
  return statusBefore === null || statusBefore === 'Belum Terverifikasi' || statusBefore === 'Nama Baru';
}

function isOthersAct({ statusAfter }: NationalComplaint['log'][number]): boolean {
  return statusAfter !== null;
}

/** Of what the city changed since, a person was told: but for reports that were reused or doubled. */
function thought(facts: Facts): readonly string[] {
  const rows = [...facts.local.rows.values()].filter((row) => !isSpare(facts, row) && !isReused(facts, row));
  return rows.flatMap((row) => checkSecondThoughts(facts, row));
}

/** What was born at LAPOR! is here, where a list shows it. */
function madeHere(facts: Facts): readonly string[] {
  const { local, national, world } = facts;
  if (world.plan.rates.list === undefined) return [];
  const made = new Set([...local.rows.values()].filter((row) => !isSpare(facts, row)).map((row) => row.externalRef));
  return (
    [...national.complaints.values()]
      .filter(
        (complaint) => complaint.isBornThere && !made.has(bornAs(complaint.id)) && !isKnownAsTwin(facts, complaint),
      )
      // Passed on under a link that was lost with its ledger, it is in no list of the city's any more.
      .filter(({ passedTo }) => passedTo.length === 0 || !world.hits.has('rolled-back'))
      .map(({ id }) => `I1 lost: complaint ${id}`)
  );
}

function arrived(facts: Facts, row: LocalRow): readonly string[] {
  const { national, world } = facts;
  if (isSpare(facts, row) || isReused(facts, row) || row.deletedAt !== null) return [];
  const complaints = [...national.complaints.values()].filter((complaint) => isOf(complaint, row));
  if (isKeptBack(facts, row)) return [];
  if (!complaints.some((complaint) => standsFor(world, complaint, row))) return [`I1 lost: report ${row.localId}`];
  const ours = complaints.flatMap((complaint) => complaint.answers).filter((answer) => answer.isOurs);
  // An older ledger does not know that a link was taken back, and answers there once more: the row's number tells a person.
  const isForgotten = world.hits.has('rolled-back') && complaints.some(({ said }) => said.get(row.localId) === 'two');
  const owed = row.responses.filter(
    ({ author, internal, text }) => author !== 'national' && !internal && text.trim() !== '',
  );
  return owed.flatMap(({ id }) => {
    const reference = responseReferenceOf(row.localId, id);
    const parts = ours.filter((answer) => answer.text.split('\n').at(-1) === reference);
    const numbers = parts.map((part) => /^\((\d+)\/(\d+)\)/.exec(part.text)?.slice(1, 3).join('/') ?? '1/1');
    const total = Number(numbers[0]?.split('/')[1] ?? 0);
    if (parts.length === 0 || new Set(numbers).size < total)
      return [`I1 lost: answer ${id} of ${row.localId} (${numbers})`];
    if (numbers.length > new Set(numbers).size && !world.hits.has('twice') && !isForgotten)
      return [`I2 answer ${id} of ${row.localId} arrived twice`];
    return [];
  });
}

function mirrored(facts: Facts, row: LocalRow): readonly string[] {
  const { world, national } = facts;
  if (isSpare(facts, row) || isReused(facts, row) || row.deletedAt !== null) return [];
  const alarms = alarmsOf(world, row.localId);
  const known = world.database.prepare('select national_id from cases where local_id = ?').pluck().get(row.localId);
  // Staff and bridge filed both: a person is told which number stands where.
  if (known !== row.nationalId && alarms.includes('number-conflict')) return [];
  const complaint = national.complaints.get(row.nationalId ?? '');
  // The city's contract cannot take a number away: one that a person took back is shown until there is another.
  if ((complaint === undefined || isOf(complaint, row)) && isKeptBack(facts, row)) return [];
  if (complaint === undefined || !standsFor(world, complaint, row)) {
    return [`I13 report ${row.localId} does not carry its number (${row.nationalId})`];
  }
  const violations: string[] = [];
  if (row.nationalStatus !== complaint.statusName) {
    violations.push(`I13 status of ${row.localId}: ${row.nationalStatus}, but LAPOR! says ${complaint.statusName}`);
  }
  const { anonymous, secret } = complaint.report;
  const isWeaker = (row.privacy.anonymous && !anonymous) || (row.privacy.secret && !secret);
  // A ledger that was lost took along how private it was when it was filed; whoever called the two one, or typed it in, saw both.
  const isTold =
    alarms.includes('privacy-raised') ||
    world.hits.has('rolled-back') ||
    complaint.byHandFor !== null ||
    complaint.calledOne.has(row.localId);
  if (isWeaker && !isTold) violations.push(`F38 nobody was told of ${row.localId}`);
  const wanted = complaint.answers.filter((answer) => !answer.isOurs).map((answer) => `lapor-followup:${answer.id}`);
  const left = answersOfFormerTwins(facts, row, complaint);
  const have = row.responses.flatMap(({ externalRef }) => externalRef ?? []).filter((one) => !left.includes(one));
  const missing = wanted.filter((reference) => !have.includes(reference));
  const echoed = have.filter((reference) => !wanted.includes(reference));
  if (missing.length > 0) violations.push(`I13 answers missing at ${row.localId}: ${missing}`);
  // A link that was taken back is lost with its ledger, and so is what was answered under it.
  const isForgotten = world.hits.has('rolled-back') && [...complaint.said.values()].includes('two');
  if (echoed.length > 0 && !world.hits.has('twice') && !isForgotten)
    violations.push(`I14 our own answers came back to ${row.localId}: ${echoed}`);
  return violations;
}

/** What LAPOR! answered while the report was linked to another one stays where it is. */
function answersOfFormerTwins({ national }: Facts, row: LocalRow, now: NationalComplaint): readonly string[] {
  return [...national.complaints.values()]
    .filter((complaint) => complaint !== now && complaint.isBornThere && isOf(complaint, row))
    .flatMap(({ answers }) => answers.filter(({ isOurs }) => !isOurs))
    .map(({ id }) => `lapor-followup:${id}`);
}

/** Another report bears the id of one that the bridge knew: a person is told, and neither is taken for the other. */
function isReused({ world }: Facts, row: LocalRow): boolean {
  return row.reusedAt !== null && alarmsOf(world, row.localId).includes('id-reused');
}

/** The city made two of one: a person is told that the number of this one is the other's. */
function isSpare({ world, local }: Facts, { localId, externalRef }: LocalRow): boolean {
  const isTwice = [...local.rows.values()].some((one) => one.externalRef === externalRef && one.localId !== localId);
  if (externalRef === null || !isTwice || !alarmsOf(world, localId).includes('number-taken')) return false;
  const number = world.database.prepare('select national_id from cases where local_id = ?').pluck().get(localId);
  return number !== numberIn(externalRef);
}
