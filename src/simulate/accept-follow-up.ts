import { type Answer, jsonAnswer } from './answer.ts';
import { asWebText } from './as-web-text.ts';
import { firstProblem } from './first-problem.ts';
import { type Part, parseMultipart } from './multipart.ts';
import type { NationalComplaint, NationalFile } from './national-complaint.ts';
import { nationalFailure } from './national-failure.ts';
import { nationalFileRefusal } from './national-file-refusal.ts';
import type { ComplaintChange, NationalState } from './national-state.ts';
import { statusAfterAnswer } from './national-status.ts';
import { NATIONAL_TEMPLATES } from './national-templates.ts';
import { FollowUpFields } from './national-wire.ts';
import type { SimulatedRequest } from './router.ts';

const MAX_FILES = 5;
const FILE_FIELD = /^attachment\[\d+\]$/;

/** E8: adds an answer to a complaint. The answer tells by its status only; E7 shows it afterwards. */
export function acceptFollowUp({ headers, body }: SimulatedRequest, state: NationalState): Answer {
  const parts = parseMultipart(headers['content-type'], body);
  if (parts === null) return nationalFailure(400, 'multipart/form-data tidak terbaca');
  const fileParts = parts.filter(({ name }) => FILE_FIELD.test(name));
  const fields = FollowUpFields.safeParse(textFields(parts));
  if (!fields.success) return nationalFailure(422, firstProblem(fields.error).message);
  if (NATIONAL_TEMPLATES.every(({ template_code: code }) => code !== fields.data.template_code)) {
    return nationalFailure(422, 'template_code tidak dikenal');
  }
  const complaint = state.complaints.get(Number(fields.data.complaint_id));
  if (complaint === undefined) return nationalFailure(404, 'Laporan tidak ditemukan');
  if (fileParts.length > MAX_FILES) return nationalFailure(422, `attachment paling banyak ${MAX_FILES} berkas`);
  const refusal = fileParts.map(nationalFileRefusal).find((reason) => reason !== null);
  if (refusal !== undefined) return nationalFailure(422, refusal);
  const files = fileParts.map(({ fileName, bytes }) => state.storeFile({ fileName: fileName ?? '', bytes }));
  state.change(complaint.id, changeOf(complaint, { fields: fields.data, files, state }));
  state.noteEffect('follow-up', complaint.id, fields.data.content.trimEnd().split('\n').at(-1) ?? '');
  return jsonAnswer(200, { message: 'Success' });
}

/** Everything that is no attachment, so that an unknown field is seen. */
function textFields(parts: readonly Part[]): Record<string, string> {
  return Object.fromEntries(
    parts.filter(({ name }) => !FILE_FIELD.test(name)).map(({ name, bytes }) => [name, bytes.toString('utf8')]),
  );
}

function changeOf(
  complaint: NationalComplaint,
  {
    fields,
    files,
    state,
  }: { readonly fields: FollowUpFields; readonly files: readonly NationalFile[]; readonly state: NationalState },
): ComplaintChange {
  const from = state.institution(Number(fields.institution_from_id));
  const to = fields.institution_to_id === '' ? null : state.institution(Number(fields.institution_to_id));
  return {
    statusName: statusAfterAnswer(complaint.statusName),
    disposition: complaint.disposition,
    log: { content: 'Laporan ditindaklanjuti oleh {{institution}}', from, to: null },
    followUp: {
      templateCode: fields.template_code,
      templateContent: 'Tindak lanjut dari {{institution_from}}',
      content: asWebText(fields.content),
      received: fields.content,
      secret: fields.is_secret === '1',
      from,
      to,
      attachments: files,
    },
  };
}
