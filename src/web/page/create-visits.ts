import { parse, serialize } from 'hono/utils/cookie';
import type { Locale } from '../../operate/say.ts';
import type { WebAnswer, WebRequest, WebRoute } from '../web-route.ts';
import type { PageParts } from './create-page.ts';
import { isSame, type Sessions } from './create-sessions.ts';
import { decideAccess } from './decide-access.ts';
import { PAGE_HEADERS } from './page-headers.ts';
import type { Visit } from './visit.ts';

export type Posted = (visit: Visit, form: URLSearchParams, request: WebRequest) => WebAnswer | Promise<WebAnswer>;
export type Visited = (visit: Visit, request: WebRequest) => WebAnswer | Promise<WebAnswer>;

const LANGUAGE = 'jembatan-language';
const FORM_MAX_BYTES = 8_192;
const YEAR_S = 31_536_000;

/** Lets in who may, tells where he is, and remembers the language that he chose. */
export function createVisits(parts: PageParts, sessions: Sessions) {
  const { config, clock } = parts;

  function visitOf(path: string, { query, headers }: WebRequest): Visit {
    return {
      locale: localeOf(headers.cookie, config.locale),
      timezone: config.timezone,
      site: config.site,
      now: clock.now(),
      path,
      query,
      canSignIn: config.web.token !== null,
      csrf: sessions.find(headers.cookie, clock.mono())?.csrf ?? null,
      isShadow: config.policy.mode === 'shadow',
    };
  }

  return {
    /** A page that is read; `open`: by who did not sign in, too. */
    get(path: string, visited: Visited, { open = false } = {}): WebRoute {
      return {
        method: 'GET',
        path,
        bodyMaxBytes: 0,
        async handle(request) {
          const visit = visitOf(path, request);
          const access = decideAccess(request.headers, config.web, visit.csrf !== null);
          if (access === 'refuse') return REFUSED;
          const chosen = request.query.get('lang');
          if (chosen === 'id' || chosen === 'en') return inLanguage(visit, chosen);
          if (access === 'sign-in' && !open) return redirect('/sign-in');
          return await visited(visit, request);
        },
      };
    },

    /** A form that is sent, by this page and in this session alone; `open`: by who is to sign in with it. */
    post(path: string, posted: Posted, { open = false } = {}): WebRoute {
      return {
        method: 'POST',
        path,
        bodyMaxBytes: FORM_MAX_BYTES,
        async handle(request) {
          const visit = visitOf(path, request);
          const access = decideAccess(request.headers, config.web, visit.csrf !== null);
          if (access === 'refuse' || !isOfThisPage(request.headers)) return REFUSED;
          const form = new URLSearchParams(Buffer.from(request.body).toString('utf8'));
          if (open) return await posted(visit, form, request);
          if (visit.csrf === null) return redirect('/sign-in');
          return isSame(form.get('csrf') ?? '', visit.csrf) ? await posted(visit, form, request) : REFUSED;
        },
      };
    },
  };
}

/** Browsers say with every form which page it was on. */
function isOfThisPage({ origin, host }: WebRequest['headers']): boolean {
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}

/** Says nothing of who we are. */
const REFUSED: WebAnswer = { status: 403, body: 'refused\n', headers: PAGE_HEADERS };

/** Goes on elsewhere; what was sent is not sent again. */
export function redirect(to: string, cookie?: string): WebAnswer {
  const headers = { ...PAGE_HEADERS, Location: to, ...(cookie === undefined ? {} : { 'Set-Cookie': cookie }) };
  return { status: 303, body: '', headers };
}

function inLanguage({ path, query }: Visit, chosen: Locale): WebAnswer {
  const rest = new URLSearchParams(query);
  rest.delete('lang');
  const cookie = serialize(LANGUAGE, chosen, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: YEAR_S });
  return redirect(rest.size === 0 ? path : `${path}?${rest}`, cookie);
}

function localeOf(cookies: string | undefined, usual: Locale): Locale {
  const chosen = parse(cookies ?? '', LANGUAGE)[LANGUAGE];
  return chosen === 'id' || chosen === 'en' ? chosen : usual;
}
