import type { Case } from '../../ledger/case.ts';
import type { DeadlineCount } from '../../ledger/verbs/deadline-board.ts';
import { say } from '../../operate/say.ts';
import { caseTable } from './case-table.ts';
import { deadlineBoard } from './deadline-board.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';
import type { Visit } from './visit.ts';

/** What is late and due by OPD, and the reports that are late for longest. */
export function deadlinesPage(
  visit: Visit,
  { deadlines, late }: { readonly deadlines: readonly DeadlineCount[]; readonly late: readonly Case[] },
): Page {
  const { locale } = visit;
  const main = html`<h1>${say(locale, 'page.deadlines')}</h1>
<p>${say(locale, 'page.deadlines.more')}</p>
<section class="card"><h2>${say(locale, 'page.late-by-opd')}</h2>${deadlineBoard(visit, deadlines)}</section>
${late.length > 0 && html`<section class="card"><h2>${say(locale, 'page.deadlines.most-late')}</h2>${caseTable(visit, say(locale, 'page.late'), late)}<p class="more"><a href="/reports?show=late">${say(locale, 'page.reports')}</a></p></section>`}`;
  return { title: say(locale, 'page.deadlines'), main };
}
