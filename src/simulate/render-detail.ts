import type { NationalComplaint, NationalInstitution, NationalLog } from './national-complaint.ts';

/** A complaint as E6 tells it: no title, text, reporter or flags, and both logs in no order (LAPOR! contract, E6). */
export function renderDetail(complaint: NationalComplaint): unknown {
  const logs = scrambled(complaint.logs);
  return {
    results: {
      data: {
        status_code: complaint.statusName.toLowerCase().replaceAll(' ', '_'),
        status_name: complaint.statusName,
        disposition_id: complaint.disposition?.id ?? null,
        disposition_name: complaint.disposition?.name ?? null,
        status_logs: logs
          .toReversed()
          .map(({ statusNew, date }) => ({ note: `<p>Status laporan: ${statusNew}</p>`, timestamp: date })),
      },
      data_logs: logs.map(renderLog),
    },
    message: 'Success',
  };
}

/** An order that follows neither time nor id, and stays the same from one reading to the next. */
function scrambled(logs: readonly NationalLog[]): readonly NationalLog[] {
  const key = ({ id }: NationalLog): number => (id * 7_919) % 1_009;
  return logs.toSorted((a, b) => key(a) - key(b));
}

function renderLog(log: NationalLog): unknown {
  const statuses = { status_old: { name: log.statusOld }, status_new: { name: log.statusNew } };
  return {
    id: log.id,
    date: log.date,
    content: log.content,
    data: JSON.stringify(statuses),
    ...renderInstitutions(log),
    // Every other entry tells its statuses in `data` only.
    ...(log.id % 2 === 0 ? statuses : { status_old: null, status_new: null }),
  };
}

/** The three shapes in which an institution is seen, by turns: flat, under `*_id`, under its own name. */
function renderInstitutions({ id, from, to }: NationalLog): Record<string, unknown> {
  switch (id % 3) {
    case 0:
      return { institution_from_name: from?.name ?? null, institution_to_name: to?.name ?? null };
    case 1:
      return { institution_from_id: nested(from), institution_to_id: nested(to) };
    default:
      return { institution_from: nested(from), institution_to: nested(to) };
  }
}

function nested(institution: NationalInstitution | null): unknown {
  return institution === null ? null : { id: institution.id, name: institution.name };
}
