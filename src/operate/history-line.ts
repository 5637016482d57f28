import type { HistoryEvent } from '../ledger/verbs/append-history.ts';
import { displayText } from '../report/display-text.ts';
import { historyWords } from './history-words.ts';
import type { Locale, Phrase } from './say.ts';
import { say } from './say.ts';
import { word } from './word.ts';

export interface HistoryItem {
  readonly event: HistoryEvent;
  readonly actor: string;
  /** Ids, numbers and fixed words. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** One line of the history for people: what it is about, what happened, how, and who did it. */
export function historyLine(locale: Locale, { event, actor, data }: HistoryItem): string {
  const { key } = data;
  const about = typeof key === 'string' ? `${word(locale, key.split(':')[0] ?? key)} [${key}]: ` : '';
  const details = [...detailsOf(locale, data), ...(actor === 'bridge' ? [] : [say(locale, byWhom(actor))])];
  const how = details.length === 0 ? '' : ` (${details.join('; ')})`;
  return displayText(`${about}${historyWords(locale, event)}${how}`);
}

function byWhom(actor: string): Phrase {
  return actor === 'operator' ? 'history.operator' : 'history.policy';
}

const ACTS = ['resolve', 'retry', 'hold', 'release', 'confirm', 'link', 'not-a-twin'] as const;

function isAct(value: string): value is (typeof ACTS)[number] {
  return ACTS.some((act) => act === value);
}

/** Values that say more than the event alone; `explain --json` has all of them. */
function detailsOf(locale: Locale, data: HistoryItem['data']): readonly string[] {
  const told = (name: string, show: (value: string) => string): readonly string[] => {
    const value = data[name];
    return value === undefined || value === null || value === '' ? [] : [show(String(value))];
  };
  const plain = (value: string) => value;
  const inWords = (value: string) => word(locale, value);
  const { state } = data;
  return [
    ...told('act', (value) => (isAct(value) ? say(locale, `act.${value}`) : value)),
    ...told('by', (value) => say(locale, 'history.by', { name: value })),
    ...told('why', plain),
    ...told('kind', inWords),
    ...told('detail', plain),
    ...told('name', plain),
    ...(state === 'held' || state === 'doubt' ? told('state', inWords) : []),
    ...told('reason', inWords),
    ...told('attempt', (value) => say(locale, 'history.attempt', { number: value })),
    ...told('status', (value) => `HTTP ${value}`),
    ...told('peerId', (value) => say(locale, 'history.number', { number: value })),
    ...told('nationalId', (value) => say(locale, 'history.number', { number: value })),
    ...told('error', plain),
    ...told('where', plain),
  ];
}
