import pino from 'pino';
import type { CreatesState, SideState } from './ledger/side.ts';
import { openLogFile } from './log-file.ts';

/**
 * Everything the bridge ever logs. Values are ids, fixed words, numbers and durations: no text from outside, no
 * personal data and no secret has a field to stand in.
 */
export type LogEvent =
  | {
      readonly event: 'started';
      readonly version: string;
      readonly site: string;
      readonly mode: string;
      readonly environment: string;
    }
  | { readonly event: 'stopping'; readonly signal: string }
  | { readonly event: 'stopped'; readonly exit: number }
  | { readonly event: 'recovered'; readonly deliveries: number }
  | { readonly event: 'ledger-gap'; readonly kind: string }
  | ({ readonly event: 'cycle' } & CycleCounts)
  | { readonly event: 'cycle-skipped' }
  | { readonly event: 'web-listens'; readonly port: number }
  | { readonly event: 'web-failed'; readonly code: string | null }
  | { readonly event: 'hook'; readonly outcome: string }
  | {
      readonly event: 'reconciled';
      readonly compared: number;
      readonly findings: number;
      readonly unsettled: number;
    }
  | {
      readonly event: 'side-changed';
      readonly side: string;
      readonly state: SideState;
      readonly creates: CreatesState;
      readonly reason: string | null;
    }
  | {
      readonly event: 'delivery';
      readonly case: number;
      readonly delivery: number;
      readonly kind: string;
      readonly outcome: string;
      readonly cause: string | null;
      readonly status: number | null;
    }
  | { readonly event: 'notice-failed'; readonly channel: string }
  | { readonly event: 'configuration-warning'; readonly file: string; readonly path: string }
  | { readonly event: 'running-as-root' }
  | { readonly event: 'failed'; readonly error: string; readonly code: string | null };

export interface CycleCounts {
  readonly seen: number;
  readonly new: number;
  readonly changed: number;
  readonly quarantined: number;
  readonly polled: number;
  readonly moved: number;
  readonly filed: number;
  readonly answered: number;
  readonly written: number;
  readonly attention: number;
  readonly requestsLocal: number;
  readonly requestsNational: number;
  readonly durationMs: number;
}

type Level = 'debug' | 'info' | 'warn' | 'error';

const LEVELS = {
  started: 'info',
  stopping: 'info',
  stopped: 'info',
  recovered: 'warn',
  'ledger-gap': 'warn',
  cycle: 'info',
  'cycle-skipped': 'debug',
  'web-listens': 'info',
  'web-failed': 'error',
  hook: 'debug',
  reconciled: 'info',
  'side-changed': 'warn',
  delivery: 'debug',
  'notice-failed': 'warn',
  'configuration-warning': 'warn',
  'running-as-root': 'warn',
  failed: 'error',
} as const satisfies Record<LogEvent['event'], Level>;

export type Log = (event: LogEvent) => void;

/** JSON lines on stderr, or in a file that is rotated daily. Written at once: the log is evidence after a crash. */
export function createLogger(options: {
  readonly level: string;
  readonly file: string | null;
  readonly now: () => number;
}): Log {
  const destination =
    options.file === null ? pino.destination({ dest: 2, sync: true }) : openLogFile(options.file, options.now);
  const logger = pino(
    { level: options.level, base: null, timestamp: () => `,"time":"${new Date(options.now()).toISOString()}"` },
    destination,
  );
  return (event) => {
    const outcome = event.event === 'delivery' && (event.outcome === 'doubt' || event.outcome === 'refused');
    logger[outcome ? 'warn' : LEVELS[event.event]](event);
  };
}
