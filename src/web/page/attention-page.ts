import type { AttentionItem } from '../../operate/attention.ts';
import { say } from '../../operate/say.ts';
import { html } from './html.ts';
import { icon } from './icon.ts';
import type { Page } from './layout.ts';
import { matter } from './matter.ts';
import { secretNote } from './secret-note.ts';
import { seenAttention } from './seen-attention.ts';
import type { Visit } from './visit.ts';

/** More than that nobody reads at once; what is settled makes place. */
const PER_PAGE = 50;

/** Everything that waits, what is urgent first, page by page after the key of the last one seen. */
export function attentionPage(visit: Visit, items: readonly AttentionItem[]): Page {
  const { locale, query } = visit;
  const { waiting, byItself, hidden } = seenAttention(visit, items);
  const all = [...waiting, ...byItself];
  const from = all.findIndex(({ key }) => key === query.get('after')) + 1;
  const shown = all.slice(from, from + PER_PAGE);
  const last = all.length > from + PER_PAGE ? shown.at(-1) : undefined;
  const waits = shown.filter(({ needsPerson }) => needsPerson);
  const passes = shown.filter(({ needsPerson }) => !needsPerson);
  const main = html`<h1>${say(locale, 'page.attention')}</h1>
${secretNote(visit, hidden)}
${waiting.length === 0 && calm(visit)}
${waits.length > 0 && html`<ul class="matters">${waits.map((item) => matter(visit, item, 'h2'))}</ul>`}
${
  passes.length > 0 &&
  html`<section class="more"><h2>${say(locale, 'page.by-itself')}</h2><p class="quiet">${say(locale, 'page.by-itself.more')}</p>
<ul class="matters">${passes.map((item) => matter(visit, item, 'h3'))}</ul></section>`
}
<p class="paging">${from > 0 && html`<a class="button plain" href="/attention">${say(locale, 'page.first')}</a>`}${
    last !== undefined &&
    html`<a class="button plain" href="/attention?${new URLSearchParams({ after: last.key }).toString()}">${say(locale, 'page.next')}</a>`
  }</p>`;
  return { title: say(locale, 'page.attention'), main };
}

/** Nothing to do. */
export function calm({ locale }: Visit) {
  return html`<section class="card calm">${icon('check')}<div><h2>${say(locale, 'page.calm')}</h2><p>${say(locale, 'page.calm.more')}</p></div></section>`;
}
