import type { NationalListed } from '../national/national-system.ts';
import type { Report } from '../report/report.ts';
import type { TwinFacts } from '../twins/twin-subject.ts';

/** What a report of either side is compared by. */
export function twinFacts(content: Report | NationalListed): TwinFacts {
  const { title, text, privacy, incidentDate, createdAt, reporter } = content;
  const { name, email, phone } = reporter;
  const common = { title, text, privacy, incidentDate, createdAt, reporter: { name, email, phone } };
  if (!('localId' in content)) return { ...common, place: [content.location], point: null };
  const { address, village, district, latitude, longitude } = content.location;
  return { ...common, place: [address, village, district], point: pointOf(latitude, longitude) };
}

function pointOf(latitude: string | null, longitude: string | null): TwinFacts['point'] {
  const point = [Number(latitude ?? Number.NaN), Number(longitude ?? Number.NaN)] as const;
  return point.every(Number.isFinite) ? point : null;
}
