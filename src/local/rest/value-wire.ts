import { Buffer } from 'node:buffer';
import * as z from 'zod';
import { cleanText } from '../../report/clean-text.ts';
import { dateInZone } from '../../report/format-time.ts';
import { isRealDate, parseTime } from '../../report/parse-time.ts';
import { readPrivacyFlag } from '../../report/privacy.ts';

const MAX_FIELD_BYTES = 64 * 1024;
const MAX_ID_LENGTH = 200;
/** No slash, because an id becomes part of a path; no blank, so that no two ids differ in blanks alone. */
const ID = /^[A-Za-z0-9_][A-Za-z0-9._:@-]*$/;
/** What programs write where they have no value. */
const NO_ID = /^(?:null|undefined|nan)$/i;
/** MySQL's zero date, also in the form that PHP's date arithmetic makes of it. */
const ZERO_DATE = /^(?:0000-00-00|-0001-)/;
const DEGREES = /^-?\d{1,3}(?:\.\d+)?$/;

/** Why a value did not parse. */
type Problem = 'missing' | 'not-text' | 'too-long' | 'bad-id' | 'not-a-time';

/**
 * An id as text: 7 and "7" are one id, "007" is another. Nothing is trimmed or folded: an id that would need it is no id,
 * because it could be the twin of another row's.
 */
export const IdValue = z.unknown().transform((value, context) => {
  if (isNothing(value)) return fail(context, 'missing');
  return readId(value) ?? fail(context, 'bad-id');
});

/** An id that may be absent, for which applications write `null`, `""` or 0. */
export const OptionalIdValue = z.unknown().transform((value, context) => {
  if (isNothing(value) || value === 0 || value === '0') return null;
  return readId(value) ?? fail(context, 'bad-id');
});

/** A text that must be there, but may be `null` (empty). */
export const TextValue = z.unknown().transform((value, context) => {
  return value === undefined ? fail(context, 'missing') : readText(value ?? '', context);
});

/** A text that may be missing, `null` or blank: all three say nothing. */
export const OptionalTextValue = z
  .unknown()
  .transform((value, context) => (isNothing(value) ? '' : readText(value, context)))
  .transform((text) => text.trim() || null);

/** A flag that hides something: whatever is not plainly "no" hides. */
export const HidingFlagValue = z.unknown().transform((value) => {
  return typeof value === 'object' && value !== null ? true : readPrivacyFlag(value);
});

/** Decimal degrees as they were written; anything else, such as `6,12`, says nothing. */
export const DegreesValue = z.unknown().transform((value) => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && DEGREES.test(text.trim()) ? text.trim() : null;
});

/** A number of bytes as announced; anything else says nothing. */
export const SizeValue = z.unknown().transform((value) => {
  const size = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : null;
});

/** Epoch milliseconds of a time that must be there. Without a zone of its own it is in `zone`. */
export function timeValue(zone: string) {
  return z.unknown().transform((value, context) => {
    if (isNoTime(value)) return fail(context, 'missing');
    return readTime(value, zone) ?? fail(context, 'not-a-time');
  });
}

/** The same of a time that may be missing: `null`, `""` or a zero date. */
export function optionalTimeValue(zone: string) {
  return z.unknown().transform((value, context) => {
    return isNoTime(value) ? null : (readTime(value, zone) ?? fail(context, 'not-a-time'));
  });
}

/** `YYYY-MM-DD` in `zone`; `null` for everything that names no day. */
export function dayValue(zone: string) {
  return z.unknown().transform((value) => {
    if (typeof value === 'string' && isRealDate(value.trim())) return value.trim();
    const time = isNoTime(value) ? null : readTime(value, zone);
    return time === null ? null : dateInZone(time, zone);
  });
}

function readId(value: unknown): string | null {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== 'string' || text.length > MAX_ID_LENGTH) return null;
  return ID.test(text) && !NO_ID.test(text) ? text : null;
}

function readText(value: unknown, context: z.RefinementCtx): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return fail(context, 'not-text');
  if (Buffer.byteLength(text) > MAX_FIELD_BYTES) return fail(context, 'too-long');
  return cleanText(text);
}

function readTime(value: unknown, zone: string): number | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' ? parseTime(text, zone) : null;
}

function isNoTime(value: unknown): boolean {
  return isNothing(value) || (typeof value === 'string' && (value.trim() === '' || ZERO_DATE.test(value.trim())));
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function fail(context: z.RefinementCtx, problem: Problem): never {
  context.addIssue(problem);
  return z.NEVER;
}
