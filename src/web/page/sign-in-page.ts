import { say } from '../../operate/say.ts';
import { html } from './html.ts';
import { icon } from './icon.ts';
import type { Page } from './layout.ts';
import type { Visit } from './visit.ts';

/** Asks for the token. */
export function signInPage({ locale }: Visit, error: 'wrong' | 'too-many' | null): Page {
  const title = say(locale, 'page.sign-in');
  const main = html`<h1>${title}</h1>
${error !== null && html`<p class="notice stop" role="alert">${icon('alert')} ${say(locale, `sign-in.${error}`)}</p>`}
<section class="card"><p>${say(locale, 'sign-in.more')}</p>
<form class="act" method="post" action="/sign-in"><label class="field">${say(locale, 'sign-in.token')}
<input type="password" name="token" maxlength="200" required autocomplete="current-password"></label>
<p class="paging"><button class="button">${title}</button></p></form></section>`;
  return { title, main };
}
