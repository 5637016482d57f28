import type { Clock } from '../clock.ts';
import type { Config } from '../config/to-config.ts';
import { dueAt } from '../deadlines/due-at.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LocalPageInput, PageRecorded } from '../ledger/verbs/record-local-page.ts';
import { decideLocalNews } from './decide-local-news.ts';
import type { LocalRules } from './local-rules.ts';
import { localTwinNews } from './twin-news.ts';

export interface RecordDeps {
  readonly ledger: Pick<Ledger, 'recordLocalPage'>;
  readonly config: Config;
  readonly clock: Pick<Clock, 'now'>;
}

/** Records rows of the local side with what is decided about each; `braked`: none of them, a person is asked first. */
export async function recordRows(
  { ledger, config, clock }: RecordDeps,
  page: Pick<LocalPageInput, 'rows' | 'rejected' | 'position'>,
): Promise<PageRecorded | 'braked'> {
  const at = clock.now();
  const {
    sinceMs,
    twins: { staff },
  } = config.policy;
  const rules: LocalRules = {
    sinceMs,
    names: config.maps.statuses.local,
    twins: (candidates) => localTwinNews({ candidates, at, config }),
  };
  return await ledger.recordLocalPage(
    { ...page, at, staff, dueAt: (report) => dueAt({ ...report, bridgeStatus: null }, config) },
    (row, facts) => decideLocalNews(row, facts, rules),
  );
}
