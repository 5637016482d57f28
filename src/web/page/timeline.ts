import type { HistoryLine } from '../../ledger/verbs/overview.ts';
import { historyLine } from '../../operate/history-line.ts';
import { say } from '../../operate/say.ts';
import { type Html, html } from './html.ts';
import { timeText } from './time-text.ts';
import type { Visit } from './visit.ts';

type Lane = 'local' | 'bridge' | 'national';

/** What happened on one side within one minute. */
interface Moment {
  readonly at: number;
  readonly lane: Lane;
  readonly lines: string[];
}

const MINUTE_MS = 60_000;

/** What is told of one side alone. */
const LANES: Readonly<Partial<Record<HistoryLine['event'], Lane>>> = {
  'content-changed': 'local',
  'deleted-locally': 'local',
  'restored-locally': 'local',
  'answer-bound': 'national',
  'national-status': 'national',
  returned: 'national',
};

/** Everything that happened to a report: the city's side on the left, LAPOR!'s on the right, the bridge between them. */
export function timeline(visit: Visit, history: readonly HistoryLine[]): Html {
  return html`<ol class="lanes">${momentsOf(visit, history).map((moment) => momentPart(visit, moment))}</ol>`;
}

function momentsOf({ locale }: Visit, history: readonly HistoryLine[]): readonly Moment[] {
  const moments: Moment[] = [];
  for (const { at, event, actor, data: text } of history) {
    const data = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const lane = laneOf(event, data);
    const line = historyLine(locale, { event, actor, data });
    const last = moments.at(-1);
    const goesOn = last?.lane === lane && Math.floor(last.at / MINUTE_MS) === Math.floor(at / MINUTE_MS);
    if (goesOn) last.lines.push(line);
    else moments.push({ at, lane, lines: [line] });
  }
  return moments;
}

function momentPart(visit: Visit, { at, lane, lines }: Moment): Html {
  const { locale } = visit;
  const name = lane === 'bridge' ? say(locale, 'page.bridge') : say(locale, `side.${lane}`);
  return html`<li class="event ${lane}">${timeText(visit, at)}<div class="what"><span class="lane">${name}</span>${lines.map((line) => html`<p>${line}</p>`)}</div></li>`;
}

function laneOf(event: HistoryLine['event'], { side, origin }: Readonly<Record<string, unknown>>): Lane {
  const said = side ?? origin;
  if (said === 'local' || said === 'national') return said;
  return LANES[event] ?? 'bridge';
}
