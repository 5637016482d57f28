import { say } from '../../operate/say.ts';
import type { ActName } from './act-wire.ts';
import { type Html, type HtmlValue, html } from './html.ts';
import { icon } from './icon.ts';
import type { Page } from './layout.ts';
import type { Visit } from './visit.ts';

/** The form of one decision: what it does, what it needs to know, who decides and why. */
export function actPage(
  visit: Visit,
  { name, given, error }: { readonly name: ActName; readonly given: URLSearchParams; readonly error: string | null },
): Page {
  const { locale, csrf } = visit;
  const [id, tracking] = [given.get('id') ?? '', given.get('tracking') ?? ''];
  const title = say(locale, `act.${name}`);
  const kept = (field: string) => html`<input type="hidden" name="${field}" value="${given.get(field) ?? ''}">`;
  const main = html`<h1>${title}${id !== '' && html` <span class="quiet">${id}</span>`}</h1>
${error !== null && html`<p class="notice stop" role="alert">${icon('alert')} ${error}</p>`}
<section class="card"><p>${say(locale, `act.${name}.more`, { id, tracking })}</p>
<form class="act" method="post" action="/act"><input type="hidden" name="csrf" value="${csrf ?? ''}">
<input type="hidden" name="do" value="${name}">${kept('id')}${kept('only')}
${name === 'resolve' ? outcomeFields(visit, given) : kept('tracking')}${name === 'acknowledge' && hoursField(visit, given)}
${field(say(locale, 'act.who'), html`<input name="by" value="${given.get('by') ?? ''}" maxlength="80" required autocomplete="name">`)}
${field(say(locale, 'act.why'), html`<textarea name="why" rows="3" maxlength="300" required aria-describedby="why-hint">${given.get('why') ?? ''}</textarea>`)}
<p id="why-hint" class="quiet">${say(locale, 'act.why.hint')}</p>
<p class="paging"><button class="button">${say(locale, 'act.do')}</button><a class="button plain" href="/attention">${say(locale, 'act.cancel')}</a></p></form></section>`;
  return { title, main };
}

function field(name: string, input: HtmlValue): Html {
  return html`<label class="field">${name}${input}</label>`;
}

function outcomeFields({ locale }: Visit, given: URLSearchParams): Html {
  const found = given.get('found');
  const choice = (value: string, text: string) =>
    html`<label class="choice"><input type="radio" name="found" value="${value}" required${found === value && html` checked`}> ${text}</label>`;
  return html`<fieldset><legend>${say(locale, 'page.do')}</legend>
${choice('yes', say(locale, 'act.found'))}
${field(say(locale, 'act.number'), html`<input name="tracking" value="${given.get('tracking') ?? ''}" maxlength="100" autocomplete="off" inputmode="numeric">`)}
${choice('no', say(locale, 'act.absent'))}</fieldset>`;
}

function hoursField({ locale }: Visit, given: URLSearchParams): Html {
  const options = ['4', '24', '72'].map(
    (hours) =>
      html`<option value="${hours}"${given.get('hours') === hours && html` selected`}>${say(locale, 'act.hours.some', { count: hours })}</option>`,
  );
  return field(say(locale, 'act.hours'), html`<select name="hours">${options}</select>`);
}
