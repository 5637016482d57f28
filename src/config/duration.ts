import ms, { type StringValue } from 'ms';
import * as z from 'zod';

const MESSAGE = 'must be a duration such as 500ms, 30s, 10m, 2h, 3d or 5y';
const DAY_MS = 86_400_000;

/** Longest wait that may end up in a timer: Node fires at once on anything above 2^31-1 ms (24.8 days). */
export const MAX_TIMER_MS = DAY_MS;

/**
 * A duration as the configuration writes it (`500ms`, `30s`, `10m`, `2h`, `3d`, `5y`), in milliseconds. A year is
 * 365.25 days.
 */
export function duration(limits: { readonly minMs?: number; readonly maxMs?: number } = {}): z.ZodType<number, string> {
  const { minMs = 0, maxMs = 100 * 365.25 * DAY_MS } = limits;
  return z
    .string({ error: MESSAGE })
    .regex(/^\d{1,9}(ms|s|m|h|d|y)$/, MESSAGE)
    .transform((text) => ms(text as StringValue))
    .pipe(
      z
        .number()
        .min(minMs, `must be at least ${ms(minMs)}`)
        .max(maxMs, `must be at most ${ms(maxMs)}`),
    );
}
