import type { Clock } from '../clock.ts';
import type { Config } from '../config/to-config.ts';
import type { ScanEnd } from '../http/scan-pages.ts';
import { noteListFailure } from '../lane/note-list-failure.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { NationalSystem } from '../national/national-system.ts';
import { scanList } from '../national/scan-list.ts';
import { decideListedNews } from './decide-listed-news.ts';
import { toListedRow } from './to-listed-row.ts';

export interface IntakeListDeps {
  readonly ledger: Pick<Ledger, 'readCursor' | 'recordListPage' | 'raiseAlarm' | 'clearAlarms'>;
  readonly config: Config;
  readonly national: NationalSystem;
  readonly clock: Clock;
  readonly watch: SideWatch;
  readonly halt: AbortSignal;
}

const OVERLAP_MS = 15 * 60_000;
const SCANS_MAX = 3;

/**
 * Reads what changed in LAPOR!'s list of our institution since the cursor, less an overlap and the list's lag, to a proven
 * end; the cursor moves in the transaction of the last page. Gives the number of reports that were born there.
 */
export async function runIntakeList(deps: IntakeListDeps): Promise<number> {
  const { listInbox: readPage } = deps.national;
  if (readPage === null || deps.halt.aborted || deps.watch.waits()) return 0;
  const total = { adopted: 0 };
  let end: Ending = 'disturbed';
  // Where rows moved between pages one may have been missed.
  for (let attempt = 1; attempt <= SCANS_MAX && end === 'disturbed'; attempt += 1) {
    end = await scan(deps, readPage, total);
  }
  const at = deps.clock.now();
  if (end === 'proven') await deps.ledger.clearAlarms(['list-unreadable'], at);
  else if (end !== 'failed') {
    await deps.ledger.raiseAlarm({ kind: 'list-unreadable', caseId: null, detail: end, at });
  }
  if (total.adopted > 0) await deps.watch.noteRead(null, true);
  return total.adopted;
}

/** `unreadable`: the list alone does not answer; `failed`: the side does not. */
type Ending = ScanEnd | 'unreadable' | 'failed';

async function scan(
  deps: IntakeListDeps,
  readPage: NonNullable<NationalSystem['listInbox']>,
  total: { adopted: number },
): Promise<Ending> {
  const { ledger, config, clock, halt, watch } = deps;
  const startedAt = clock.now();
  const { institutionId } = config.national.account;
  const cursor = await ledger.readCursor('national');
  const sinceMs = Math.max(0, (cursor ?? config.policy.sinceMs ?? 0) - OVERLAP_MS - config.national.list.lagMs);
  let newest = cursor ?? 0;
  for await (const step of scanList((page) => readPage({ institutionId, sinceMs, page }, halt))) {
    if (halt.aborted) return 'failed';
    if (!step.ok) {
      await noteListFailure(deps, step.failure);
      return watch.health().state === 'up' && !halt.aborted ? 'unreadable' : 'failed';
    }
    await watch.noteRead(null, false);
    const { reports, rejected } = step.page;
    newest = Math.max(newest, ...reports.map(({ updatedAt }) => updatedAt));
    total.adopted += await ledger.recordListPage(
      {
        rows: reports.map((listed) => toListedRow(listed, config)),
        rejected,
        staff: config.policy.twins.staff,
        position: step.end === 'proven' ? Math.min(newest, startedAt) : null,
        at: clock.now(),
      },
      (row, facts) => decideListedNews(row, facts, config),
    );
    if (step.end !== null) return step.end;
  }
  return 'failed';
}
