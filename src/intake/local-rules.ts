import type { TwinCandidate } from '../ledger/twin.ts';
import type { BridgeStatus } from '../report/status.ts';
import type { localTwinNews } from './twin-news.ts';

/** What the configuration says about rows. */
export interface LocalRules {
  readonly sinceMs: number | null;
  /** What each bridge status is called locally. */
  readonly names: Readonly<Record<BridgeStatus, string>>;
  /** What is said of reports born at LAPOR! that it may be; left out where nobody looks for any. */
  readonly twins?: (candidates: readonly TwinCandidate[]) => ReturnType<typeof localTwinNews>;
}
