import type { NationalFollowUp } from './national-complaint.ts';
import { renderAttachments } from './render-attachments.ts';

/** One follow-up as E7 tells it (LAPOR! contract, E7). */
export function renderFollowUp(followUp: NationalFollowUp, filesUrl: string): unknown {
  return {
    id: followUp.id,
    institution_from_name: followUp.from?.name ?? null,
    institution_to_name: followUp.to?.name ?? null,
    created_at: followUp.createdAt,
    template_code: followUp.templateCode,
    template_content: followUp.templateContent,
    content: followUp.content,
    attachments: renderAttachments(followUp.attachments, filesUrl),
  };
}
