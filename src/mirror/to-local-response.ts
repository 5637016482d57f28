import type { NewResponse } from '../local/local-system.ts';
import type { FollowUp } from '../report/follow-up.ts';

/** Prefix of the reference that marks a local answer as LAPOR!'s; contract page of the local side. */
const FOLLOW_UP_REF = 'lapor-followup:';

/** A national answer as it is written into the local application; `null` where it says nothing and has no file. */
export function toLocalResponse(followUp: FollowUp): NewResponse | null {
  const text = followUp.text.trim();
  if (text === '' && followUp.attachments.length === 0) return null;
  return {
    text: text === '' ? '(Lampiran)' : text,
    institution: followUp.institution,
    attachments: followUp.attachments,
    externalRef: `${FOLLOW_UP_REF}${followUp.id}`,
  };
}
