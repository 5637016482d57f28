import type { CasePlace, CaseQuery } from '../../ledger/verbs/list-cases.ts';
import { attentionOf } from '../../operate/explain-case.ts';
import { say } from '../../operate/say.ts';
import type { WebRoute } from '../web-route.ts';
import type { PageParts, Shown } from './create-page.ts';
import { redirect, type Visited } from './create-visits.ts';
import { notePage } from './note-page.ts';
import { reportPage } from './report-page.ts';
import { reportsPage, searchPage } from './reports-page.ts';
import type { Visit } from './visit.ts';

export interface ReportPagesParts extends PageParts {
  readonly get: (path: string, visited: Visited) => WebRoute;
  readonly show: Shown;
}

const PER_PAGE = 50;
const SEARCH_MAX = 20;
const TEXT_MAX = 100;

/** The list of reports with its filters and its search, and the page of one report. */
export function createReportPages({ ledger, get, show }: ReportPagesParts): readonly WebRoute[] {
  async function search(visit: Visit, text: string) {
    const exact = await ledger.findCase(text);
    if (exact !== null) return redirect(`/report?${new URLSearchParams({ id: text })}`);
    const cases = await ledger.searchCases(text, { withSecret: visit.csrf !== null, limit: SEARCH_MAX });
    return show(visit, searchPage(visit, { text, cases }));
  }

  async function list(visit: Visit) {
    const wanted = wantedOf(visit);
    const facts = {
      wanted,
      found: await ledger.listCases(wanted),
      institutions: await ledger.caseInstitutions(),
      openSecret: await ledger.countOpenSecret(),
    };
    return show(visit, reportsPage(visit, facts));
  }

  async function one(visit: Visit) {
    const { locale, csrf, query } = visit;
    const found = await ledger.findCase((query.get('id') ?? '').slice(0, TEXT_MAX));
    const note = (name: 'not-found' | 'secret-report', status: number) =>
      show(visit, notePage(say(locale, `page.${name}`), say(locale, `page.${name}.more`)), { status });
    if (found === null) return note('not-found', 404);
    if (found.secret && csrf === null) return note('secret-report', 403);
    const facts = {
      case: found,
      deliveries: await ledger.deliveriesOf(found.id),
      attempts: await ledger.attemptsOf(found.id),
      history: await ledger.historyOf(found.id),
      attention: await attentionOf(ledger, found, locale),
    };
    return show(visit, reportPage(visit, facts));
  }

  return [
    get('/reports', (visit) => {
      const text = (visit.query.get('q') ?? '').trim().slice(0, TEXT_MAX);
      return text === '' ? list(visit) : search(visit, text);
    }),
    get('/report', one),
  ];
}

/** What the address asks for; what it does not know is left out. */
function wantedOf({ query, now, csrf }: Visit): CaseQuery {
  const [show, born] = [query.get('show'), query.get('born')];
  return {
    show: show === 'all' || show === 'late' || show === 'closed' ? show : 'open',
    institution: query.get('opd') || null,
    born: born === 'local' || born === 'national' ? born : null,
    withSecret: csrf !== null,
    after: placeOf(query),
    now,
    limit: PER_PAGE,
  };
}

function placeOf(query: URLSearchParams): CasePlace | null {
  const [after, due] = [query.get('after'), query.get('due') ?? '0'];
  return after !== null && NUMBER.test(after) && NUMBER.test(due) ? { id: Number(after), dueAt: Number(due) } : null;
}

const NUMBER = /^\d{1,15}$/;
