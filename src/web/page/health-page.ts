import type { SideHealth } from '../../ledger/side.ts';
import type { Status } from '../../operate/read-status.ts';
import { say } from '../../operate/say.ts';
import { word } from '../../operate/word.ts';
import { chip } from './chip.ts';
import { flow } from './flow.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { agoText, numberText, timeText } from './time-text.ts';
import type { Visit } from './visit.ts';

export interface HealthFacts {
  readonly sides: readonly SideHealth[];
  readonly status: Status;
  readonly oldestReadyAt: number | null;
  /** What is to be known of the rules in force. */
  readonly policy: readonly string[];
}

/** How the bridge itself does: both sides, what waits to be sent, the ledger. */
export function healthPage(visit: Visit, facts: HealthFacts): Page {
  const { locale } = visit;
  const { status, oldestReadyAt, policy } = facts;
  const main = html`<h1>${say(locale, 'page.health')}</h1>
${policy.map((line) => html`<p class="notice warn">${line}</p>`)}
${flow(visit, facts)}
<div class="grid">${facts.sides.map((side) => sidePart(visit, side))}
<section class="card"><h2>${say(locale, 'page.queue')}</h2><dl class="facts"><dt>${say(locale, 'page.queue.oldest')}</dt><dd>${oldestReadyAt === null ? say(locale, 'page.queue.none') : agoText(visit, oldestReadyAt)}</dd></dl></section>
<section class="card"><h2>${say(locale, 'page.ledger')}</h2><dl class="facts">
<dt>${say(locale, 'page.ledger.size')}</dt><dd>${numberText(locale, Math.ceil(status.ledger.sizeBytes / 1_000_000))} MB</dd>
<dt>${say(locale, 'page.ledger.head')}</dt><dd><code>${status.ledger.head?.slice(0, 16) ?? '–'}</code></dd>
<dt>${say(locale, 'page.version')}</dt><dd>${status.version}</dd></dl></section></div>`;
  return { title: say(locale, 'page.health'), main };
}

function sidePart(visit: Visit, { name, state, reason, failures, until, creates }: SideHealth): Html {
  const { locale, now } = visit;
  const how = creates === 'open' ? 'page.creates.open' : (`page.creates.${creates}` as const);
  return html`<section class="card"><h2>${say(locale, `side.${name}`)}</h2><p>${chip(state, say(locale, `state.${state}`))}</p><dl class="facts">
${reason !== null && state !== 'up' && html`<dt>${say(locale, 'page.why')}</dt><dd>${word(locale, reason)}</dd>`}
<dt>${say(locale, 'page.failures')}</dt><dd>${failures}</dd>
${until > now && html`<dt>${say(locale, 'page.waits-until')}</dt><dd>${timeText(visit, until)}</dd>`}
${name === 'national' && html`<dt>${say(locale, 'page.creates')}</dt><dd>${say(locale, how)}</dd>`}</dl></section>`;
}
