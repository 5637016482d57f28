import { findCategory } from '../config/find-category.ts';
import { routeReport } from '../config/route-report.ts';
import type { Config } from '../config/to-config.ts';
import type { NationalReport } from '../national/national-system.ts';
import { firstGraphemes } from '../report/first-graphemes.ts';
import { dateInZone } from '../report/format-time.ts';
import type { Privacy } from '../report/privacy.ts';
import { makeReference } from '../report/reference.ts';
import type { Report } from '../report/report.ts';
import { outwardText } from './outward-text.ts';
import { toRouteSubject } from './to-route-subject.ts';
import type { WithheldReason } from './withheld-note.ts';
import { withheldNote } from './withheld-note.ts';

export interface Outgoing {
  readonly report: Report;
  /** The level of the case: the most private ever seen, not what the last reading said. */
  readonly privacy: Privacy;
  readonly attachmentIds: readonly string[];
  readonly withheld: readonly WithheldReason[];
}

const TITLE_GRAPHEMES = 80;

/** A local report as it is filed at LAPOR!; `null` where nothing is left to say. Source of the fields: contract page, E4. */
export function toNational(outgoing: Outgoing, config: Config): NationalReport | null {
  const { report, privacy } = outgoing;
  const policy = { maskNik: config.policy.maskNik, anonymous: privacy.anonymous };
  const out = (text: string | null) => outwardText(text ?? '', report.reporter, policy);
  const text = out(report.text);
  const title = singleLine(out(report.title)) || singleLine(firstGraphemes(text, TITLE_GRAPHEMES));
  if (title === '') return null;
  const category = findCategory(config.maps.categories, report.category);
  return {
    title,
    content: [
      makeReference(config.reference, { site: config.site, id: report.localId }),
      text || title,
      ...details(report, out, outgoing.withheld),
    ].join('\n'),
    classificationId: config.national.create.classifications[report.kind] ?? category.classificationId,
    categoryId: category.categoryId,
    institutionId: firstInstitution(report, config),
    incidentDate: report.incidentDate ?? dateInZone(report.createdAt, config.timezone),
    anonymous: privacy.anonymous,
    secret: privacy.secret,
    attachmentIds: outgoing.attachmentIds,
    reporter: namedReporter(report, privacy, config),
  };
}

/** Where the report is filed: passed on afterwards (`reject`) it goes to the city itself first. */
function firstInstitution(report: Report, config: Config): number {
  const { target } = routeReport(config.maps.institutions, toRouteSubject(report));
  if (target.ours || config.policy.foreign === 'disposition') return target.id;
  return config.national.account.institutionId;
}

function namedReporter({ reporter }: Report, privacy: Privacy, config: Config): NationalReport['reporter'] {
  if (config.national.create.reporter !== 'reporter' || privacy.anonymous) return null;
  const out = (text: string | null) =>
    singleLine(outwardText(text ?? '', reporter, { maskNik: config.policy.maskNik, anonymous: false }));
  const name = out(reporter.name);
  if (name === '') return null;
  // An address or number that had to be masked is none any more.
  const whole = (text: string | null) => (text !== null && out(text) === singleLine(text) ? out(text) || null : null);
  return { name, email: whole(reporter.email), phone: whole(reporter.phone) };
}

function details(
  report: Report,
  out: (text: string | null) => string,
  withheld: readonly WithheldReason[],
): readonly string[] {
  const { address, village, district, latitude, longitude } = report.location;
  const place = [out(address), prefixed('Kel. ', out(village)), prefixed('Kec. ', out(district))]
    .map(singleLine)
    .filter((part) => part !== '')
    .join(', ');
  const point = latitude !== null && longitude !== null ? singleLine(out(`${latitude}, ${longitude}`)) : '';
  const lines = [
    prefixed('Lokasi: ', [place, point && `(${point})`].filter((part) => part !== '').join(' ')),
    prefixed('Nomor tiket: ', singleLine(out(report.ticket))),
    withheldNote(withheld),
  ].filter((line) => line !== '');
  return lines.length === 0 ? [] : ['', ...lines];
}

function prefixed(prefix: string, text: string): string {
  return text === '' ? '' : `${prefix}${text}`;
}

function singleLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
