import type { AttentionItem } from '../../operate/attention.ts';
import { say } from '../../operate/say.ts';
import type { ActName } from './act-wire.ts';
import { type Html, html } from './html.ts';
import type { Visit } from './visit.ts';

/** What this visitor can do about something that waits: a button for the likely act, links for the others. */
export function actLinks(visit: Visit, item: AttentionItem): Html | false {
  if (visit.csrf === null) return false;
  const acts: readonly ActName[] = item.needsPerson ? [...item.acts, 'acknowledge'] : item.acts;
  if (acts.length === 0) return false;
  return html`<p class="acts">${acts.map((act, at) => actLink(visit, act, { about: aboutOf(item, act), isFirst: at === 0 }))}</p>`;
}

/** To the form of one act. */
export function actLink(
  { locale }: Visit,
  act: ActName,
  { about, isFirst }: { readonly about: Readonly<Record<string, string>>; readonly isFirst: boolean },
): Html {
  const query = new URLSearchParams({ do: act, ...about });
  return html`<a class="button ${isFirst ? '' : 'plain'}" href="/act?${query.toString()}">${say(locale, `act.${act}`)}</a>`;
}

/** What the form has to know already. */
function aboutOf(
  { key, localId, nationalId, only, kind, reason }: AttentionItem,
  act: ActName,
): Readonly<Record<string, string>> {
  if (act === 'confirm') return {};
  if (act === 'acknowledge') return { id: key };
  const number = nationalId === null ? {} : { tracking: nationalId };
  // An alarm of no report is known by what it is about.
  const id = localId ?? nationalId ?? (kind === 'alarm' ? reason.split(': ').slice(1).join(': ') : '');
  return { id, ...number, ...(only === null ? {} : { only }) };
}
