import type { Report } from '../../report/report.ts';
import type { Verb } from '../verb.ts';
import { putTwinKeys } from './find-twins.ts';
import { putPayload, type Vault } from './payload.ts';

/** Keeps what a local report says, sealed, and makes it findable for its twins, where it does not come from LAPOR! itself. */
export function* putReport(
  vault: Vault,
  { caseId, at }: { readonly caseId: number; readonly at: number },
  report: Report,
): Verb<void> {
  yield* putPayload(vault, { caseId, messageId: 0, at }, { ...report, responses: null });
  if (report.externalRef === null) yield* putTwinKeys(vault, { caseId, born: 'local', at }, report);
}
