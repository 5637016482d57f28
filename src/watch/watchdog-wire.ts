/** What the watchdog's thread is given. */
export interface WatchdogWire {
  /** Goes on as long as the daemon does. */
  readonly beats: Int32Array;
  /** The process to end. */
  readonly pid: number;
  /** Silence that is too long. */
  readonly silentMs: number;
  /** Where the one line is written; `null`: stderr. */
  readonly logFile: string | null;
}

/** How often in `silentMs` the thread looks, and the daemon says that it goes on. */
export const LOOKS = 6;
