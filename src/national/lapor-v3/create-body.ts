import type { NationalReport } from '../national-system.ts';
import type { LaporV3Options } from './lapor-v3-options.ts';

/** Body of E4, field by field as clients of LAPOR! send it; the order too (contract page, E4). */
export function createBody(report: NationalReport, options: LaporV3Options): Readonly<Record<string, unknown>> {
  return {
    title: report.title,
    content: report.content,
    channel: options.account.channel,
    ...filer(report.reporter, options.account.userId),
    is_inbox: true,
    is_disposisi_slider: true,
    classification_id: report.classificationId,
    disposition_id: report.institutionId,
    category_id: report.categoryId,
    priority_program_id: null,
    location_id: options.create.locationId,
    community_id: null,
    date_of_incident: report.incidentDate,
    copy_externals: null,
    info_disposition: null,
    info_attachments: null,
    tags_raw: options.create.tags,
    is_approval: false,
    is_anonymous: report.anonymous,
    is_secret: report.secret,
    is_priority: false,
    attachments: attachmentsField(report.attachmentIds, options.create),
  };
}

/** A named reporter and the service account exclude each other. */
function filer(reporter: NationalReport['reporter'], userId: number): Readonly<Record<string, unknown>> {
  if (reporter === null) return { is_new_user_slider: false, user_id: userId };
  return {
    is_new_user_slider: true,
    emailUser: reporter.email,
    nameUser: reporter.name,
    phoneUser: reporter.phone,
  };
}

/** A text that holds a JSON array, not an array. */
function attachmentsField(ids: readonly string[], create: LaporV3Options['create']): string | false {
  if (ids.length === 0) return create.noAttachments;
  const array = `[${ids.join(',')}]`;
  return create.attachments === 'json-dot' ? `${array}.` : array;
}
