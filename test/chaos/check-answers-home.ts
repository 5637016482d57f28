import type { LocalReport } from '../../src/simulate/local-report.ts';
import type { NationalFollowUp } from '../../src/simulate/national-complaint.ts';
import { complaintOf, type Histories } from './histories.ts';

const PREFIX = 'lapor-followup:';

/** Every answer that LAPOR! gave stands once under its report in the city, in plain words; none of the city's own came back. */
export function checkAnswersHome(histories: Histories): readonly string[] {
  return histories.local.reports.flatMap((report) => {
    const given = (complaintOf(histories, report)?.followUps ?? []).filter(({ received }) => received === null);
    const wanted = new Set(given.map(({ id }) => `${PREFIX}${id}`));
    const echoes = report.tanggapan.filter(
      ({ external_ref: reference }) => reference !== null && !wanted.has(reference),
    );
    return [
      ...given.flatMap((answer) => arrivedOnce(report, answer)),
      ...echoes.map(({ external_ref: reference }) => `I14 ${reference} came to report ${report.id}`),
    ];
  });
}

function arrivedOnce(report: LocalReport, { id, content }: NationalFollowUp): readonly string[] {
  const name = `answer ${id} of LAPOR! to report ${report.id}`;
  const [first, ...others] = report.tanggapan.filter(({ external_ref: reference }) => reference === `${PREFIX}${id}`);
  if (first === undefined) return [`I1 lost: ${name}`];
  if (others.length > 0) return [`I2 twice: ${name} was written ${others.length + 1} times`];
  return asWords(content) === first.isi ? [] : [`I4 ${name} says something else: ${first.isi}`];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#039': "'" };

/** One paragraph of the simulated LAPOR! as plain text. */
function asWords(html: string): string {
  return html.replace(/^<p>|<\/p>$/g, '').replace(/&(\w+|#\d+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
