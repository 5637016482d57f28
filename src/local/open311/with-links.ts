import type { Attachment } from '../../report/report.ts';

/** A text with the addresses of all files but the first: a request or an update has place for one. */
export function withLinks({
  text,
  attachments,
}: {
  readonly text: string;
  readonly attachments: readonly Attachment[];
}) {
  const [, ...others] = attachments;
  return others.length === 0 ? text : `${text}\n\nLampiran:\n${others.map(({ url }) => url).join('\n')}`;
}
