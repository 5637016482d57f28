import type { Config } from '../config/to-config.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import type { Side } from '../ledger/delivery.ts';
import type { PublicItem } from './attention.ts';
import { policyLines } from './policy-lines.ts';
import type { RunReport } from './run-report.ts';
import type { Locale } from './say.ts';
import { say } from './say.ts';
import { toTable } from './to-table.ts';
import { word } from './word.ts';

/** What a run by hand tells a person: what came, what went, what waits and what to do about it. */
export function runText(
  report: RunReport,
  { config, sides }: { readonly config: Config; readonly sides: Readonly<Record<Side, SideWatch>> },
): string {
  const { intake, forward, mirror, deliveries } = report;
  const { locale } = config;
  const counts = Object.entries(deliveries).filter(([, count]) => count > 0);
  return [
    say(locale, 'run.title'),
    ...policyLines(config).map((line) => `  ${line}`),
    `  ${say(locale, 'run.read')}: ${say(locale, 'run.local', { ...intake.local })}`,
    `  ${say(locale, 'run.read')}: ${say(locale, 'run.national', { ...intake.national })}`,
    `  ${say(locale, 'run.sent')}: ${say(locale, 'run.forward', { ...forward })}`,
    `  ${say(locale, 'run.written')}: ${say(locale, 'run.mirror', { ...mirror })}`,
    `  ${say(locale, 'run.deliveries')}: ${counts.map(([state, count]) => `${count} ${word(locale, state)}`).join(', ') || '0'}`,
    ...sideLines(locale, sides),
    '',
    report.attention.length === 0
      ? say(locale, 'run.nothing-waits')
      : `${say(locale, 'run.attention', { count: report.attention.length })}\n${attentionTable(locale, report.attention)}`,
    '',
  ].join('\n');
}

function sideLines(locale: Locale, sides: Readonly<Record<Side, SideWatch>>): readonly string[] {
  return (['local', 'national'] as const).flatMap((name) => {
    const { state, reason, creates } = sides[name].health();
    const side = say(locale, `side.${name}`);
    const trouble =
      state === 'up' ? [] : [`  ${say(locale, `run.side-${state}`, { side, reason: word(locale, reason) })}`];
    return creates === 'stopped' ? [...trouble, `  ${say(locale, 'run.creates-stopped')}`] : trouble;
  });
}

/** The attention list as a table. */
export function attentionTable(locale: Locale, items: readonly PublicItem[]): string {
  return toTable(
    [
      say(locale, 'column.report'),
      say(locale, 'column.tracking'),
      say(locale, 'column.what'),
      say(locale, 'column.state'),
      say(locale, 'column.reason'),
      say(locale, 'column.next'),
    ],
    items.map((item) => [
      item.localId ?? '-',
      item.nationalId ?? '-',
      word(locale, item.kind),
      word(locale, item.state),
      word(locale, item.reason),
      item.next,
    ]),
  );
}
