import type { SideHealth } from '../../ledger/side.ts';
import type { DeadlineCount } from '../../ledger/verbs/deadline-board.ts';
import type { AttentionItem } from '../../operate/attention.ts';
import type { Status } from '../../operate/read-status.ts';
import { say } from '../../operate/say.ts';
import { type ActiveDay, activityChart } from './activity-chart.ts';
import { calm } from './attention-page.ts';
import { deadlineBoard } from './deadline-board.ts';
import { flow } from './flow.ts';
import { type Html, html } from './html.ts';
import { icon } from './icon.ts';
import type { Page } from './layout.ts';
import { matter } from './matter.ts';
import { secretNote } from './secret-note.ts';
import { seenAttention } from './seen-attention.ts';
import { numberText, spanText } from './time-text.ts';
import type { Visit } from './visit.ts';

export interface OverviewFacts {
  readonly attention: readonly AttentionItem[];
  readonly status: Status;
  readonly sides: readonly SideHealth[];
  readonly deadlines: readonly DeadlineCount[];
  readonly days: readonly ActiveDay[];
}

/** The first of what waits; the rest has a page of its own. */
const FIRST = 3;

/** What waits for a person first, then how both sides are, what is on its way, and what is late. */
export function overviewPage(visit: Visit, facts: OverviewFacts): Page {
  const { locale } = visit;
  const main = html`<h1>${say(locale, 'page.overview')}</h1>
${waitingPart(visit, facts.attention)}
${flow(visit, facts)}
<section class="card"><h2>${say(locale, 'page.chart')}</h2>${activityChart(visit, facts.days)}</section>
<div class="grid">${casesPart(visit, facts)}
<section class="card"><h2>${say(locale, 'page.late-by-opd')}</h2>${deadlineBoard(visit, facts.deadlines)}</section></div>`;
  return { title: say(locale, 'page.overview'), main };
}

function waitingPart(visit: Visit, items: readonly AttentionItem[]): Html {
  const { locale } = visit;
  const { waiting, hidden } = seenAttention(visit, items);
  if (waiting.length === 0) return html`${calm(visit)}${secretNote(visit, hidden)}`;
  return html`<section class="more"><div class="head"><h2>${say(locale, 'page.waiting', { count: waiting.length })}</h2>${
    waiting.length > FIRST && html`<a href="/attention">${say(locale, 'page.see-all', { count: waiting.length })}</a>`
  }</div><ul class="matters">${waiting.slice(0, FIRST).map((item) => matter(visit, item, 'h3'))}</ul>
${secretNote(visit, hidden)}</section>`;
}

function casesPart({ locale }: Visit, { status: { cases, oldestOpenHours } }: OverviewFacts): Html {
  return html`<section class="card"><h2>${say(locale, 'page.cases')}</h2>
<dl class="figures">
<div class="figure wait"><dt>${icon('clock')}${say(locale, 'page.open')}</dt><dd>${numberText(locale, cases.open)}</dd></div>
<div class="figure ${cases.late > 0 ? 'stop' : 'quiet'}"><dt>${icon('alert')}${say(locale, 'page.late')}</dt><dd>${numberText(locale, cases.late)}</dd></div>
<div class="figure ok"><dt>${icon('check')}${say(locale, 'page.closed')}</dt><dd>${numberText(locale, cases.closed)}</dd></div>
</dl>
<p class="more quiet">${oldestOpenHours !== null && say(locale, 'page.oldest', { time: spanText(locale, oldestOpenHours * 3_600_000) })}</p>
<p><a href="/reports">${say(locale, 'page.reports')}</a></p></section>`;
}
