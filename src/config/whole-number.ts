import * as z from 'zod';

/** A whole number. Digits as text are taken too, because that is what `${NAME}` leaves behind. */
export function wholeNumber(min: number, max: number = Number.MAX_SAFE_INTEGER): z.ZodPreprocess<z.ZodInt> {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^(0|[1-9]\d*)$/.test(value) ? Number(value) : value),
    z.int({ abort: true }).min(min).max(max),
  );
}
