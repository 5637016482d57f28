import type { Config } from '../config/to-config.ts';
import type { Notice, NoticeEvent } from '../ledger/notice.ts';
import type { ToTell } from '../ledger/verbs/notices.ts';
import { formatLocalTime } from '../report/format-time.ts';
import type { TroubleFinding } from '../watch/decide-findings.ts';
import type { Message } from '../watch/send-message.ts';
import type { AttentionItem } from './attention.ts';
import type { Locale, Phrase } from './say.ts';
import { say } from './say.ts';
import { word } from './word.ts';

/** What stands now, by the keys of its notices. */
export interface Standing {
  readonly items: ReadonlyMap<string, AttentionItem>;
  readonly troubles: ReadonlyMap<string, TroubleFinding>;
}

type Told = Pick<Config, 'site' | 'locale' | 'timezone'>;

const LINES_MAX = 20;
const EVENTS: readonly NoticeEvent[] = ['parked', 'late', 'silent'];

/** What a channel is told: each thing in a line with the command that settles it; never a citizen's words. */
export function noticeMessage(config: Told, told: ToTell, standing: Standing): Message {
  const { locale, site } = config;
  const lines = told.standing.map((notice) => ({ ...notice, line: lineOf(config, notice, standing) }));
  const over = told.over.map((notice) => ({ ...notice, line: overLine(locale, notice) }));
  const sections = EVENTS.map((event) => ({
    title: `notice.${event}` as const,
    all: lines.filter((one) => one.event === event),
  }));
  const subject =
    lines.length === 0
      ? say(locale, 'notice.subject-over', { site, count: over.length })
      : say(locale, 'notice.subject', { site, count: lines.length });
  return {
    subject,
    text: [
      ...sections.map(({ title, all }) => section(locale, title, all)),
      section(locale, 'notice.over', over),
      lines.length === 0 ? '' : say(locale, 'notice.see'),
    ]
      .filter((text) => text !== '')
      .join('\n\n'),
    data: { site, standing: lines.map(toData), over: over.map(toData) },
  };
}

function toData({ key, event, subject, since, line }: Notice & { readonly line: string }) {
  return { key, event, subject, since: new Date(since).toISOString(), text: line };
}

function section(locale: Locale, title: Phrase, all: readonly { readonly line: string }[]): string {
  if (all.length === 0) return '';
  const shown = all.slice(0, LINES_MAX).map(({ line }) => `- ${line}`);
  const rest = all.length - shown.length;
  return [
    say(locale, title),
    ...shown,
    ...(rest === 0 ? [] : [`- ${say(locale, 'notice.more', { count: rest })}`]),
  ].join('\n');
}

function lineOf({ locale, timezone }: Told, notice: ToTell['standing'][number], standing: Standing): string {
  const item = standing.items.get(notice.key);
  const trouble = standing.troubles.get(notice.key);
  const line = item === undefined ? troubleLine(locale, trouble) : itemLine(locale, item);
  return notice.again
    ? `${line} ${say(locale, 'notice.again', { since: formatLocalTime(notice.since, timezone) })}`
    : line;
}

function troubleLine(locale: Locale, trouble: TroubleFinding | undefined): string {
  if (trouble === undefined) throw new Error('a notice of what is not found');
  const { of, amount } = trouble;
  return say(locale, `trouble.${trouble.trouble}`, { of: nameOf(locale, of), amount, span: spanOf(locale, amount) });
}

function spanOf(locale: Locale, hours: number): string {
  if (hours < 1) return say(locale, 'span.minutes', { count: Math.round(hours * 60) });
  return hours < 48
    ? say(locale, 'span.hours', { count: Math.round(hours) })
    : say(locale, 'span.days', { count: Math.round(hours / 24) });
}

function itemLine(locale: Locale, { localId, nationalId, kind, reason, next }: AttentionItem): string {
  const ids = [localId, nationalId === null ? null : `LAPOR! ${nationalId}`].filter((id) => id !== null).join(', ');
  return `${ids === '' ? '' : `${ids}: `}${word(locale, kind)}: ${word(locale, reason)} → ${next}`;
}

function overLine(locale: Locale, { key, subject }: Notice): string {
  const [kind = '', of = ''] = key.split(/:(.*)/s);
  const phrase = `over.${kind}`;
  if (!isOver(phrase)) return say(locale, 'over.parked', { of: subject ?? key });
  return say(locale, phrase, { of: nameOf(locale, of === '' ? null : of) });
}

const OVER = [
  'over.side',
  'over.quiet',
  'over.undelivered',
  'over.disk',
  'over.late',
  'over.clock',
  'over.certificate',
] as const;

function isOver(phrase: string): phrase is (typeof OVER)[number] {
  return (OVER as readonly string[]).includes(phrase);
}

/** A side by its name, an OPD by its own. */
function nameOf(locale: Locale, of: string | null): string {
  if (of === 'local' || of === 'national') return say(locale, `side.${of}`);
  return of ?? say(locale, 'notice.no-opd');
}
