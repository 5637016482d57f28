import type { Delivery } from '../../ledger/delivery.ts';
import type { Attempt } from '../../ledger/verbs/attempts-of.ts';
import { historyWords } from '../../operate/history-words.ts';
import { say } from '../../operate/say.ts';
import { word } from '../../operate/word.ts';
import { chip } from './chip.ts';
import { type Html, html } from './html.ts';
import { timeText } from './time-text.ts';
import type { Visit } from './visit.ts';

/** Every write that a report owes or owed, each with every try. */
export function deliveryList(
  visit: Visit,
  { deliveries, attempts }: { readonly deliveries: readonly Delivery[]; readonly attempts: readonly Attempt[] },
): Html {
  return html`${deliveries.map((one) =>
    deliveryPart(
      visit,
      one,
      attempts.filter(({ deliveryId }) => deliveryId === one.id),
    ),
  )}`;
}

function deliveryPart(visit: Visit, one: Delivery, tries: readonly Attempt[]): Html {
  const { locale } = visit;
  const count = tries.length;
  return html`<details${one.state !== 'done' && html` open`}><summary><strong>${word(locale, one.kind)}</strong> <code>${one.key}</code> ${chip(one.state, word(locale, one.state))} <span class="quiet">${count === 0 ? say(locale, 'page.no-attempts') : say(locale, 'page.attempts', { count })}</span></summary>
${one.reason !== null && one.state !== 'done' && html`<p>${word(locale, one.reason)}</p>`}
<ol class="attempts">${tries.map((attempt) => attemptLine(visit, attempt))}</ol></details>`;
}

function attemptLine(visit: Visit, { number, begunAt, outcome, status }: Attempt): Html {
  const { locale } = visit;
  return html`<li><strong>${say(locale, 'page.attempt', { number })}</strong> ${timeText(visit, begunAt)}: ${
    outcome === null ? say(locale, 'page.attempt.open') : historyWords(locale, `delivery-${outcome}`)
  }${status !== null && html` <span class="quiet">HTTP ${status}</span>`}</li>`;
}
