import type { NewResponse } from '../local/local-system.ts';
import type { FollowUp } from '../report/follow-up.ts';
import { passOnFiles } from './pass-on-files.ts';

/** Prefix of the reference that marks a local answer as LAPOR!'s; contract page of the local side. */
const FOLLOW_UP_REF = 'lapor-followup:';

/** A national answer as it is written into the local application; `null` where it says nothing and has no file. */
export function toLocalResponse(followUp: FollowUp): NewResponse | null {
  const { files, note } = passOnFiles(followUp.attachments);
  const text = [followUp.text.trim(), note].filter((part) => part !== '').join('\n\n');
  if (text === '' && files.length === 0) return null;
  return {
    text: text === '' ? '(Lampiran)' : text,
    institution: followUp.institution,
    attachments: files,
    externalRef: `${FOLLOW_UP_REF}${followUp.id}`,
  };
}
