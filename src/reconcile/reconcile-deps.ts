import type { Clock } from '../clock.ts';
import type { Config } from '../config/to-config.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import type { Side } from '../ledger/delivery.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LocalSystem } from '../local/local-system.ts';
import type { NationalSystem } from '../national/national-system.ts';

/** What a comparison of both sides with the ledger is given. */
export interface ReconcileDeps {
  readonly ledger: Ledger;
  readonly local: Pick<LocalSystem, 'readPage' | 'readReport'>;
  readonly national: Pick<NationalSystem, 'listInbox' | 'detail' | 'answers' | 'ping'>;
  readonly config: Config;
  readonly clock: Pick<Clock, 'now'>;
  readonly sides: Readonly<Record<Side, SideWatch>>;
  /** Nothing new begins once this aborts. */
  readonly halt: AbortSignal;
  /** False: it was enough of LAPOR! for now. */
  readonly goesOn: () => boolean;
}
