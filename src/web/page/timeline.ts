import type { HistoryLine } from '../../ledger/verbs/overview.ts';
import { historyLine } from '../../operate/history-line.ts';
import { say } from '../../operate/say.ts';
import { type Html, html } from './html.ts';
import { timeText } from './time-text.ts';
import type { Visit } from './visit.ts';

type Lane = 'local' | 'bridge' | 'national';

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
  return html`<ol class="lanes">${history.map((line) => lineOf(visit, line))}</ol>`;
}

function lineOf(visit: Visit, { at, event, actor, data: text }: HistoryLine): Html {
  const { locale } = visit;
  const data = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const lane = laneOf(event, data);
  const name = lane === 'bridge' ? say(locale, 'page.bridge') : say(locale, `side.${lane}`);
  return html`<li class="event ${lane}">${timeText(visit, at)}<div class="what"><span class="lane">${name}</span><br>${historyLine(locale, { event, actor, data })}</div></li>`;
}

function laneOf(event: HistoryLine['event'], { side, origin }: Readonly<Record<string, unknown>>): Lane {
  const said = side ?? origin;
  if (said === 'local' || said === 'national') return said;
  return LANES[event] ?? 'bridge';
}
