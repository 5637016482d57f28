import type { Privacy } from '../report/privacy.ts';
import { findPlaces } from './find-places.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import { toWords } from './to-words.ts';

/** Who filed a report, in comparable forms; `null` where it is not known. */
export interface TwinReporter {
  /** Words of the name without titles, in order of the alphabet. */
  readonly name: readonly string[];
  readonly email: string | null;
  /** Digits behind the country's or the trunk's prefix. */
  readonly phone: string | null;
}

/** One report as it is compared with one of the other side. Holds a citizen's words: it is never stored. */
export interface TwinSubject {
  /** What its title and text say, each word once. */
  readonly words: ReadonlySet<string>;
  /** Names of places by what they are a name of, from its words and its place. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words of the place that its form names, apart from its text. */
  readonly area: ReadonlySet<string>;
  readonly point: readonly [latitude: number, longitude: number] | null;
  readonly reporter: TwinReporter;
  /** Keyed in by the city's own staff, under their account. */
  readonly byStaff: boolean;
  readonly privacy: Privacy;
  /** `YYYY-MM-DD`. */
  readonly incidentDate: string | null;
  readonly createdAt: number;
}

/** What is compared, as either side tells it. */
export interface TwinFacts {
  readonly title: string;
  readonly text: string;
  readonly place: readonly (string | null)[];
  readonly point: TwinSubject['point'];
  readonly reporter: { readonly name: string | null; readonly email: string | null; readonly phone: string | null };
  readonly privacy: Privacy;
  readonly incidentDate: string | null;
  readonly createdAt: number;
}

/** Titles, and what stands where a name is hidden. */
const TITLES = new Set(
  'anonim anonymous bapak ibu sdr sdri saudara saudari h hj haji hajah dr drs dra ir st se sh mh spd skom mm'.split(
    ' ',
  ),
);
const PHONE_MIN = 8;
const POINT = /(-?\d{1,2}\.\d{4,})\s*,\s*(\d{2,3}\.\d{4,})/;

/** Prepares a report for comparing; `staff` are the names of accounts under which the city's own staff key reports in. */
export function twinSubject(facts: TwinFacts, staff: readonly string[] = []): TwinSubject {
  const spoken = toWords(`${facts.title} . ${facts.text}`);
  const placed = facts.place.flatMap((part) => toWords(part ?? ''));
  const reporter = {
    name: nameWords(facts.reporter.name),
    email: facts.reporter.email?.trim().toLowerCase() || null,
    phone: phoneDigits(facts.reporter.phone),
  };
  return {
    words: new Set(spoken.filter(isTelling).map(stem)),
    places: findPlaces([...spoken, ...facts.place.flatMap((part) => ['.', ...toWords(part ?? '')])]),
    area: new Set(placed.filter(isTelling).map(stem)),
    point: facts.point ?? pointIn(`${facts.text} ${facts.place.join(' ')}`),
    reporter,
    byStaff: staff.some((name) => reporter.name.length > 0 && nameWords(name).join(' ') === reporter.name.join(' ')),
    privacy: facts.privacy,
    incidentDate: facts.incidentDate,
    createdAt: facts.createdAt,
  };
}

function isTelling(word: string): boolean {
  return !STOP_WORDS.has(word) && (word.length > 1 || /\d/.test(word));
}

function nameWords(name: string | null): readonly string[] {
  return toWords(name ?? '')
    .filter((word) => !TITLES.has(word))
    .toSorted();
}

function phoneDigits(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/\D/g, '').replace(/^(?:0062|62|0)+/, '');
  return digits.length >= PHONE_MIN ? digits : null;
}

function pointIn(text: string): TwinSubject['point'] {
  const [, latitude, longitude] = POINT.exec(text) ?? [];
  return latitude === undefined ? null : [Number(latitude), Number(longitude)];
}
