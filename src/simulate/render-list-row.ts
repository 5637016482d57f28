import type { NationalComplaint } from './national-complaint.ts';
import { renderAttachments } from './render-attachments.ts';

/** A complaint as the optional list tells it (LAPOR! contract, "The optional list"). An anonymous reporter is not named. */
export function renderListRow(complaint: NationalComplaint, filesUrl: string): unknown {
  const reporter = complaint.anonymous ? null : complaint.reporter;
  return {
    id: complaint.id,
    title: complaint.title,
    content: complaint.content,
    status_name: complaint.statusName,
    classification_id: complaint.classificationId,
    category_id: complaint.categoryId,
    disposition_id: complaint.disposition?.id ?? null,
    disposition_name: complaint.disposition?.name ?? null,
    date_of_incident: complaint.dateOfIncident,
    location: complaint.location,
    is_anonymous: complaint.anonymous,
    is_secret: complaint.secret,
    user: { name: reporter?.name ?? 'Anonim', email: reporter?.email ?? null, phone: reporter?.phone ?? null },
    channel_name: complaint.channelName,
    attachments: renderAttachments(complaint.attachments, filesUrl),
    created_at: complaint.createdAt,
    updated_at: complaint.updatedAt,
  };
}
