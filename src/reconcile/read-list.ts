import { findBornThere } from '../config/find-born-there.ts';
import type { Finding } from '../ledger/reconciliation.ts';
import type { NationalListed } from '../national/national-system.ts';
import { scanList } from '../national/scan-list.ts';
import { leadingReference } from '../report/reference.ts';
import { decideReconcile } from './decide-reconcile.ts';
import type { ReconcileDeps } from './reconcile-deps.ts';
import { rulesOf } from './rules-of.ts';

export interface Listed {
  readonly count: number;
  /** Status names by number. */
  readonly statuses: ReadonlyMap<string, string | null>;
  readonly findings: readonly Finding[];
}

const OVERLAP_MS = 15 * 60_000;

/**
 * Every row of LAPOR!'s list of our institution since `policy.since`, against the ledger. `null` where it could not be read
 * to a proven end.
 */
export async function readList(deps: ReconcileDeps): Promise<Listed | null> {
  const { national, ledger, config, halt, sides } = deps;
  const { listInbox } = national;
  if (listInbox === null) return null;
  const { institutionId } = config.national.account;
  const sinceMs = config.policy.sinceMs ?? 0;
  const cursor = await ledger.readCursor('national');
  const freshFrom = cursor === null ? 0 : cursor - OVERLAP_MS - config.national.list.lagMs;
  const apart = new Set(await ledger.apartKeys('national'));
  const statuses = new Map<string, string | null>();
  const findings: Finding[] = [];
  for await (const step of scanList((page) => listInbox({ institutionId, sinceMs, page }, halt))) {
    if (halt.aborted) return null;
    await sides.national.noteRead(step.ok ? null : step.failure, false);
    if (!step.ok) return null;
    const { reports } = step.page;
    const known = new Set(await ledger.knownNumbers(reports.map(({ id }) => id)));
    for (const listed of reports) {
      statuses.set(listed.id, listed.statusName);
      if (known.has(listed.id)) continue;
      const isFresh = listed.updatedAt >= freshFrom;
      findings.push(...decideReconcile(unknownRow(deps, listed, { isFresh, apart }), rulesOf(config)).findings);
    }
    if (step.end === 'proven') return { count: statuses.size, statuses, findings };
    if (step.end !== null) return null;
  }
  return null;
}

function unknownRow(
  { config }: ReconcileDeps,
  listed: NationalListed,
  { isFresh, apart }: { readonly isFresh: boolean; readonly apart: ReadonlySet<string> },
) {
  const { id: nationalId, statusName, createdAt } = listed;
  const namedId = leadingReference(config.reference, listed.text, config.site)?.id ?? null;
  const isInScope = createdAt >= (config.policy.sinceMs ?? 0) && findBornThere(listed, config) !== null;
  return { of: 'listed', nationalId, statusName, namedId, isFresh, isApart: apart.has(nationalId), isInScope } as const;
}
