import { compareWords } from './compare-words.ts';
import type { TwinSubject } from './twin-subject.ts';

export type PlaceEvidence = 'same' | 'different' | 'unknown';

type Placed = Pick<TwinSubject, 'places' | 'area' | 'point' | 'words'>;

const NEAR_M = 150;
const FAR_M = 1_000;

/**
 * Whether two reports are of one place. Coordinates where both have them; else the names behind `jalan`, `rt` and the like:
 * one kind of name of which each has one that the other has not is enough for `different`.
 */
export function comparePlaces(a: Placed, b: Placed): PlaceEvidence {
  const metres = metresBetween(a.point, b.point);
  if (metres !== null && metres > FAR_M) return 'different';
  let agrees = metres !== null && metres <= NEAR_M;
  for (const [kind, names] of a.places) {
    const others = b.places.get(kind);
    if (others === undefined) continue;
    const { common, onlyA, onlyB } = compareWords(names, others);
    if (onlyA > 0 && onlyB > 0) return 'different';
    agrees ||= common > 0;
  }
  return agrees || isNamedBy(a.area, b) || isNamedBy(b.area, a) ? 'same' : 'unknown';
}

/** Everything that the one's form says of the place stands in the other. */
function isNamedBy(area: ReadonlySet<string>, other: Placed): boolean {
  return area.size > 1 && [...area].every((word) => other.area.has(word) || other.words.has(word));
}

const EARTH_M = 6_371_000;

/** On a ball, which is near enough within a city. */
function metresBetween(a: TwinSubject['point'], b: TwinSubject['point']): number | null {
  if (a === null || b === null) return null;
  const toRadians = (degrees: number) => (degrees * Math.PI) / 180;
  const [latA, lngA] = a.map(toRadians) as [number, number];
  const [latB, lngB] = b.map(toRadians) as [number, number];
  const east = (lngB - lngA) * Math.cos((latA + latB) / 2);
  return EARTH_M * Math.hypot(east, latB - latA);
}
