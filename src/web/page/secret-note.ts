import { say } from '../../operate/say.ts';
import { type Html, html } from './html.ts';
import { icon } from './icon.ts';
import type { Visit } from './visit.ts';

/** That there are secret reports which this visitor does not see. */
export function secretNote({ locale, csrf, canSignIn }: Visit, count: number): Html | false {
  if (csrf !== null || count === 0) return false;
  const phrase = canSignIn ? 'page.secret-hidden' : 'page.secret-hidden.sealed';
  return html`<p class="quiet">${icon('lock')} ${say(locale, phrase, { count })}</p>`;
}
