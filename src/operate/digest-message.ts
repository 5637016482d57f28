import type { Config } from '../config/to-config.ts';
import { displayText } from '../report/display-text.ts';
import { dateInZone, formatLocalTime } from '../report/format-time.ts';
import type { Message } from '../watch/send-message.ts';
import { publicItem } from './attention.ts';
import { deadlineTable, type Table } from './deadline-table.ts';
import type { DigestFacts } from './digest-facts.ts';
import { escapeHtml } from './escape-html.ts';
import { say } from './say.ts';
import { toTable } from './to-table.ts';
import { word } from './word.ts';

type Told = Pick<Config, 'site' | 'locale' | 'timezone'>;

const ROWS_MAX = 30;

/** The digest of a working morning, as text and as HTML that needs nothing from anywhere. */
export function digestMessage(config: Told, facts: DigestFacts): Message {
  const { site, locale, timezone } = config;
  const date = dateInZone(facts.now, timezone);
  const subject = say(locale, 'digest.subject', { site, date });
  const since = say(locale, 'digest.since', { from: formatLocalTime(facts.fromMs, timezone).slice(0, 16) });
  const lines = activityLines(config, facts);
  const tables = [deadlineTable(config.locale, facts.deadlines), attentionTable(config, facts)];
  const data = {
    site,
    date,
    activity: facts.activity,
    deadlines: facts.deadlines,
    attention: facts.attention.map(publicItem),
  };
  return {
    subject,
    text: [`${since}\n${lines.map((line) => `- ${line}`).join('\n')}`, ...tables.map(asText)].join('\n\n'),
    html: asHtml({ subject, since, lines, tables, locale }),
    data,
  };
}

function activityLines({ locale, timezone }: Told, { activity, sides }: DigestFacts): readonly string[] {
  const { done } = activity;
  const side = ({ name, state, lastOkAt }: DigestFacts['sides'][number]) =>
    say(locale, 'digest.side', {
      side: say(locale, `side.${name}`),
      state: say(locale, `state.${state}`),
      lastOk: lastOkAt === null ? say(locale, 'status.never') : formatLocalTime(lastOkAt, timezone).slice(0, 16),
    });
  return [
    say(locale, 'digest.came', { local: activity.local, national: activity.national }),
    say(locale, 'digest.sent', {
      reports: done.create ?? 0,
      answers: done['follow-up'] ?? 0,
      passed: done.reject ?? 0,
    }),
    say(locale, 'digest.written', {
      reports: done.report ?? 0,
      answers: done.response ?? 0,
      statuses: done['write-back'] ?? 0,
    }),
    say(locale, 'digest.closed', { count: activity.closed }),
    ...sides.map(side),
  ];
}

function attentionTable({ locale }: Told, { attention }: DigestFacts): Table {
  const shown = attention.slice(0, ROWS_MAX);
  const rest = attention.length - shown.length;
  return {
    title: say(locale, 'digest.attention', { count: attention.length }),
    headings: ['column.report', 'column.tracking', 'column.what', 'column.reason', 'column.next'].map((name) =>
      say(locale, name as 'column.report'),
    ),
    rows: [
      ...shown.map(({ localId, nationalId, kind, reason, next }) => [
        localId ?? '-',
        nationalId ?? '-',
        word(locale, kind),
        word(locale, reason),
        next,
      ]),
      ...(rest === 0 ? [] : [[say(locale, 'notice.more', { count: rest }), '', '', '', 'jembatan status']]),
    ],
    none: say(locale, 'run.nothing-waits'),
  };
}

function asText({ title, headings, rows, none }: Table): string {
  return rows.length === 0 ? none : `${title}\n${toTable(headings, rows)}`;
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}table{border-collapse:collapse}th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left}caption{text-align:left;font-weight:bold;padding:.5rem 0}';

function asHtml(page: {
  readonly subject: string;
  readonly since: string;
  readonly lines: readonly string[];
  readonly tables: readonly Table[];
  readonly locale: Config['locale'];
}): string {
  const cell = (tag: 'th scope="col"' | 'td', text: string) =>
    `<${tag}>${escapeHtml(displayText(text))}</${tag.slice(0, 2)}>`;
  const row = (cells: readonly string[]) => `<tr>${cells.map((text) => cell('td', text)).join('')}</tr>`;
  const table = ({ title, headings, rows, none }: Table) =>
    rows.length === 0
      ? `<p>${escapeHtml(none)}</p>`
      : `<table><caption>${escapeHtml(title)}</caption><thead><tr>${headings.map((text) => cell('th scope="col"', text)).join('')}</tr></thead><tbody>${rows.map(row).join('')}</tbody></table>`;
  return [
    `<!doctype html><html lang="${page.locale}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(page.subject)}</title>`,
    `<style>${STYLE}</style></head><body><h1>${escapeHtml(page.subject)}</h1><p>${escapeHtml(page.since)}</p>`,
    `<ul>${page.lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`,
    ...page.tables.map(table),
    '</body></html>',
  ].join('\n');
}
