/** What systemd tells a service that it supervises (sd_notify(3), sd_watchdog_enabled(3)). */
export interface SupervisorOptions {
  /** `NOTIFY_SOCKET`; undefined: nobody supervises. */
  readonly socket: string | undefined;
  /** `WATCHDOG_USEC`: it ends a service that was silent for so many microseconds; undefined: it does not watch. */
  readonly watchdogUsec: string | undefined;
  /** Monotonic, in milliseconds. */
  readonly mono: () => number;
  /** Sends one state, `READY=1`, by a process of its own: Node cannot speak to a datagram socket of the file system. */
  readonly send: (state: string) => void;
}

export interface Supervisor {
  /** The service is up: its configuration is right and its ledger is open. */
  ready(): void;
  /** The work progresses. May be said at any time; it is passed on three times in the span that is watched. */
  alive(): void;
}

/** Speaks to systemd where it asked for that, and otherwise to nobody. */
export function createSupervisor({ socket, watchdogUsec, mono, send }: SupervisorOptions): Supervisor {
  const usec = Number(watchdogUsec ?? Number.NaN);
  const everyMs = socket === undefined || !(usec > 0) ? Number.POSITIVE_INFINITY : usec / 1000 / 3;
  let lastMono = Number.NEGATIVE_INFINITY;
  return {
    ready() {
      if (socket !== undefined) send('READY=1');
    },
    alive() {
      const now = mono();
      if (everyMs === Number.POSITIVE_INFINITY || now - lastMono < everyMs) return;
      lastMono = now;
      send('WATCHDOG=1');
    },
  };
}
