import { type Act, performAct } from '../../operate/perform-act.ts';
import { say } from '../../operate/say.ts';
import type { WebAnswer, WebRoute } from '../web-route.ts';
import { actPage } from './act-page.ts';
import { ACTS, type ActName } from './act-wire.ts';
import type { PageParts, Shown } from './create-page.ts';
import type { Sessions } from './create-sessions.ts';
import { type Posted, redirect, type Visited } from './create-visits.ts';
import { notePage } from './note-page.ts';
import { signInPage } from './sign-in-page.ts';
import { toAct } from './to-act.ts';
import type { Visit } from './visit.ts';

export interface ActPagesParts extends PageParts {
  readonly get: (path: string, visited: Visited, options?: { readonly open: boolean }) => WebRoute;
  readonly post: (path: string, posted: Posted, options?: { readonly open: boolean }) => WebRoute;
  readonly show: Shown;
  readonly sessions: Sessions;
}

/** Signing in and out, and the acts of who signed in: by `performAct`, as every command does them. */
export function createActPages(parts: ActPagesParts): readonly WebRoute[] {
  const { ledger, config, clock, sessions, get, post, show } = parts;

  function unknown(visit: Visit): Promise<WebAnswer> {
    const note = notePage(say(visit.locale, 'page.not-found'), say(visit.locale, 'act.unknown'));
    return show(visit, note, { status: 404 });
  }

  async function act(visit: Visit, form: URLSearchParams): Promise<WebAnswer> {
    const name = nameOf(form.get('do'));
    if (name === null) return unknown(visit);
    const again = (error: string) => show(visit, actPage(visit, { name, given: form, error }), { status: 422 });
    const decision = toAct(form, clock.now());
    if (decision === null) return again(say(visit.locale, 'act.incomplete'));
    const { by, why } = decision;
    const performed = await performAct({ ledger, config, clock, said: { by, why } }, decision.act);
    if (!performed.ok) return again(say(visit.locale, performed.phrase, performed.values));
    return redirect(await placeOf(decision.act));
  }

  /** Where what was decided is to be seen. */
  async function placeOf(decided: Act): Promise<string> {
    const id = 'id' in decided ? decided.id : '';
    return (await ledger.findCase(id)) === null ? '/attention' : `/report?${new URLSearchParams({ id })}`;
  }

  return [
    get('/sign-in', (visit) => show(visit, signInPage(visit, null)), { open: true }),
    post(
      '/sign-in',
      (visit, form) => {
        const opened = sessions.open(form.get('token') ?? '', clock.mono());
        if (typeof opened !== 'string') return redirect('/attention', opened.cookie);
        return show(visit, signInPage(visit, opened), { status: opened === 'wrong' ? 403 : 429 });
      },
      { open: true },
    ),
    post('/sign-out', (_visit, _form, request) => redirect('/', sessions.close(request.headers.cookie))),
    get('/act', (visit) => {
      if (visit.csrf === null) return redirect('/sign-in');
      const name = nameOf(visit.query.get('do'));
      return name === null ? unknown(visit) : show(visit, actPage(visit, { name, given: visit.query, error: null }));
    }),
    post('/act', act),
  ];
}

function nameOf(text: string | null): ActName | null {
  return ACTS.find((name) => name === text) ?? null;
}
