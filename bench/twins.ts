import { createSqliteStore } from '../src/ledger/sqlite/create-sqlite-store.ts';
import { openSqliteInMemory } from '../src/ledger/sqlite/open-sqlite.ts';
import type { Store } from '../src/ledger/store.ts';
import { twinFacts } from '../src/ledger/twin-facts.ts';
import { only, type Verb } from '../src/ledger/verb.ts';
import { findTwins, putTwinKeys } from '../src/ledger/verbs/find-twins.ts';
import { putPayload, type Vault } from '../src/ledger/verbs/payload.ts';
import type { NationalListed } from '../src/national/national-system.ts';
import type { Report } from '../src/report/report.ts';
import { seededRandom } from '../src/simulate/seeded-random.ts';
import type { TwinFacts } from '../src/twins/twin-subject.ts';
import type { LabelledPair } from '../test/twins/labelled-pair.ts';
import { measurePairs } from '../test/twins/measure-pairs.ts';
import { greet, keepSome, reorder, retypeShort, slip } from '../test/twins/retype.ts';
import type { Figure } from './figure.ts';

type Random = () => number;

const KNOWN = 100_000;
const ASKED = 500;
const PAGE = 500;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const STAFF = ['Admin Diskominfo'];

/** Twins made from texts: how many links are right, how many are found, and what looking for one costs among 100,000. */
export async function twins(name: string, reports: readonly Report[]): Promise<readonly Figure[]> {
  const { precision, recall, certainShare } = measurePairs(pairsOf(reports), STAFF);
  const ms = await lookUpMs(reports);
  const detail = `${name}, ${reports.length} reports; ${(certainShare * 100).toFixed(0)} % of the twins linked without asking`;
  return [
    { name: 'twins, links that are right', value: precision, unit: 'part', target: { atLeast: 0.99 }, detail },
    { name: 'twins, found or linked', value: recall, unit: 'part', target: { atLeast: 0.9 }, detail },
    {
      name: 'twins, looking for one among 100,000',
      value: ms,
      unit: 'ms',
      target: { atMost: 50 },
      detail: `${name}; middle of ${ASKED} reports, all within the same 30 days`,
    },
  ];
}

function pairsOf(reports: readonly Report[]): readonly LabelledPair[] {
  const random = seededRandom(1);
  return reports.flatMap((report, index) => {
    const other = reports[(index + 1) % reports.length] ?? report;
    return [...twinsOf(twinFacts(report), random), ...strangersOf(twinFacts(report), twinFacts(other))];
  });
}

function twinsOf(local: TwinFacts, random: Random): readonly LabelledPair[] {
  const national = { ...local, createdAt: local.createdAt + Math.floor(random() * 48) * HOUR_MS, point: null };
  const twin = (kind: string, text: string): LabelledPair => ({
    kind,
    isTwin: true,
    local,
    national: { ...national, text },
  });
  return [
    twin('verbatim', local.text),
    twin('retyped', slip(retypeShort(greet(local.text, random), random), 12, random)),
    twin('other order', reorder(shuffle(local.text, random), random)),
    twin('told again', keepSome(local.text, 0.75, random)),
  ];
}

function strangersOf(local: TwinFacts, other: TwinFacts): readonly LabelledPair[] {
  const { reporter, privacy, createdAt } = local;
  const stranger = (kind: string, national: TwinFacts): LabelledPair => ({ kind, isTwin: false, local, national });
  return [
    stranger('others’ matter', { ...other, createdAt }),
    stranger('same citizen, other matter', { ...other, createdAt, reporter, privacy }),
    stranger('same words, another citizen', { ...local, reporter: other.reporter }),
    stranger('same citizen, another day', { ...local, incidentDate: '2026-08-20', createdAt: createdAt + 8 * DAY_MS }),
  ];
}

function shuffle(text: string, random: Random): string {
  const words = text.split(' ').map((word) => ({ word, at: random() }));
  return words
    .toSorted((a, b) => a.at - b.at)
    .map(({ word }) => word)
    .join(' ');
}

async function lookUpMs(reports: readonly Report[]): Promise<number> {
  const store = createSqliteStore(openSqliteInMemory());
  const vault: Vault = { masterKey: new Uint8Array(32).fill(7), randomBytes: (size) => new Uint8Array(size).fill(9) };
  for (let from = 0; from < KNOWN; from += PAGE) await fill(store, vault, { reports, from });
  const times: number[] = [];
  for (const report of reports.slice(0, ASKED)) {
    const begun = performance.now();
    await store.read(() => findTwins(vault, report, STAFF));
    times.push(performance.now() - begun);
  }
  await store.close();
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

async function fill(
  store: Store,
  vault: Vault,
  { reports, from }: { readonly reports: readonly Report[]; readonly from: number },
): Promise<void> {
  await store.write(function* (): Verb<void> {
    for (let index = from; index < from + PAGE; index += 1) yield* open(vault, listedAs(reports, index));
  });
}

function* open(vault: Vault, listed: NationalListed): Verb<void> {
  const at = listed.createdAt;
  const { id: caseId } = yield* only<{ id: number }>(
    `insert into cases (route, national_id, kind, anonymous, secret, created_at, first_seen_at)
     values ('national', :id, 'pengaduan', 0, 0, :at, :at) returning id`,
    { id: listed.id, at },
  );
  yield* putPayload(vault, { caseId, messageId: 0, at }, listed);
  yield* putTwinKeys(vault, { caseId, born: 'national', at }, listed);
}

/** The texts, over and over, each time another citizen's; half of the words are another text's, so that none are equal. */
function listedAs(reports: readonly Report[], index: number): NationalListed {
  const [one, other] = [reports[index % reports.length], reports[(index * 7 + 3) % reports.length]];
  if (one === undefined || other === undefined) throw new Error('no reports');
  const half = (text: string, even: boolean) => text.split(' ').filter((_, at) => (at % 2 === 0) === even);
  return {
    id: String(index + 1),
    title: one.title,
    text: [...half(one.text, true), ...half(other.text, false)].join(' '),
    statusName: null,
    classificationId: null,
    categoryId: null,
    institutionId: null,
    institutionName: null,
    incidentDate: one.incidentDate,
    location: one.location.address,
    privacy: { anonymous: false, secret: false },
    reporter: { name: `${one.reporter.name} ${index}`, email: null, phone: `0812${10_000_000 + index}` },
    attachments: [],
    createdAt: one.createdAt,
    updatedAt: one.createdAt,
  };
}
