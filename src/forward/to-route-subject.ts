import type { RouteSubject } from '../config/route-report.ts';
import type { Report } from '../report/report.ts';

/** What a report is routed by. */
export function toRouteSubject(report: Report): RouteSubject {
  const { institution: opd, category, location, title, text } = report;
  return { opd, category, district: location.district, village: location.village, text: `${title}\n${text}` };
}
