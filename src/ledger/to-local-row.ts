import { bareAddress } from '../report/bare-address.ts';
import { fingerprint } from '../report/fingerprint.ts';
import type { Report } from '../report/report.ts';
import type { LocalRow } from './local-news.ts';

/** The reference of a report that came from LAPOR! names its number (contract page of the local side). */
const NATIONAL_REF = /^lapor:([\w.-]{1,200})$/;

/**
 * A report with what tells news from what is known. Left out on purpose: `updatedAt` and the mirrored status, which move
 * when the bridge itself writes, and the query of a file's address, which is signed anew at every reading. A report that
 * came from LAPOR! has the number of its reference where it carries no other.
 */
export function toLocalRow(read: Report): LocalRow {
  const nationalId = read.nationalId ?? NATIONAL_REF.exec(read.externalRef ?? '')?.[1] ?? null;
  const report = { ...read, nationalId };
  const content = {
    title: report.title,
    text: report.text,
    kind: report.kind,
    category: report.category,
    institution: report.institution,
    incidentDate: report.incidentDate,
    location: { ...report.location },
    reporter: { ...report.reporter },
    attachments: report.attachments.map(bareAddress),
  };
  const news = {
    content,
    ticket: report.ticket,
    privacy: { ...report.privacy },
    status: report.status,
    nationalId,
    externalRef: report.externalRef,
    deleted: report.deletedAt !== null,
    responses: (report.responses ?? []).map((response) => ({
      id: response.id,
      author: response.author,
      text: response.text,
      internal: response.internal,
      externalRef: response.externalRef,
      attachments: response.attachments.map(bareAddress),
    })),
  };
  return { report, fingerprint: fingerprint(news), contentFingerprint: fingerprint(content) };
}
