import type { Attempt } from '../../ledger/verbs/attempts-of.ts';
import type { HistoryLine } from '../../ledger/verbs/overview.ts';
import type { AttentionItem } from '../../operate/attention.ts';
import type { Explained } from '../../operate/explain-case.ts';
import { say } from '../../operate/say.ts';
import { actLink } from './act-links.ts';
import { dueText, privacyChips, statusChip } from './case-table.ts';
import { chip } from './chip.ts';
import { deliveryList } from './delivery-list.ts';
import { type Html, type HtmlValue, html } from './html.ts';
import type { Page } from './layout.ts';
import { matter } from './matter.ts';
import { timeText } from './time-text.ts';
import { timeline } from './timeline.ts';
import type { Visit } from './visit.ts';

export interface ReportFacts extends Pick<Explained, 'case' | 'deliveries'> {
  readonly history: readonly HistoryLine[];
  readonly attempts: readonly Attempt[];
  readonly attention: readonly AttentionItem[];
}

/** One report on both sides: where it stands, what it waits for, and everything that happened to it. */
export function reportPage(visit: Visit, facts: ReportFacts): Page {
  const { locale } = visit;
  const { case: of, attention } = facts;
  const id = of.localId ?? of.nationalId ?? '';
  const title = say(locale, 'page.report', { id });
  const main = html`<h1>${title}</h1>
<p class="chips">${statusChip(visit, of)}${privacyChips(visit, of)}${of.hold && chip('held', say(locale, 'page.on-hold'))}${of.deletedAt !== null && chip('held', say(locale, 'page.deleted'))}</p>
${attention.length > 0 && html`<section class="more"><h2>${say(locale, 'page.do')}</h2><ul class="matters">${attention.map((item) => matter(visit, item, 'h3'))}</ul></section>`}
<section class="card more">${factsList(visit, facts)}</section>
${visit.csrf !== null && html`<p class="acts">${actLink(visit, of.hold ? 'release' : 'hold', { about: { id }, isFirst: false })}</p>`}
<section class="card"><h2>${say(locale, 'page.deliveries')}</h2>${deliveryList(visit, facts)}</section>
<section class="card"><h2>${say(locale, 'page.timeline')}</h2>${timeline(visit, facts.history)}</section>`;
  return { title, main };
}

function factsList(visit: Visit, { case: of }: ReportFacts): Html {
  const { locale } = visit;
  const sides = { local: say(locale, 'side.local'), national: say(locale, 'side.national') };
  const rows: readonly (readonly [string, HtmlValue])[] = [
    [say(locale, 'page.local-id'), of.localId ?? '–'],
    [say(locale, 'page.ticket'), of.ticket ?? '–'],
    [say(locale, 'page.number'), of.nationalId ?? '–'],
    [say(locale, 'page.status-of', { side: sides.local }), of.localStatus ?? '–'],
    [say(locale, 'page.status-of', { side: sides.national }), of.nationalStatus ?? '–'],
    [say(locale, 'page.opd'), of.institution ?? '–'],
    [say(locale, 'page.category'), of.category ?? '–'],
    [say(locale, 'page.filed'), timeText(visit, of.createdAt)],
    [say(locale, 'page.due'), dueText(visit, of)],
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
