import { DELIVERY_STATES } from '../../ledger/delivery.ts';
import type { SideHealth } from '../../ledger/side.ts';
import type { Status } from '../../operate/read-status.ts';
import { say } from '../../operate/say.ts';
import { word } from '../../operate/word.ts';
import { chip, LOOKS } from './chip.ts';
import { type Html, html } from './html.ts';
import { icon } from './icon.ts';
import { agoText, numberText } from './time-text.ts';
import type { Visit } from './visit.ts';

/** Both sides with what lies between them: how each is, when it answered last, and where every delivery stands. */
export function flow(
  visit: Visit,
  { sides, status }: { readonly sides: readonly SideHealth[]; readonly status: Status },
): Html {
  const { locale } = visit;
  const [city, nation] = sides;
  const figures = DELIVERY_STATES.map((state) => {
    const count = status.deliveries[state];
    const { tone, icon: name } = LOOKS[state];
    return html`<div class="figure ${count === 0 ? 'quiet' : tone}"><dt>${icon(name)}${word(locale, state)}</dt><dd>${numberText(locale, count)}</dd></div>`;
  });
  return html`<section class="card"><h2>${say(locale, 'page.both-sides')}</h2>
<div class="flow">${city && sideEnd(visit, city)}<div class="way">${icon('arrow')}${icon('arrow')}</div>${nation && sideEnd(visit, nation)}</div>
<h3>${say(locale, 'page.flow')}</h3>
<dl class="figures more">${figures}</dl></section>`;
}

function sideEnd(visit: Visit, { name, state, reason, creates, lastOkAt, lastNewAt }: SideHealth): Html {
  const { locale } = visit;
  return html`<div class="end side"><strong>${say(locale, `side.${name}`)}</strong>
<div>${chip(state, say(locale, `state.${state}`))}</div>
${state !== 'up' && reason !== null && html`<p>${word(locale, reason)}</p>`}
${creates !== 'open' && html`<p>${say(locale, `page.creates.${creates}`)}</p>`}
<div><span class="quiet">${say(locale, 'page.last-answer')}</span><br>${agoText(visit, lastOkAt)}</div>
<div><span class="quiet">${say(locale, 'page.last-news')}</span><br>${agoText(visit, lastNewAt)}</div></div>`;
}
