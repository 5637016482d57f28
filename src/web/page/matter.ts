import type { AttentionItem } from '../../operate/attention.ts';
import { say } from '../../operate/say.ts';
import { word } from '../../operate/word.ts';
import { actLinks } from './act-links.ts';
import { chip, LOOKS, lookOf } from './chip.ts';
import { type Html, html } from './html.ts';
import { reportLink } from './report-link.ts';
import { agoText } from './time-text.ts';
import type { Visit } from './visit.ts';

/** One thing that waits: what, why, since when, and what settles it. */
export function matter(visit: Visit, item: AttentionItem, level: 'h2' | 'h3'): Html {
  const { locale } = visit;
  const state = lookOf(item.state);
  const heading = html`${word(locale, item.kind)}${idsOf(item)}`;
  return html`<li class="matter ${LOOKS[state].tone}">
<div class="head">${level === 'h2' ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`}
<span class="chips">${chip(state, word(locale, item.state))}${item.secret && chip('secret', say(locale, 'page.secret'))}</span></div>
<dl><dt>${say(locale, 'page.why')}</dt><dd class="why">${word(locale, item.reason)}</dd>
<dt>${say(locale, 'page.since')}</dt><dd>${agoText(visit, item.since)}</dd>
<dt>${say(locale, 'page.do')}</dt><dd>${commandText(item.next)}</dd></dl>
${actLinks(visit, item)}
</li>`;
}

function idsOf({ kind, localId, nationalId }: AttentionItem): Html | false {
  if (localId === null && nationalId === null) return false;
  const id = localId ?? nationalId ?? '';
  // A row that could not be read is no report yet.
  if (kind === 'row') return html` <span class="quiet">${id}</span>`;
  return html` · ${reportLink(id)}${localId !== null && nationalId !== null && html` <span class="quiet">LAPOR! ${nationalId}</span>`}`;
}

/** A command looks like one. */
function commandText(next: string): Html | string {
  return next.startsWith('jembatan ') ? html`<code>${next}</code>` : next;
}
