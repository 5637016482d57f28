import type { NationalFollowUp } from '../national-system.ts';
import { appendFile } from './append-file.ts';
import type { LaporV3Options } from './lapor-v3-options.ts';

/** Form of E8: every field that clients send, the ones we have no value for empty (contract page, E8). */
export function followUpForm(followUp: NationalFollowUp, options: LaporV3Options): FormData {
  const form = new FormData();
  form.append('user_id', String(options.account.userId));
  form.append('institution_from_id', String(followUp.fromInstitutionId));
  form.append('institution_to_id', String(followUp.toInstitutionId));
  form.append('complaint_id', followUp.nationalId);
  form.append('info_disposition', '');
  form.append('template_code', options.followUp.templateCode);
  form.append('rating', '');
  form.append('is_secret', followUp.secret ? '1' : '0');
  form.append('content', followUp.content);
  followUp.files.forEach((file, index) => {
    appendFile(form, `attachment[${index}]`, file);
  });
  return form;
}
