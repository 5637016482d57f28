import { comparePlaces, type PlaceEvidence } from './compare-places.ts';
import { compareReporters, type ReporterEvidence } from './compare-reporters.ts';
import { compareWords, containedIn, likenessOf, type WordsCompared } from './compare-words.ts';
import type { TwinSubject } from './twin-subject.ts';

/** Why two reports are taken for one, or are not: counts and fixed words, nothing that a citizen wrote. */
export interface TwinEvidence {
  readonly reporter: ReporterEvidence | 'staff';
  /** `onlyA`: words that the local report alone has, `onlyB`: the national one. */
  readonly words: WordsCompared;
  readonly place: PlaceEvidence;
  readonly incident: 'same' | 'different' | 'unknown';
  /** Between the moments at which they were made, in hours. */
  readonly hoursApart: number;
  readonly samePrivacy: boolean;
  /** Of 110; from `NEAR_POINTS` on a person is asked. */
  readonly points: number;
}

export interface TwinScore {
  /** `certain`: taken for one report without asking; `near`: a person is asked; `null`: two reports. */
  readonly verdict: 'certain' | 'near' | null;
  readonly evidence: TwinEvidence;
}

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

const NEAR_POINTS = 50;
/** Less than this in common, and nothing else makes two reports one. */
const NEAR_LIKENESS = 0.3;
/** Further apart nobody would file the same matter as the same report. */
const NEAR_HOURS = 30 * DAY_HOURS;

const REPORTER_POINTS = { phone: 30, email: 30, name: 30, staff: 20, alike: 15, unknown: 0, different: -15 } as const;
const PLACE_POINTS = { same: 10, unknown: 0, different: -20 } as const;
const INCIDENT_POINTS = { same: 10, unknown: 0, different: -15 } as const;

/** Compares a local report with a national one. Symmetric but for the names of the counts. */
export function scoreTwins(local: TwinSubject, national: TwinSubject): TwinScore {
  const words = compareWords(local.words, national.words);
  const told = compareReporters(local.reporter, national.reporter);
  const evidence = {
    reporter: national.byStaff && !isOnePerson(told) ? ('staff' as const) : told,
    words,
    place: comparePlaces(local, national),
    incident: compareDays(local.incidentDate, national.incidentDate),
    hoursApart: Math.round(Math.abs(local.createdAt - national.createdAt) / HOUR_MS),
    samePrivacy:
      local.privacy.anonymous === national.privacy.anonymous && local.privacy.secret === national.privacy.secret,
  };
  const scored = { ...evidence, points: pointsOf(evidence) };
  return { verdict: verdictOf(scored), evidence: scored };
}

function verdictOf(evidence: TwinEvidence): TwinScore['verdict'] {
  const { words, hoursApart, points } = evidence;
  if (hoursApart > NEAR_HOURS || likeness(words) < NEAR_LIKENESS || points < NEAR_POINTS) return null;
  return isCertain(evidence) ? 'certain' : 'near';
}

/** What it takes for linking without asking: short texts, other places, days or flags, and swapped words never do. */
const CERTAIN = { words: 6, likeness: 0.75, hours: 7 * DAY_HOURS, hoursWithoutDay: 3 * DAY_HOURS } as const;
const CERTAIN_BY_STAFF = { words: 10, likeness: 0.9 } as const;

function isCertain({ reporter, words, place, incident, hoursApart, samePrivacy }: TwinEvidence): boolean {
  const isStaff = reporter === 'staff';
  if (!isStaff && !isOnePerson(reporter)) return false;
  const least = isStaff ? CERTAIN_BY_STAFF : CERTAIN;
  if (words.common < least.words || likenessOf(words) < least.likeness) return false;
  // A word here for another there may be another lamp, school or street; one report may only say more than the other.
  if (words.onlyA > 0 && words.onlyB > 0) return false;
  if (place === 'different' || !samePrivacy || incident === 'different') return false;
  return hoursApart <= (incident === 'same' ? CERTAIN.hours : CERTAIN.hoursWithoutDay);
}

function isOnePerson(reporter: TwinEvidence['reporter']): boolean {
  return reporter === 'phone' || reporter === 'email' || reporter === 'name';
}

function pointsOf({ reporter, words, place, incident, hoursApart }: Omit<TwinEvidence, 'points'>): number {
  const soon = hoursApart <= DAY_HOURS ? 5 : 0;
  const late = hoursApart > 14 * DAY_HOURS ? -15 : 0;
  const said = Math.round(60 * likeness(words));
  return said + REPORTER_POINTS[reporter] + PLACE_POINTS[place] + INCIDENT_POINTS[incident] + soon + late;
}

const CONTAINED_FROM = 5;

/** A summary of a long report is like it, too. */
function likeness(words: WordsCompared): number {
  const isSummary = words.common >= CONTAINED_FROM;
  return Math.max(likenessOf(words), isSummary ? 0.8 * containedIn(words) : 0);
}

function compareDays(a: string | null, b: string | null): TwinEvidence['incident'] {
  if (a === null || b === null) return 'unknown';
  return a === b ? 'same' : 'different';
}
