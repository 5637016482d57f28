import { isReadOnly } from '../config/is-read-only.ts';
import type { Config } from '../config/to-config.ts';
import type { CycleResult } from '../cycle/run-cycle.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { DeliveryCounts } from '../ledger/verbs/overview.ts';
import type { AttentionItem, PublicItem } from './attention.ts';
import { publicItem, toAttention } from './attention.ts';
import type { ExitCode } from './exit-code.ts';
import { EXIT } from './exit-code.ts';

/** What `run --once --json` prints; names fixed by the command line's contract. */
export interface RunReport {
  readonly intake: {
    readonly local: {
      readonly seen: number;
      readonly new: number;
      readonly changed: number;
      readonly quarantined: number;
    };
    readonly national: { readonly polled: number; readonly changed: number; readonly new: number };
  };
  readonly forward: { readonly reports: number; readonly followUps: number; readonly rejects: number };
  readonly mirror: { readonly reports: number; readonly statuses: number; readonly followUps: number };
  readonly deliveries: DeliveryCounts;
  readonly attention: readonly PublicItem[];
  readonly requests: { readonly local: number; readonly national: number };
  readonly durationMs: number;
  readonly exit: ExitCode;
}

/** Puts together what one round did and what it left. */
export async function toRunReport(
  bridge: {
    readonly ledger: Pick<Ledger, 'readTally' | 'readAttention'>;
    readonly config: Pick<Config, 'locale' | 'local'>;
  },
  result: CycleResult,
  measured: { readonly requests: RunReport['requests']; readonly durationMs: number },
): Promise<RunReport> {
  const [tally, stored] = await Promise.all([bridge.ledger.readTally(), bridge.ledger.readAttention()]);
  const attention = toAttention(stored, bridge.config.locale, isReadOnly(bridge.config.local));
  return {
    intake: { local: result.local, national: result.national },
    forward: { reports: result.done.create, followUps: result.done['follow-up'], rejects: result.done.reject },
    mirror: { reports: result.done.report, statuses: result.done['write-back'], followUps: result.done.response },
    deliveries: tally.deliveries,
    attention: attention.map(publicItem),
    ...measured,
    exit: exitOf(result, attention),
  };
}

function exitOf({ sides }: CycleResult, attention: readonly AttentionItem[]): ExitCode {
  const unreachable = [sides.local, sides.national].some((side) => {
    const { state } = side.health();
    return state === 'down' || state === 'stopped';
  });
  if (unreachable) return EXIT.unreachable;
  return attention.some((item) => item.needsPerson) ? EXIT.needsPerson : EXIT.done;
}
