import type { Clock } from '../clock.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { NationalSystem } from '../national/national-system.ts';
import { decideInstitutions } from './decide-institutions.ts';

export interface InstitutionsDeps {
  readonly ledger: Ledger;
  readonly national: Pick<NationalSystem, 'institutions'>;
  readonly clock: Clock;
  readonly watch: SideWatch;
  readonly halt: AbortSignal;
}

const DAY_MS = 86_400_000;
const AGAIN_MS = 3_600_000;

/** Reads LAPOR!'s institutions (E1) once a day, after everything else; nothing waits for it, and its failure is not the side's. */
export async function runIntakeInstitutions({ ledger, national, clock, watch, halt }: InstitutionsDeps): Promise<void> {
  if (halt.aborted || watch.waits() || watch.health().state !== 'up') return;
  if (!(await ledger.institutionsAreDue(clock.now()))) return;
  const read = await national.institutions(halt);
  if (halt.aborted) return;
  const at = clock.now();
  if (!read.ok) {
    if (read.failure.kind === 'throttled') await watch.noteRead(read.failure, false);
    return await ledger.postponeInstitutions(at + AGAIN_MS);
  }
  await ledger.recordInstitutions({ read: read.value, at, nextAt: at + DAY_MS }, decideInstitutions);
}
