import type { Log } from '../logger.ts';
import type { Host } from './host.ts';
import type { Locale } from './say.ts';
import { say } from './say.ts';

/** What is in flight has so long after a stop signal before it is broken off; the exit then follows within 25 s. */
const GRACE_MS = 20_000;

export interface StopSignals {
  /** Aborts at the first signal: nothing new begins. */
  readonly halt: AbortSignal;
  /** Aborts when the grace is over: what is in flight is broken off. */
  readonly stop: AbortSignal;
  readonly release: () => void;
}

/** Turns SIGTERM and SIGINT into two abort signals. A second one ends the process at once, which is safe at any moment. */
export function stopSignals(host: Host, { locale, log }: { readonly locale: Locale; readonly log: Log }): StopSignals {
  const halt = new AbortController();
  const stop = new AbortController();
  const released = new AbortController();
  const forget = host.onStopSignal((signal) => {
    if (halt.signal.aborted) host.exitNow(signal === 'SIGINT' ? 130 : 143);
    halt.abort();
    log({ event: 'stopping', signal });
    if (host.stderrIsTerminal) host.err(`\n${say(locale, 'stopping')}\n`);
    void host.clock.sleep(GRACE_MS, released.signal).then(() => stop.abort());
  });
  return {
    halt: halt.signal,
    stop: stop.signal,
    release: () => {
      forget();
      released.abort();
    },
  };
}
