import { foldText } from '../report/fold-text.ts';
import { firstLineIsReference, leadingReference } from '../report/reference.ts';
import { type SentAs, wording } from '../report/wording.ts';
import type { NationalListed } from './national-system.ts';

/** A create whose outcome is unknown, as it was sent. */
export interface SoughtReport {
  readonly site: string;
  /** `reference` of the configuration. */
  readonly template: string;
  /** Its own first line. */
  readonly reference: string;
  /** `null`: not known any more. */
  readonly sentAs: SentAs | null;
  /** It cannot have been filed earlier. */
  readonly notBefore: number;
}

/** Clocks of two offices are never the same, and LAPOR!'s is not read by us. */
export const CLOCK_SKEW_MS = 10 * 60_000;

/**
 * Whether a row of the list is the report that was sent: our reference as its first line, our words, and filed not before
 * it can have been sent. Anybody can type a reference, and LAPOR! may change words: what fits in part only is `near`, for a
 * person to judge. `null`: it is something else.
 */
export function judgeListed(listed: NationalListed, sought: SoughtReport): 'match' | 'near' | null {
  const { title, text, createdAt } = listed;
  const { sentAs, reference } = sought;
  const named = leadingReference(sought.template, text, sought.site);
  if (named !== null && !firstLineIsReference(text, reference)) return null;
  const inTime = createdAt >= sought.notBefore - CLOCK_SKEW_MS;
  if (sentAs !== null && wording(title, text) === sentAs.whole) return inTime ? 'match' : 'near';
  if (!inTime) return null;
  return carries(text, reference) || hasOurWords(listed, sentAs) ? 'near' : null;
}

/** The reference, however it is spelled: in other case, with other signs or blanks, in the middle of a line. */
function carries(text: string, reference: string): boolean {
  const wanted = letters(reference);
  const read = letters(text);
  for (let at = read.indexOf(wanted); at !== -1; at = read.indexOf(wanted, at + 1)) {
    // 1042 is not 10421.
    if (!/\d/.test(read.charAt(at + wanted.length))) return true;
  }
  return false;
}

/** Our title and words under another first line, or under none. */
function hasOurWords({ title, text }: NationalListed, sentAs: SentAs | null): boolean {
  if (sentAs === null) return false;
  return wording(title, text) === sentAs.bare || wording(title, withoutFirstLine(text)) === sentAs.bare;
}

function letters(text: string): string {
  return foldText(text).text.replace(/[^\p{L}\p{N}]/gu, '');
}

function withoutFirstLine(text: string): string {
  return text.trimStart().split('\n').slice(1).join('\n');
}
