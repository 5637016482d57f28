import type { DeadlineCount } from '../../ledger/verbs/deadline-board.ts';
import { deadlineTable } from '../../operate/deadline-table.ts';
import { cardTable } from './card-table.ts';
import { type Html, html } from './html.ts';
import type { Visit } from './visit.ts';

/** What is late or due, by OPD, each number leading to its reports. */
export function deadlineBoard({ locale }: Visit, deadlines: readonly DeadlineCount[]): Html {
  const { title, headings, rows, none } = deadlineTable(locale, deadlines);
  if (rows.length === 0) return html`<p>${none}</p>`;
  return cardTable({
    caption: title,
    columns: headings.map((name, at) => ({ name, isNumber: at > 0 })),
    rows: rows.map(([name = '', late = '0', ...others], at) => [
      linkOf(deadlines[at]?.institution ?? null, name),
      late === '0' ? late : html`<span class="strong">${late}</span>`,
      ...others,
    ]),
  });
}

function linkOf(institution: string | null, name: string): Html | string {
  if (institution === null) return name;
  return html`<a href="/reports?${new URLSearchParams({ show: 'open', opd: institution }).toString()}">${name}</a>`;
}
