import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../src/system-clock.ts';

const HOUR_MS = 3_600_000;
/** The first delay that a timer of Node does not take: it fires at once instead. */
const TOO_LONG_MS = 2 ** 31;

/** Begins to sleep; `woke` says whether that is over. */
function sleep(ms: number, signal?: AbortSignal): { woke: boolean } {
  const sleeper = { woke: false };
  void systemClock.sleep(ms, signal).then(() => {
    sleeper.woke = true;
  });
  return sleeper;
}

describe('systemClock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([1, 1000, HOUR_MS - 1, HOUR_MS, HOUR_MS + 1, 25 * HOUR_MS])('sleeps %i ms and no less', async (ms) => {
    const sleeper = sleep(ms);
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(sleeper.woke).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(sleeper.woke).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not wake at once from a sleep longer than a timer can be', async () => {
    const sleeper = sleep(TOO_LONG_MS);
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    expect(sleeper.woke).toBe(false);
    await vi.advanceTimersByTimeAsync(TOO_LONG_MS - HOUR_MS - 1);
    expect(sleeper.woke).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(sleeper.woke).toBe(true);
  });

  it('slices a long sleep instead of asking a timer again and again', async () => {
    const begun = systemClock.mono();
    sleep(TOO_LONG_MS + 1000);
    await vi.advanceTimersToNextTimerAsync();
    await vi.advanceTimersToNextTimerAsync();
    expect(systemClock.mono() - begun).toBe(2 * HOUR_MS);
  });

  it.each([0, -1])('does not sleep %i ms', async (ms) => {
    await systemClock.sleep(ms);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes no NaN for a wait', async () => {
    await expect(systemClock.sleep(Number.NaN)).rejects.toThrow(RangeError);
  });

  it('does not begin where the signal has gone', async () => {
    await systemClock.sleep(TOO_LONG_MS, AbortSignal.abort());
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([0, 3 * HOUR_MS + 5])('wakes at once when the signal goes, after %i ms', async (ms) => {
    const halt = new AbortController();
    const sleeper = sleep(TOO_LONG_MS, halt.signal);
    await vi.advanceTimersByTimeAsync(ms);
    expect(sleeper.woke).toBe(false);
    halt.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(sleeper.woke).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('waits by the monotonic clock: the wall clock set forward wakes nobody', async () => {
    const sleeper = sleep(2 * HOUR_MS);
    vi.setSystemTime(Date.now() + 24 * HOUR_MS);
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    expect(sleeper.woke).toBe(false);
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    expect(sleeper.woke).toBe(true);
  });

  it('tells the wall clock and the monotonic one', () => {
    expect(systemClock.now()).toBe(Date.now());
    const before = systemClock.mono();
    vi.advanceTimersByTime(50);
    expect(systemClock.mono() - before).toBe(50);
  });
});
