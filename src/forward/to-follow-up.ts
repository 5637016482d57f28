import type { Config } from '../config/to-config.ts';
import type { FollowUp } from '../report/follow-up.ts';
import { formLines } from '../report/form-lines.ts';
import { makeResponseReference } from '../report/reference.ts';
import type { Reporter } from '../report/report.ts';
import { splitText } from '../report/split-text.ts';
import { outwardText } from './outward-text.ts';
import type { WithheldReason } from './withheld-note.ts';
import { withheldNote } from './withheld-note.ts';

export interface OutgoingFollowUp {
  readonly followUp: FollowUp;
  readonly localId: string;
  readonly reporter: Reporter;
  readonly anonymous: boolean;
  readonly withheld: readonly WithheldReason[];
  /** Files go along: an answer of files alone still needs words. */
  readonly hasFiles: boolean;
}

/** Fewer units of text in a message are no message; our reference of long ids could leave as few where the limit is small. */
const LEAST_ROOM = 10;

/**
 * The messages that carry one local answer to LAPOR!, each within its length limit and each with our reference as its
 * last line; several of them are numbered `(1/3)` in their first line. Empty where there is nothing to say.
 */
export function toFollowUp(outgoing: OutgoingFollowUp, config: Config): readonly string[] | 'no-room' {
  const { followUp, reporter } = outgoing;
  const policy = { maskNik: config.policy.maskNik, anonymous: outgoing.anonymous };
  const text = outwardText(followUp.text, reporter, policy) || (outgoing.hasFiles ? '(Lampiran)' : '');
  const note = withheldNote(outgoing.withheld);
  if (text === '' && note === '') return [];
  const intro = followUp.author === 'reporter' ? 'Balasan pelapor:\n' : '';
  const reference = makeResponseReference(config.responseReference, {
    site: config.site,
    id: outgoing.localId,
    responseId: followUp.id,
  });
  const whole = [`${intro}${text}`, note].filter((part) => part !== '').join('\n');
  const frame = (part: string, index: number, count: number) =>
    [...(count > 1 ? [`(${index + 1}/${count})`] : []), part, reference].join('\n');
  const { maxLength } = config.national.followUp;
  if (maxLength - formLines(frame('', 98, 99)).length < LEAST_ROOM) return 'no-room';
  return splitText(whole, maxLength, frame);
}
