import { type Answer, jsonAnswer } from './answer.ts';
import type { NationalComplaint, NationalFile } from './national-complaint.ts';
import { nationalFailure } from './national-failure.ts';
import type { ComplaintDraft, NationalState } from './national-state.ts';
import { NATIONAL_STATUS } from './national-status.ts';
import { NewComplaint } from './national-wire.ts';
import { readJson } from './read-json.ts';
import type { SimulatedRequest } from './router.ts';

/** E4: files a complaint. Names it by turns as `complaint_id` and as `results.complaint.id`. */
export function acceptComplaint({ body }: SimulatedRequest, state: NationalState): Answer {
  const sent = readJson(body, NewComplaint);
  if (!sent.ok) return nationalFailure(sent.status, sent.message);
  const files = attachedFiles(sent.value.attachments, state);
  if (files === null) return nationalFailure(422, 'attachments tidak ditemukan');
  const complaint = state.insert(draftOf(sent.value, files, state));
  state.noteEffect('create', complaint.id, complaint.content.split(/\r?\n/, 1)[0] ?? '');
  return jsonAnswer(200, nameOf(complaint));
}

function nameOf({ id }: NationalComplaint): unknown {
  return id % 2 === 0 ? { complaint_id: id } : { results: { complaint: { id } } };
}

/** `null`: one of them was never uploaded. */
function attachedFiles(attachments: NewComplaint['attachments'], state: NationalState): NationalFile[] | null {
  const ids = attachments === false ? [] : (attachments.match(/\d+/g) ?? []);
  const files = ids.flatMap((id) => state.file(Number(id))?.file ?? []);
  return files.length === ids.length ? files : null;
}

function draftOf(body: NewComplaint, attachments: readonly NationalFile[], state: NationalState): ComplaintDraft {
  const { disposition_id: dispositionId, nameUser } = body;
  const isDisposed = body.is_disposisi_slider && typeof dispositionId === 'number';
  return {
    origin: 'api',
    title: body.title,
    content: body.content,
    statusName: NATIONAL_STATUS.unverified,
    channel: body.channel,
    channelName: 'API',
    classificationId: body.classification_id,
    categoryId: body.category_id,
    locationId: body.location_id,
    location: '',
    disposition: isDisposed ? state.institution(dispositionId) : null,
    dateOfIncident: body.date_of_incident,
    anonymous: body.is_anonymous,
    secret: body.is_secret,
    tags: body.tags_raw ?? '',
    reporter:
      nameUser === undefined ? null : { name: nameUser, email: body.emailUser ?? null, phone: body.phoneUser ?? null },
    attachments,
  };
}
