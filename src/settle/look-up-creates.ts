import type { Config } from '../config/to-config.ts';
import { noteListFailure } from '../lane/note-list-failure.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import { findMatches } from '../ledger/find-matches.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Probe, ProbePolicy } from '../ledger/probe.ts';
import { decideProbe, nextProbeAt } from '../ledger/probe.ts';
import { notBefore, toSought } from '../ledger/to-sought.ts';
import type { UnsettledCreate } from '../ledger/verbs/unsettled-creates.ts';
import { CLOCK_SKEW_MS, judgeListed } from '../national/judge-listed.ts';
import type { NationalListed, NationalSystem } from '../national/national-system.ts';
import { scanList } from '../national/scan-list.ts';
import { countAnewAfterLeap, type LeapDeps } from './count-anew-after-leap.ts';

export interface LookUpDeps extends LeapDeps {
  readonly ledger: Pick<
    Ledger,
    'unsettledCreates' | 'knownNumbers' | 'settleDoubt' | 'readLookUp' | 'noteLookUp' | 'countDoubtsAnew'
  >;
  readonly config: Config;
  readonly national: NationalSystem;
  readonly watch: SideWatch;
  readonly policy: ProbePolicy;
  readonly halt: AbortSignal;
  /** Deliveries looked at already in this run: a look-up that settled nothing is not repeated within it. */
  readonly looked: Set<number>;
}

type ReadPage = NonNullable<NationalSystem['listInbox']>;

const SCANS_MAX = 3;
const AGAIN_MIN_MS = 10 * 60_000;
const AGAIN_MAX_MS = 86_400_000;
const GIVEN_UP_MS = 30 * 86_400_000;

/**
 * Looks for reports of unknown outcome in LAPOR!'s list, all of them with one scan of everything that changed since the
 * oldest was made: of every institution, because it may have been passed on meanwhile. Only a complete scan says anything.
 * What is parked or held is looked for too, ever more seldom: a match found later settles it. Gives the number of
 * deliveries that moved.
 */
export async function lookUpCreates(deps: LookUpDeps, readPage: ReadPage): Promise<number> {
  if (deps.halt.aborted || deps.watch.waits()) return 0;
  const policy = { ...deps.policy, settleMs: Math.max(deps.policy.settleMs, deps.config.national.list.lagMs) };
  const sought = await chooseSought(deps, policy);
  if (sought.length === 0) return 0;
  const beganAt = deps.clock.now();
  const rows = await readSince(deps, readPage, Math.min(...sought.map(notBefore)) - CLOCK_SKEW_MS);
  // Broken off: that says nothing of the side, and must not count as a look-up that failed.
  if (deps.halt.aborted) return 0;
  for (const { delivery } of sought) deps.looked.add(delivery.id);
  let moved = 0;
  for (const create of sought) {
    const probe = rows === null ? 'failed' : await probeOf(deps, create, rows);
    const verdict = decideProbe(create.delivery, probe, { beganAt, policy });
    const isDoubt = create.delivery.state === 'doubt';
    if (verdict.type === 'wait' || (!isDoubt && verdict.type !== 'found')) continue;
    if (verdict.type === 'missing' && (await countAnewAfterLeap(deps))) return moved;
    await deps.ledger.settleDoubt(create.delivery.id, verdict, beganAt);
    if (verdict.type === 'clock-set-back') continue;
    if (verdict.type !== 'missing' || verdict.absent) moved += 1;
  }
  if (rows !== null && sought.some(({ delivery }) => delivery.state !== 'doubt')) {
    await deps.ledger.noteLookUp(beganAt);
  }
  return moved;
}

async function chooseSought(deps: LookUpDeps, policy: ProbePolicy): Promise<readonly UnsettledCreate[]> {
  const now = deps.clock.now();
  const noted = await deps.ledger.readLookUp();
  // A look-up of a time that has not come is of a clock that was ahead.
  const last = noted === null || noted > now ? null : noted;
  return (await deps.ledger.unsettledCreates()).filter(({ delivery }) => {
    if (delivery.state === 'doubt') return !deps.looked.has(delivery.id) || now >= nextProbeAt(delivery, policy);
    const ageMs = now - (delivery.endedAt ?? now);
    const waitMs = Math.min(AGAIN_MAX_MS, Math.max(AGAIN_MIN_MS, ageMs / 10));
    return !deps.looked.has(delivery.id) && ageMs < GIVEN_UP_MS && (last === null || now - last >= waitMs);
  });
}

interface Listed {
  readonly reports: readonly NationalListed[];
  /** Ids or hashes of rows that could not be read. */
  readonly rejected: readonly string[];
}

/** Everything that changed since, or `null` where not all of it could be read for certain. */
async function readSince(deps: LookUpDeps, readPage: ReadPage, sinceMs: number): Promise<Listed | null> {
  for (let attempt = 1; attempt <= SCANS_MAX; attempt += 1) {
    const reports: NationalListed[] = [];
    const rejected: string[] = [];
    for await (const step of scanList((page) => readPage({ institutionId: null, sinceMs, page }, deps.halt))) {
      if (deps.halt.aborted) return null;
      if (!step.ok) {
        await noteListFailure(deps, step.failure);
        return null;
      }
      await deps.watch.noteRead(null, false);
      if (step.end === 'endless') return null;
      reports.push(...step.page.reports);
      rejected.push(...step.page.rejected.map(({ key }) => key));
      if (step.end === 'proven') return { reports, rejected };
    }
  }
  return null;
}

async function probeOf(deps: LookUpDeps, create: UnsettledCreate, { reports, rejected }: Listed): Promise<Probe> {
  const matches = findMatches(create, reports, deps.config);
  if (matches.length > 0) return { foundIds: matches.map(({ id }) => id) };
  const sought = toSought(create, deps.config);
  const near = reports.filter((listed) => judgeListed(listed, sought) === 'near').map(({ id }) => id);
  const known = new Set(await deps.ledger.knownNumbers([...near, ...rejected]));
  // A row that cannot be read may be the very one.
  if (rejected.some((key) => !known.has(key))) return 'failed';
  return { foundIds: [], nearIds: near.filter((id) => !known.has(id)) };
}
