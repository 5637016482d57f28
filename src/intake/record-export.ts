import type { Config } from '../config/to-config.ts';
import { findMatches } from '../ledger/find-matches.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ListedFacts, ListedNews, ListedRow } from '../ledger/listed-news.ts';
import type { NationalListed } from '../national/national-system.ts';
import { decideListedNews } from './decide-listed-news.ts';
import { toListedRow } from './to-listed-row.ts';

/** What a row of an export was. */
export type ExportVerdict =
  /** Nobody here knew it: it is born there, and made locally. */
  | 'adopted'
  /** A report of ours that may have arrived, and did. */
  | 'settled'
  /** A local report that nothing of the bridge filed, for certain: linked. */
  | 'linked'
  /** It may be a local report: a person is asked, see `jembatan twins`. */
  | 'twin'
  | 'known'
  /** Filed before `policy.since`. */
  | 'older'
  /** At an institution that is not ours. */
  | 'elsewhere'
  /** At an institution that neither the maps nor LAPOR!'s master know: nobody can tell whether it is ours. */
  | 'unplaced'
  /** A person has to look: `status` shows it. */
  | 'set-apart';

const PAGE = 500;
const DAY_MS = 86_400_000;
const WIB_MS = 7 * 3_600_000;

/**
 * Records the reports of an export as those of the list: what may have arrived and is among them is settled first, then
 * every report is known here. That something is not among them says nothing. Gives the verdict of each, by its number.
 */
export async function recordExport(
  {
    ledger,
    config,
  }: { readonly ledger: Pick<Ledger, 'unsettledCreates' | 'settleDoubt' | 'recordListPage'>; readonly config: Config },
  reports: readonly NationalListed[],
  at: number,
): Promise<ReadonlyMap<string, ExportVerdict>> {
  const verdicts = new Map<string, ExportVerdict>();
  const untilTheirEnd = reports.map(untilItsEnd);
  for (const create of await ledger.unsettledCreates()) {
    const [first, ...others] = findMatches(create, untilTheirEnd, config).map(({ id }) => id);
    if (first === undefined) continue;
    await ledger.settleDoubt(create.delivery.id, { type: 'found', peerId: first, others }, at);
    verdicts.set(first, 'settled');
  }
  for (let start = 0; start < reports.length; start += PAGE) {
    const rows = reports.slice(start, start + PAGE).map((listed) => toListedRow(listed, config));
    await ledger.recordListPage(
      { rows, rejected: [], position: null, at, staff: config.policy.twins.staff },
      (row, facts) => {
        const news = decideExported(row, facts, config);
        // Told twice in one file, it is known the second time.
        if (!verdicts.has(row.listed.id)) verdicts.set(row.listed.id, verdictOf(row, { facts, news }, config));
        return news;
      },
    );
  }
  return verdicts;
}

function decideExported(row: ListedRow, facts: ListedFacts, config: Config): readonly ListedNews[] {
  const news = decideListedNews(row, facts, config);
  return isUnplaced(row.listed) ? news.filter(({ type }) => type !== 'adopt') : news;
}

function isUnplaced({ institutionId, institutionName }: NationalListed): boolean {
  return institutionId === null && institutionName !== null;
}

function verdictOf(
  { listed }: ListedRow,
  { facts, news }: { readonly facts: ListedFacts; readonly news: readonly ListedNews[] },
  { policy }: Config,
): ExportVerdict {
  const linked = news.some((one) => one.type === 'link-twin' || (one.type === 'twin-of' && one.state === 'linked'));
  if (linked) return 'linked';
  if (news.some(({ type }) => type === 'ask-twin' || type === 'twin-of')) return 'twin';
  if (news.some(({ type }) => type === 'adopt')) return 'adopted';
  if (facts.case !== null) return 'known';
  if (news.length > 0 || facts.named !== null) return 'set-apart';
  if (isUnplaced(listed)) return 'unplaced';
  return policy.sinceMs !== null && listed.createdAt < policy.sinceMs ? 'older' : 'elsewhere';
}

/** An export that tells only the day of a report means any moment of it. */
function untilItsEnd(listed: NationalListed): NationalListed {
  const isDay = (listed.createdAt + WIB_MS) % DAY_MS === 0;
  return isDay ? { ...listed, createdAt: listed.createdAt + DAY_MS - 1 } : listed;
}
