import type { Config } from '../config/to-config.ts';
import type { Read } from '../http/outcome.ts';
import { isOfOneReport } from '../lane/is-of-one-report.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Probe } from '../ledger/probe.ts';
import type { Work } from '../ledger/verbs/due-deliveries.ts';
import type { NationalAnswer, NationalDetail, NationalSystem } from '../national/national-system.ts';
import { isPartOf } from '../report/is-part-of.ts';
import { isWorded } from '../report/is-worded.ts';
import { partsOf } from '../report/parts-of.ts';
import { makeResponseReference } from '../report/reference.ts';

export interface ProbeNationalDeps {
  readonly national: NationalSystem;
  readonly ledger: Pick<Ledger, 'deliveriesOf'>;
  readonly config: Config;
  readonly watch: SideWatch;
  readonly halt: AbortSignal;
}

/** Looks at LAPOR! whether a write in doubt arrived: an answer by E7, a passing-on by E6; a report only a list can show. */
export async function probeNational(deps: ProbeNationalDeps, work: Work): Promise<Probe> {
  const { nationalId } = work.case;
  if (work.delivery.kind === 'create' || nationalId === null) return 'no-way';
  if (work.delivery.kind === 'reject') return await probeReject(deps, work, nationalId);
  return await probeFollowUp(deps, work, nationalId);
}

async function probeReject(deps: ProbeNationalDeps, { delivery }: Work, nationalId: string): Promise<Probe> {
  const read = await deps.national.detail(nationalId, deps.halt);
  const detail = await noted(deps, read);
  if (detail === null) return 'failed';
  return { foundIds: wasPassedOn(detail, String(delivery.body.targetInstitutionId)) ? [nationalId] : [] };
}

/** The report lies with the target, or its log says that it went there. */
function wasPassedOn(detail: NationalDetail, target: string): boolean {
  return detail.institutionId === target || detail.log.some((entry) => entry.toInstitutionId === target);
}

async function probeFollowUp(deps: ProbeNationalDeps, work: Work, nationalId: string): Promise<Probe> {
  const { config } = deps;
  const { localId } = work.case;
  const responseId = work.message?.localId ?? null;
  if (localId === null || responseId === null) return 'no-way';
  const read = await deps.national.answers(nationalId, deps.halt);
  const value = await noted(deps, read);
  if (value === null || value.unreadable > 0) return 'failed';
  const reference = makeResponseReference(config.responseReference, { site: config.site, id: localId, responseId });
  const siblings = await deps.ledger.deliveriesOf(work.case.id);
  const bound = new Set(siblings.filter(({ kind }) => kind === 'follow-up').map(({ peerId }) => peerId));
  const { part = 1, parts, worded } = work.delivery.body;
  const referring = value.answers
    .filter((answer) => !bound.has(answer.id) && isPartOf(answer.text, { reference, part, parts }))
    .sort(byTime);
  // Whoever copied our reference wrote words of their own above it: a person judges.
  const found = referring.filter((answer) => isWorded(answer.text, worded));
  const foundIds = found.map((answer) => answer.id);
  if (found.length === 0 && referring.length > 0) return { foundIds, nearIds: referring.map(({ id }) => id) };
  const shown = partsOf(found[0]?.text ?? '');
  return shown > 1 ? { foundIds, parts: shown } : { foundIds };
}

/** The oldest first; one without a time is the newest. */
function byTime(a: NationalAnswer, b: NationalAnswer): number {
  return (a.createdAt ?? Number.MAX_SAFE_INTEGER) - (b.createdAt ?? Number.MAX_SAFE_INTEGER);
}

async function noted<T>(deps: ProbeNationalDeps, read: Read<T | null>): Promise<T | null> {
  if (deps.halt.aborted) return null;
  if (read.ok) await deps.watch.noteRead(null, false);
  else await isOfOneReport(deps, { failure: read.failure, asks: true });
  return read.ok ? read.value : null;
}
