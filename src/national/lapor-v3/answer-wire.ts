import * as z from 'zod';
import { ownField } from '../../http/own-field.ts';
import { parseTime } from '../../report/parse-time.ts';
import type { NationalAnswer } from '../national-system.ts';
import { AttachmentsWire } from './attachments-wire.ts';
import { fillTemplate } from './fill-template.ts';
import { IdWire } from './id-wire.ts';
import { LAPOR_ZONE } from './lapor-zone.ts';
import { plainText } from './plain-text.ts';
import { isTooLong, WireText } from './text-wire.ts';

/** What people have to read. A longer one is no answer, but must not count as an empty one either. */
const MAX_TEXT_LENGTH = 64 * 1024;

const Row = z.object({
  id: IdWire,
  institution_from_name: WireText,
  institution_to_name: WireText,
  created_at: WireText,
  template_code: WireText,
  template_content: WireText,
  content: WireText,
  attachments: AttachmentsWire,
});
type Row = z.infer<typeof Row>;

/**
 * One row of E7 (contract page, E7). Without an id it could be told to a citizen twice: such a row does not parse, nor does
 * one that is too long to be read.
 */
export const AnswerWire = z
  .unknown()
  .refine((row) => !['content', 'template_content'].some((name) => isTooLong(ownField(row, name))))
  .pipe(Row)
  .transform(
    (row): NationalAnswer => ({
      id: row.id,
      text: answerText(row),
      institution: row.institution_from_name,
      template: row.template_code,
      attachments: row.attachments,
      createdAt: row.created_at === null ? null : parseTime(row.created_at, LAPOR_ZONE),
    }),
  )
  .refine(({ text }) => text.length <= MAX_TEXT_LENGTH);
export type AnswerWire = z.infer<typeof AnswerWire>;

/** What the institution wrote; where it wrote nothing, the text of the template that it chose. */
function answerText(row: Row): string {
  const written = plainText(row.content ?? '');
  if (written !== '') return written;
  return fillTemplate(
    row.template_content ?? '',
    new Map([
      ['institution', row.institution_from_name],
      ['institution_from', row.institution_from_name],
      ['institution_to', row.institution_to_name],
    ]),
  );
}
