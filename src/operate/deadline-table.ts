import type { DeadlineCount } from '../ledger/verbs/deadline-board.ts';
import type { Locale } from './say.ts';
import { say } from './say.ts';

export interface Table {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Said where there are no rows. */
  readonly none: string;
}

/** What is late, due today and on the next working day, by OPD. */
export function deadlineTable(locale: Locale, deadlines: readonly DeadlineCount[]): Table {
  return {
    title: say(locale, 'digest.deadlines'),
    headings: ['column.opd', 'column.late', 'column.today', 'column.tomorrow'].map((name) =>
      say(locale, name as 'column.opd'),
    ),
    rows: deadlines.map(({ institution, late, today, tomorrow }) => [
      institution ?? say(locale, 'notice.no-opd'),
      ...[late, today, tomorrow].map(String),
    ]),
    none: say(locale, 'digest.nothing-due'),
  };
}
