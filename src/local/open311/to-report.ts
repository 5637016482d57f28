import type { FollowUp } from '../../report/follow-up.ts';
import type { Report } from '../../report/report.ts';
import type { RequestRow, UpdateRow } from './open311-wire.ts';

const STATUS_LINE = /^Status LAPOR!: (.+)$/m;

/** Text of the update that tells the city a number, a status and the public page; read again by `toReport`. */
export function statusText(values: { nationalId: string; nationalStatus: string | null; nationalUrl: string }): string {
  const { nationalId, nationalStatus, nationalUrl } = values;
  const status = nationalStatus === null ? [] : [`Status LAPOR!: ${nationalStatus}`];
  return [`Nomor SP4N-LAPOR!: ${nationalId}`, ...status, nationalUrl].join('\n');
}

/**
 * A request with what was written under it. Updates of ours tell number and status of LAPOR!, the last one counts; the others
 * with a text or a file are answers of the city. `updates: null`: the server shows none, so nobody knows what is there.
 */
export function toReport(request: RequestRow, updates: readonly UpdateRow[] | null): Report {
  if (updates === null) return { ...request, responses: null };
  const sorted = updates.toSorted((a, b) => a.at - b.at);
  const statuses = sorted.filter(({ mark }) => mark?.startsWith('lapor-status:'));
  const named = statuses.findLast(({ text }) => STATUS_LINE.test(text));
  const answers = sorted.filter(({ mark, text, attachments }) => {
    return !mark?.startsWith('lapor-status:') && (text !== '' || attachments.length > 0);
  });
  return {
    ...request,
    nationalId: statuses.at(-1)?.mark?.slice('lapor-status:'.length) ?? null,
    nationalStatus: STATUS_LINE.exec(named?.text ?? '')?.[1] ?? null,
    responses: answers.map(toFollowUp),
    updatedAt: Math.max(request.updatedAt, ...sorted.map(({ at }) => at)),
  };
}

function toFollowUp({ id, text, mark, attachments, at }: UpdateRow): FollowUp {
  return {
    id,
    author: mark === null ? 'institution' : 'national',
    institution: null,
    text,
    internal: false,
    attachments,
    externalRef: mark,
    createdAt: at,
  };
}
