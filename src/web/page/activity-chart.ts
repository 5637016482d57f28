import { scaleLinear, scalePoint } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import type { Activity } from '../../ledger/verbs/activity.ts';
import { say } from '../../operate/say.ts';
import { cardTable } from './card-table.ts';
import { type Html, html } from './html.ts';
import { numberText } from './time-text.ts';
import type { Visit } from './visit.ts';

/** One day: when it began, and what happened on it. */
export interface ActiveDay {
  readonly at: number;
  readonly activity: Activity;
}

const SERIES = ['in', 'out', 'answered'] as const;
type Series = (typeof SERIES)[number];
type Counts = Readonly<Record<Series, number>>;
type Day = Counts & { readonly at: number };

const HEIGHT = 240;
const EDGE = { top: 12, right: 12, bottom: 28, left: 34 } as const;
/** Lines differ by their strokes as well as by their colours. */
const DASHES = { in: 'none', out: '7 4', answered: '2 4' } as const satisfies Record<Series, string>;

/** What came in, what was passed on and what was answered, day by day, as lines and as figures. */
export function activityChart(visit: Visit, active: readonly ActiveDay[]): Html {
  const { locale } = visit;
  const days = active.map(({ at, activity }) => ({ at, ...countsOf(activity) }));
  const sum = (series: Series) =>
    numberText(
      locale,
      days.reduce((total, day) => total + day[series], 0),
    );
  const summary = say(locale, 'page.chart.summary', { in: sum('in'), out: sum('out'), answered: sum('answered') });
  return html`<p>${summary}</p>
<p class="legend">${SERIES.map((series) => legend(visit, series))}</p>
<div class="desktop">${drawing(visit, days, 1_000)}</div><div class="phone">${drawing(visit, days, 360)}</div>
<details><summary>${say(locale, 'page.chart.table')}</summary>${figures(visit, days)}</details>`;
}

function countsOf({ local, national, done }: Activity): Counts {
  return {
    in: local + national,
    out: (done.create ?? 0) + (done.report ?? 0),
    answered: (done['follow-up'] ?? 0) + (done.response ?? 0),
  };
}

function legend({ locale }: Visit, series: Series): Html {
  return html`<span><svg width="28" height="10" aria-hidden="true" focusable="false"><line class="${series}" x1="1" y1="5" x2="27" y2="5" stroke-width="2.5" stroke-dasharray="${DASHES[series]}"/></svg>${say(locale, `page.chart.${series}`)}</span>`;
}

function drawing(visit: Visit, days: readonly Day[], width: number): Html {
  const most = Math.max(4, ...days.flatMap((day) => SERIES.map((series) => day[series])));
  const y = scaleLinear([0, most], [HEIGHT - EDGE.bottom, EDGE.top]).nice(4);
  const x = scalePoint(
    days.map(({ at }) => at),
    [EDGE.left, width - EDGE.right],
  );
  const placeOf = ({ at }: Day) => x(at) ?? 0;
  const pathOf = (series: Series) => line<Day>(placeOf, (day) => y(day[series])).curve(curveMonotoneX)(days) ?? '';
  const ground = area<Day>(placeOf, y(0), (day) => y(day.in)).curve(curveMonotoneX)(days) ?? '';
  const rules = y.ticks(4).filter(Number.isInteger);
  const named = days.filter((_, at) => at % (width > 500 ? 5 : 10) === 0);
  return html`<svg class="chart" viewBox="0 0 ${width} ${HEIGHT}" aria-hidden="true" focusable="false">
${rules.map((value) => html`<line class="rule" x1="${EDGE.left}" x2="${width - EDGE.right}" y1="${y(value)}" y2="${y(value)}"/><text x="${EDGE.left - 8}" y="${y(value) + 4}" text-anchor="end">${value}</text>`)}
${named.map((day, at) => html`<text x="${placeOf(day)}" y="${HEIGHT - 6}" text-anchor="${at === 0 ? 'start' : 'middle'}">${dateText(visit, day.at)}</text>`)}
<path class="area" d="${ground}"/>
${SERIES.map((series) => html`<path class="line ${series}" stroke-dasharray="${DASHES[series]}" d="${pathOf(series)}"/>`)}
</svg>`;
}

function figures(visit: Visit, days: readonly Day[]): Html {
  const { locale } = visit;
  const numbers = SERIES.map((series) => ({ name: say(locale, `page.chart.${series}`), isNumber: true }));
  return cardTable({
    caption: say(locale, 'page.chart'),
    columns: [{ name: say(locale, 'page.date') }, ...numbers],
    rows: days
      .toReversed()
      .map((day) => [dateText(visit, day.at), ...SERIES.map((series) => numberText(locale, day[series]))]),
  });
}

function dateText({ locale, timezone }: Visit, ms: number): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: timezone }).format(ms);
}
