import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock.ts';
import { createMinuteBucket } from './create-minute-bucket.ts';
import type { Gate, GivenPermit } from './gate.ts';

/** A gate that can be closed for a while, for the whole side (429, fault 900800). */
export interface PausableGate extends Gate {
  /** Nobody enters before this moment of `clock.mono()`. Never shortens an earlier pause. */
  pauseUntilMono(monoMs: number): void;
}

export interface GateLimits {
  readonly perMinute: number;
  readonly concurrency: number;
  readonly clock: Clock;
}

interface Waiter {
  readonly admit: (permit: GivenPermit | null) => void;
  /** Stops listening to the waiter's own signal. */
  readonly forget: () => void;
}

/**
 * A first-in-first-out gate: at most `concurrency` permits are out at once, and at most `perMinute` are given in any
 * minute, the first of them without waiting (`createMinuteBucket`). Only the monotonic clock counts.
 */
export function createGate({ perMinute, concurrency, clock }: GateLimits): PausableGate {
  const bucket = createMinuteBucket(perMinute);
  const waiters: Waiter[] = [];
  let out = 0;
  let begun = 0;
  let pausedUntilMono = Number.NEGATIVE_INFINITY;
  let sleeper: AbortController | null = null;

  function waitMs(): number {
    const nowMono = clock.mono();
    return Math.max(bucket.waitMs(nowMono), pausedUntilMono - nowMono);
  }

  function take(): GivenPermit {
    const takenAt = clock.mono();
    bucket.take(takenAt);
    out += 1;
    begun += 1;
    let held = true;
    return {
      goesOut() {
        const nowMono = clock.mono();
        if (nowMono > takenAt) bucket.take(nowMono);
      },
      release() {
        if (!held) return;
        held = false;
        out -= 1;
        admitWaiters();
      },
    };
  }

  function admitWaiters(): void {
    for (let first = waiters[0]; first !== undefined && out < concurrency; first = waiters[0]) {
      const ms = waitMs();
      if (ms > 0) {
        sleep(ms);
        return;
      }
      waiters.shift();
      first.forget();
      first.admit(take());
    }
  }

  /** One sleep serves all waiters; the last of them to leave ends it, so that no timer outlives them. */
  function sleep(ms: number): void {
    if (sleeper !== null) return;
    const mine = new AbortController();
    sleeper = mine;
    void clock.sleep(ms, mine.signal).then(() => {
      if (sleeper !== mine) return;
      sleeper = null;
      admitWaiters();
    });
  }

  function leave(waiter: Waiter): void {
    waiters.splice(waiters.indexOf(waiter), 1);
    waiter.admit(null);
    if (waiters.length > 0) return;
    sleeper?.abort();
    sleeper = null;
  }

  return {
    enter(signal) {
      if (signal?.aborted) return Promise.resolve(null);
      if (waiters.length === 0 && out < concurrency && waitMs() <= 0) return Promise.resolve(take());
      return new Promise((admit) => {
        const onAbort = () => leave(waiter);
        const waiter: Waiter = { admit, forget: () => signal?.removeEventListener('abort', onAbort) };
        waiters.push(waiter);
        listen(signal, onAbort);
        admitWaiters();
      });
    },
    get begun() {
      return begun;
    },
    pauseUntilMono(monoMs) {
      pausedUntilMono = Math.max(pausedUntilMono, monoMs);
    },
  };
}

function listen(signal: AbortSignal | undefined, onAbort: () => void): void {
  if (signal === undefined) return;
  // Many may wait on one signal: that is a queue and no leak, so Node need not warn of it.
  setMaxListeners(0, signal);
  signal.addEventListener('abort', onAbort, { once: true });
}
