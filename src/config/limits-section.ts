import { duration, MAX_TIMER_MS } from './duration.ts';
import { section } from './section.ts';
import { wholeNumber } from './whole-number.ts';

/** One side's limits; the two sides differ in their defaults. */
export function limitsSection(defaults: { readonly perMinute: number; readonly concurrency: number }) {
  return section({
    perMinute: wholeNumber(1).default(defaults.perMinute),
    concurrency: wholeNumber(1, 100).default(defaults.concurrency),
    timeout: duration({ minMs: 1, maxMs: MAX_TIMER_MS }).prefault('30s'),
    pause: duration({ maxMs: MAX_TIMER_MS }).prefault('65s'),
  }).transform(({ timeout, pause, ...rest }) => ({ ...rest, timeoutMs: timeout, pauseMs: pause }));
}
