import type { SideWatch } from '../lane/side-watch.ts';
import type { Probe } from '../ledger/probe.ts';
import type { Work } from '../ledger/verbs/due-deliveries.ts';
import type { LocalSystem } from '../local/local-system.ts';
import { nationalReference } from '../report/national-reference.ts';
import type { Report } from '../report/report.ts';

export interface ProbeLocalDeps {
  readonly local: LocalSystem;
  readonly watch: SideWatch;
  readonly halt: AbortSignal;
}

/** Looks at the local side whether a write in doubt arrived: the values it was to set, an answer or a report with our reference. */
export async function probeLocal({ local, watch, halt }: ProbeLocalDeps, work: Work): Promise<Probe> {
  if (work.delivery.kind === 'report') return await probeReport({ local, watch, halt }, work);
  const { localId } = work.case;
  if (localId === null) return 'no-way';
  const read = await local.readReport(localId, halt);
  if (halt.aborted) return 'failed';
  await watch.noteRead(read.ok ? null : read.failure, false);
  if (!read.ok || read.value === null) return 'failed';
  if (work.delivery.kind === 'write-back') return { foundIds: wasWritten(read.value, work) ? [localId] : [] };
  if (read.value.responses === null) return 'failed';
  const reference = `lapor-followup:${work.message?.nationalId ?? ''}`;
  return {
    foundIds: read.value.responses
      .filter((response) => response.externalRef === reference)
      .map((response) => response.id),
  };
}

/** Reports that carry the number of one born at LAPOR!, the oldest first. */
async function probeReport({ local, watch, halt }: ProbeLocalDeps, work: Work): Promise<Probe> {
  const { nationalId } = work.case;
  if (nationalId === null) return 'no-way';
  const read = await local.findByExternalRef(nationalReference(nationalId), halt);
  if (halt.aborted) return 'failed';
  await watch.noteRead(read.ok ? null : read.failure, false);
  if (!read.ok) return 'failed';
  return { foundIds: [...read.value].sort((a, b) => a.createdAt - b.createdAt).map((report) => report.localId) };
}

function wasWritten(report: Report, { delivery }: Work): boolean {
  const { nationalId = null, nationalStatus = null, localStatus = null } = delivery.body;
  return (
    report.nationalId === nationalId &&
    // What is not known or left alone was not part of the write.
    (nationalStatus === null || report.nationalStatus === nationalStatus) &&
    (localStatus === null || report.status === localStatus)
  );
}
