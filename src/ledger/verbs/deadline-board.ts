import type { Verb } from '../verb.ts';
import { all } from '../verb.ts';

export interface DeadlineCount {
  readonly institution: string | null;
  readonly late: number;
  readonly today: number;
  readonly tomorrow: number;
}

/** Open cases by the OPD they lie with: late, due until `todayEnd`, and until `tomorrowEnd` (epoch ms); most late first. */
export function* deadlineBoard(span: {
  readonly now: number;
  readonly todayEnd: number;
  readonly tomorrowEnd: number;
}): Verb<readonly DeadlineCount[]> {
  return yield* all<DeadlineCount>(
    `select institution, sum(due_at < :now) as late, sum(due_at >= :now and due_at <= :todayEnd) as today,
       sum(due_at > :todayEnd and due_at <= :tomorrowEnd) as tomorrow
     from cases where closed_at is null and due_at is not null and due_at <= :tomorrowEnd
     group by institution order by late desc, today desc, tomorrow desc, institution`,
    { ...span },
  );
}
