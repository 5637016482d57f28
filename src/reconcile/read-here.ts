import { scanPages } from '../http/scan-pages.ts';
import type { Finding, PlaceCounts } from '../ledger/reconciliation.ts';
import { PLACES } from '../ledger/reconciliation.ts';
import { toLocalRow } from '../ledger/to-local-row.ts';
import type { LocalPage } from '../local/local-system.ts';
import type { Report } from '../report/report.ts';
import type { Reading } from './decide-reconcile.ts';
import { decideReconcile } from './decide-reconcile.ts';
import type { ReconcileDeps } from './reconcile-deps.ts';
import { rulesOf } from './rules-of.ts';

export interface Here {
  readonly places: PlaceCounts;
  readonly findings: readonly Finding[];
}

const SCANS_MAX = 3;
const PAGES_MAX = 10_000;
const BATCH = 200;

/**
 * Every row of the city's list, and every case that has none there, against the ledger. `null` where the list could not be
 * read to a proven end: an incomplete reading proves nothing.
 */
export async function readHere(deps: ReconcileDeps): Promise<Here | null> {
  for (let attempt = 1; attempt <= SCANS_MAX; attempt += 1) {
    const read = await scan(deps);
    if (read !== 'disturbed') return read;
  }
  return null;
}

async function scan(deps: ReconcileDeps): Promise<Here | 'disturbed' | null> {
  const { ledger, local, halt, sides } = deps;
  const tally = createTally(deps, new Set(await ledger.apartKeys('local')), await freshFrom(deps));
  const readPage = (page: number) => local.readPage({ sinceMs: 0, page }, halt);
  for await (const step of scanPages(readPage, { keysOf, pagesMax: PAGES_MAX })) {
    if (halt.aborted) return null;
    await sides.local.noteRead(step.ok ? null : step.failure, false);
    if (!step.ok) return null;
    for (const { key } of step.page.rejected) tally.apart(key);
    for (const report of step.page.reports) if (!(await tally.take(report))) return null;
    if (step.end === 'endless') return null;
    if (step.end === 'disturbed') return 'disturbed';
  }
  return (await takeUnlisted(deps, tally)) ? tally.result() : null;
}

type Tally = ReturnType<typeof createTally>;

function createTally(deps: ReconcileDeps, apart: ReadonlySet<string>, fresh: number) {
  const places: Record<keyof PlaceCounts, number> = { ...NO_PLACES };
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const rules = rulesOf(deps.config);

  function note(reading: Reading): void {
    const decided = decideReconcile(reading, rules);
    if (decided.place !== null) places[decided.place] += 1;
    findings.push(...decided.findings);
  }

  return {
    seen,
    note,
    apart(key: string) {
      seen.add(key);
      places.apart += 1;
    },
    /** False where its answers could not be read. */
    async take(listed: Report): Promise<boolean> {
      seen.add(listed.localId);
      const readAt = deps.clock.now();
      const report = listed.responses === null ? await complete(deps, listed) : listed;
      const isApart = apart.has(listed.localId);
      if (report === null && !isApart) return false;
      const row = toLocalRow(report ?? listed);
      const record = await deps.ledger.recordOfRow(listed.localId, row.report.nationalId);
      note({ of: 'row', row, record, isFresh: listed.updatedAt >= fresh, isApart, readAt });
      return true;
    },
    result: (): Here => ({ places, findings }),
  };
}

const NO_PLACES = Object.fromEntries(PLACES.map((place) => [place, 0])) as unknown as PlaceCounts;

async function complete({ local, halt, sides }: ReconcileDeps, listed: Report): Promise<Report | null> {
  const read = await local.readReport(listed.localId, halt);
  if (!read.ok) return null;
  await sides.local.noteRead(null, false);
  return read.value ?? { ...listed, responses: [] };
}

/** Cases that the list does not show are asked for by their id before anything is said of them. */
async function takeUnlisted({ ledger, local, halt, sides }: ReconcileDeps, tally: Tally): Promise<boolean> {
  let after = 0;
  for (;;) {
    const records = await ledger.recordsAfter(after, BATCH);
    for (const record of records) {
      const { localId, deletedAt } = record.case;
      if (localId === null || deletedAt !== null || tally.seen.has(localId)) continue;
      const read = await local.readReport(localId, halt);
      if (halt.aborted || !read.ok) return false;
      await sides.local.noteRead(null, false);
      if (read.value === null) tally.note({ of: 'no-row', record });
      else if (!(await tally.take(read.value))) return false;
    }
    if (records.length < BATCH) return true;
    after = records.at(-1)?.case.id ?? after;
  }
}

/** What changed later is read by the next reading anyway; before the first one nothing is. */
async function freshFrom({ ledger, config }: ReconcileDeps): Promise<number> {
  const cursor = await ledger.readCursor();
  return cursor === null ? Number.NEGATIVE_INFINITY : cursor - config.local.overlapMs;
}

function keysOf({ reports, rejected }: LocalPage): readonly string[] {
  return [...reports.map(({ localId }) => localId), ...rejected.map(({ key }) => key)];
}
