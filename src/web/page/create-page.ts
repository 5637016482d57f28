import type { Clock } from '../../clock.ts';
import type { Config } from '../../config/to-config.ts';
import { boardSpan } from '../../deadlines/board-span.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { type AttentionItem, toAttention } from '../../operate/attention.ts';
import { policyLines } from '../../operate/policy-lines.ts';
import { readStatus } from '../../operate/read-status.ts';
import type { WebAnswer, WebRoute } from '../web-route.ts';
import { attentionPage } from './attention-page.ts';
import { createActPages } from './create-act-pages.ts';
import { createReportPages } from './create-report-pages.ts';
import { createSessions } from './create-sessions.ts';
import { createVisits } from './create-visits.ts';
import { dayStarts } from './day-starts.ts';
import { deadlinesPage } from './deadlines-page.ts';
import { healthPage } from './health-page.ts';
import { layout, type Page } from './layout.ts';
import { overviewPage } from './overview-page.ts';
import { PAGE_HEADERS } from './page-headers.ts';
import { seenAttention } from './seen-attention.ts';
import { STYLE, STYLE_PATH } from './style.ts';
import type { Visit } from './visit.ts';

export interface PageParts {
  readonly config: Config;
  readonly ledger: Ledger;
  readonly clock: Pick<Clock, 'now' | 'mono'>;
  readonly version: string;
  readonly randomBytes: (size: number) => Uint8Array;
}

/** A page laid out, with the number of what waits beside its name. */
export type Shown = (
  visit: Visit,
  page: Page,
  given?: { readonly status?: number; readonly items?: readonly AttentionItem[] },
) => Promise<WebAnswer>;

const LATE_SHOWN = 20;
const DAYS = 30;

/**
 * The page: what `status`, `explain` and the digest tell, for a browser. Every reading of the ledger is bounded and finds its
 * rows by an index, because nothing is sent or settled while it lasts.
 */
export function createPage(parts: PageParts): readonly WebRoute[] {
  const { config, ledger, clock, version } = parts;
  const sessions = createSessions(config.web.token, parts.randomBytes);
  const { get, post } = createVisits(parts, sessions);

  async function attention({ locale }: Visit): Promise<readonly AttentionItem[]> {
    return toAttention(await ledger.readAttention(), locale);
  }

  const show: Shown = async (visit, page, { status = 200, items } = {}) => {
    const { waiting } = seenAttention(visit, items ?? (await attention(visit)));
    const body = layout(visit, page, waiting.length);
    return { status, body, contentType: 'text/html; charset=utf-8', headers: PAGE_HEADERS };
  };

  async function bothSides() {
    return [await ledger.readSide('local'), await ledger.readSide('national')];
  }

  const status = () => readStatus(ledger, { config, now: clock.now(), version });
  const deadlines = () => ledger.deadlineBoard(boardSpan(clock.now(), config));

  async function days() {
    const starts = dayStarts(clock.now(), config.timezone, DAYS);
    const activities = await ledger.dailyActivity(starts);
    return activities.map((activity, at) => ({ at: starts[at] ?? 0, activity }));
  }

  return [
    get('/', async (visit) => {
      const items = await attention(visit);
      const sides = await bothSides();
      const facts = {
        attention: items,
        status: await status(),
        sides,
        deadlines: await deadlines(),
        days: await days(),
      };
      return show(visit, overviewPage(visit, facts), { items });
    }),
    get('/attention', async (visit) => {
      const items = await attention(visit);
      return show(visit, attentionPage(visit, items), { items });
    }),
    ...createReportPages({ ...parts, get, show }),
    ...createActPages({ ...parts, get, post, show, sessions }),
    get('/deadlines', async (visit) => {
      const wanted = { show: 'late', institution: null, born: null, after: null, limit: LATE_SHOWN } as const;
      const late = await ledger.listCases({ ...wanted, now: visit.now, withSecret: visit.csrf !== null });
      return show(visit, deadlinesPage(visit, { deadlines: await deadlines(), late: late.cases }));
    }),
    get('/health', async (visit) => {
      const facts = { sides: await bothSides(), status: await status(), oldestReadyAt: await ledger.oldestReadyAt() };
      return show(visit, healthPage(visit, { ...facts, policy: policyLines({ ...config, locale: visit.locale }) }));
    }),
    styleRoute,
  ];
}

const styleRoute: WebRoute = {
  method: 'GET',
  path: STYLE_PATH.split('?')[0] ?? '',
  bodyMaxBytes: 0,
  handle: () => ({
    status: 200,
    body: STYLE,
    contentType: 'text/css; charset=utf-8',
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
  }),
};
