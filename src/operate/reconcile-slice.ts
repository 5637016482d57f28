import type { Bridge } from '../bridge.ts';
import { FINDINGS } from '../ledger/reconciliation.ts';
import type { Log } from '../logger.ts';
import type { Host } from './host.ts';

/** What is due otherwise does not wait for longer. */
const SLICE_MS = 20_000;
/** A side that could not be read to its end is read again from its beginning: not with every round. */
const REST_MS = 30 * 60_000;

/** Goes on with a comparison of both sides with the ledger, a slice after each round, where one has begun. */
export function createReconcileSlice({
  host,
  bridge,
  log,
}: {
  readonly host: Host;
  readonly bridge: Bridge;
  readonly log: Log;
}): (halt: AbortSignal) => Promise<void> {
  let restsUntilMono = Number.NEGATIVE_INFINITY;
  return async (halt) => {
    const { clock } = host;
    if (halt.aborted || clock.mono() < restsUntilMono) return;
    if ((await bridge.ledger.readReconciliation()) === null) return;
    const endsAt = clock.mono() + SLICE_MS;
    const end = await bridge.reconcile({ halt, goesOn: () => clock.mono() < endsAt, byHand: false });
    if (end === 'local' || end === 'national') restsUntilMono = clock.mono() + REST_MS;
    if (end !== 'done') return;
    const last = await bridge.ledger.lastReconciliation();
    const findings = last?.findings ?? [];
    log({
      event: 'reconciled',
      compared: last?.compared ?? 0,
      findings: findings.length,
      unsettled: findings.filter(({ kind }) => FINDINGS[kind].needs !== 'nobody').length,
    });
  };
}
