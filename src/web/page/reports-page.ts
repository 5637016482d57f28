import type { Case } from '../../ledger/case.ts';
import type { CasePage, CaseQuery } from '../../ledger/verbs/list-cases.ts';
import { say } from '../../operate/say.ts';
import { caseTable } from './case-table.ts';
import { type Html, html } from './html.ts';
import { icon } from './icon.ts';
import type { Page } from './layout.ts';
import { secretNote } from './secret-note.ts';
import type { Visit } from './visit.ts';

export interface ReportsFacts {
  readonly wanted: CaseQuery;
  readonly found: CasePage;
  readonly institutions: readonly string[];
  readonly openSecret: number;
}

const SHOWS = ['open', 'late', 'closed', 'all'] as const satisfies readonly CaseQuery['show'][];

/** The reports that a filter lets through, page by page. */
export function reportsPage(visit: Visit, facts: ReportsFacts): Page {
  const { locale } = visit;
  const { wanted, found } = facts;
  const caption = say(locale, `page.${wanted.show}`);
  const main = html`<h1>${say(locale, 'page.reports')}</h1>
${searchForm(visit, '')}
${filterForm(visit, facts)}
<section class="card">${found.cases.length === 0 ? html`<p>${say(locale, 'page.none')}</p>` : caseTable(visit, caption, found.cases)}
${secretNote(visit, facts.openSecret)}
<p class="paging">${wanted.after !== null && html`<a class="button plain" href="/reports?${filterQuery(wanted)}">${say(locale, 'page.first')}</a>`}${
    found.next !== null &&
    html`<a class="button plain" rel="next" href="/reports?${filterQuery(wanted)}&amp;after=${found.next.id}&amp;due=${found.next.dueAt}">${say(locale, 'page.next')}</a>`
  }</p></section>`;
  return { title: say(locale, 'page.reports'), main };
}

/** What a search for the beginning of a number found. */
export function searchPage(
  visit: Visit,
  { text, cases }: { readonly text: string; readonly cases: readonly Case[] },
): Page {
  const { locale } = visit;
  const main = html`<h1>${say(locale, 'page.reports')}</h1>
${searchForm(visit, text)}
<section class="card">${
    cases.length === 0
      ? html`<p>${say(locale, 'page.search.none', { text })}</p>`
      : caseTable(visit, say(locale, 'page.search.found', { text }), cases)
  }</section><p><a href="/reports">${say(locale, 'page.first')}</a></p>`;
  return { title: say(locale, 'page.reports'), main };
}

function searchForm({ locale }: Visit, text: string): Html {
  return html`<form class="filters" role="search" action="/reports"><label class="field">${say(locale, 'page.search')}
<input type="search" name="q" value="${text}" maxlength="100" required autocomplete="off"></label>
<button class="button">${icon('search')}${say(locale, 'page.search.go')}</button></form>`;
}

function filterForm({ locale }: Visit, { wanted, institutions }: ReportsFacts): Html {
  const option = (value: string, isChosen: boolean, text: string) =>
    html`<option value="${value}"${isChosen && html` selected`}>${text}</option>`;
  const borns = ['', 'local', 'national'] as const;
  return html`<form class="filters" action="/reports">
<label class="field">${say(locale, 'page.filter.show')}<select name="show">${SHOWS.map((show) => option(show, wanted.show === show, say(locale, `page.${show}`)))}</select></label>
<label class="field">${say(locale, 'page.filter.opd')}<select name="opd">${option('', wanted.institution === null, say(locale, 'page.filter.any'))}${institutions.map((name) => option(name, wanted.institution === name, name))}</select></label>
<label class="field">${say(locale, 'page.filter.born')}<select name="born">${borns.map((born) => option(born, (wanted.born ?? '') === born, say(locale, born === '' ? 'page.filter.born.any' : `side.${born}`)))}</select></label>
<button class="button plain">${say(locale, 'page.filter.go')}</button></form>`;
}

function filterQuery({ show, institution, born }: CaseQuery): string {
  return new URLSearchParams({ show, opd: institution ?? '', born: born ?? '' }).toString();
}
