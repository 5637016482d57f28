import { HISTORY_ORIGIN, historyHash } from '../../src/ledger/verbs/append-history.ts';
import type { LocalModel } from './local-model.ts';
import type { NationalComplaint, NationalModel } from './national-model.ts';
import type { SimWorld } from './sim-world.ts';

interface Facts {
  readonly world: SimWorld;
  readonly local: LocalModel;
  readonly national: NationalModel;
}

const reference = (localId: string) => `[Ref: kota-simulasi-${localId}]`;

/** What must hold at every moment, read from the systems' own histories. */
export function checkAlways({ world, local, national }: Facts): readonly string[] {
  const violations: string[] = [];
  const byReference = new Map<string, NationalComplaint[]>();
  for (const complaint of national.complaints.values()) {
    byReference.set(complaint.reference, [...(byReference.get(complaint.reference) ?? []), complaint]);
    violations.push(...privacyOf(complaint, local));
  }
  for (const [ref, complaints] of byReference) {
    if (complaints.filter((one) => !one.isPeerDouble).length > 1) violations.push(`I2 filed twice: ${ref}`);
  }
  const known = new Set([...local.rows.keys()].map(reference));
  for (const ref of byReference.keys()) if (!known.has(ref)) violations.push(`I4 phantom: ${ref}`);
  for (const row of local.rows.values()) {
    const refs = row.responses.flatMap((response) => (response.externalRef === null ? [] : [response.externalRef]));
    if (new Set(refs).size < refs.length && !world.hits.has('twice'))
      violations.push(`I2 answer written twice locally: ${row.localId}`);
    for (const { values } of row.writes) {
      if (national.complaints.get(values.nationalId)?.reference !== reference(row.localId)) {
        violations.push(`I7 ${row.localId} was told a number that is not its own: ${values.nationalId}`);
      }
    }
  }
  return violations;
}

function privacyOf(
  { reference: ref, report, filedAt, answers, isPeerDouble }: NationalComplaint,
  local: LocalModel,
): readonly string[] {
  const row = [...local.rows.values()].find((one) => reference(one.localId) === ref);
  if (row === undefined || isPeerDouble) return [];
  const violations: string[] = [];
  const level = row.levels[0]?.privacy;
  if (level !== undefined && ((level.anonymous && !report.anonymous) || (level.secret && !report.secret))) {
    violations.push(`I19 privacy weakened: ${ref} filed at ${filedAt}`);
  }
  if (report.anonymous) {
    const sent = `${JSON.stringify(report)}`.toLowerCase();
    if (sent.includes('zukrafil') || sent.includes('wexanto') || /0800-?0000-?1\d{3}/.test(sent))
      violations.push(`I20 identity left: ${ref}`);
    for (const answer of answers) {
      if (answer.isOurs && row.levels[0]?.privacy.anonymous && answer.text.toLowerCase().includes('zukrafil')) {
        violations.push(`I20 identity left in an answer: ${ref}`);
      }
    }
  }
  return violations;
}

/** What must hold once both systems answer again and a person settled what only a person can. */
export function checkEnd({ world, local, national }: Facts): readonly string[] {
  return [
    ...everythingArrived({ world, local, national }),
    ...mirrored({ world, local, national }),
    ...ledgerIsSound(world),
  ];
}

function everythingArrived({ world, local, national }: Facts): readonly string[] {
  return [...local.rows.values()].flatMap((row) => {
    const complaints = national.find(reference(row.localId));
    const [complaint] = complaints;
    if (complaint === undefined) return [`I1 lost: report ${row.localId}`];
    const owed = row.responses.filter((response) => response.author !== 'national' && !response.internal);
    const ours = complaints.flatMap((one) => one.answers).filter((answer) => answer.isOurs);
    return owed.flatMap((response) => {
      const mark = `[Ref: kota-simulasi-${row.localId}/${response.id}]`;
      const parts = ours.filter((answer) => answer.text.split('\n').at(-1) === mark);
      const numbers = parts.map((part) => /^\((\d+)\/(\d+)\)/.exec(part.text)?.slice(1, 3).join('/') ?? '1/1');
      const total = Number(numbers[0]?.split('/')[1] ?? 0);
      if (parts.length === 0 || new Set(numbers).size < total)
        return [`I1 lost: answer ${response.id} of ${row.localId} (${numbers})`];
      if (numbers.length > new Set(numbers).size && !world.hits.has('twice'))
        return [`I2 answer ${response.id} of ${row.localId} arrived twice`];
      return [];
    });
  });
}

function mirrored({ world, local, national }: Facts): readonly string[] {
  return [...local.rows.values()].flatMap((row) => {
    const complaint = national.find(reference(row.localId)).find((one) => one.id === row.nationalId);
    if (complaint === undefined) return [`I13 report ${row.localId} does not carry its number (${row.nationalId})`];
    const violations: string[] = [];
    if (row.nationalStatus !== complaint.statusName) {
      violations.push(`I13 status of ${row.localId}: ${row.nationalStatus}, but LAPOR! says ${complaint.statusName}`);
    }
    const wanted = complaint.answers.filter((answer) => !answer.isOurs).map((answer) => `lapor-followup:${answer.id}`);
    const have = row.responses.flatMap((response) => (response.externalRef === null ? [] : [response.externalRef]));
    const missing = wanted.filter((ref) => !have.includes(ref));
    const echoed = have.filter((ref) => !wanted.includes(ref));
    if (missing.length > 0) violations.push(`I13 answers missing at ${row.localId}: ${missing}`);
    if (echoed.length > 0 && !world.hits.has('twice'))
      violations.push(`I14 our own answers came back to ${row.localId}: ${echoed}`);
    return violations;
  });
}

interface HistoryRow {
  readonly seq: number;
  readonly at: number;
  readonly case_id: number | null;
  readonly delivery_id: number | null;
  readonly event: string;
  readonly actor: string;
  readonly data: string;
  readonly hash: string;
}

function ledgerIsSound({ database }: SimWorld): readonly string[] {
  const violations: string[] = [];
  let previous = HISTORY_ORIGIN;
  const rows = database.prepare('select * from history order by seq').all() as HistoryRow[];
  rows.forEach((row, index) => {
    const facts = [row.at, row.case_id, row.delivery_id, row.event, row.actor, row.data];
    if (row.seq !== index + 1) violations.push('I24 history has a gap');
    if (historyHash(row.seq, previous, facts) !== row.hash) violations.push(`I25 chain broken at ${row.seq}`);
    previous = row.hash;
  });
  const counted = database.prepare('select state as name, count(*) as count from delivery group by state').all() as {
    name: string;
    count: number;
  }[];
  const tally = database
    .prepare(`select name, count from tally where name not in ('open', 'closed') and count <> 0`)
    .all() as { name: string; count: number }[];
  const show = (list: readonly { name: string; count: number }[]) =>
    JSON.stringify([...list].map((one) => [one.name, one.count]).sort());
  if (show(counted) !== show(tally)) violations.push(`I26 tally ${show(tally)}, but ${show(counted)}`);
  const over = database.prepare('select id from delivery where attempts > 12').all();
  if (over.length > 0) violations.push('I30 more than twelve attempts');
  const stuck = database.prepare(`select key, state, reason from delivery where state not in ('done')`).all() as {
    key: string;
    state: string;
    reason: string;
  }[];
  for (const one of stuck) violations.push(`I1 not at rest: ${one.key} ${one.state} ${one.reason}`);
  return violations;
}
