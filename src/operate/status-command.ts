import type { Config } from '../config/to-config.ts';
import { boardSpan } from '../deadlines/board-span.ts';
import type { DeadlineCount } from '../ledger/verbs/deadline-board.ts';
import { formatLocalTime } from '../report/format-time.ts';
import { type PublicItem, publicItem, toAttention } from './attention.ts';
import { deadlineTable } from './deadline-table.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { openConfig, openForReading } from './open-bridge.ts';
import { policyLines } from './policy-lines.ts';
import { readStatus, type Status } from './read-status.ts';
import { attentionTable } from './run-text.ts';
import type { Phrase } from './say.ts';
import { say } from './say.ts';
import { toTable } from './to-table.ts';

/** `jembatan status`: one screen that tells what is late, stuck or in doubt, and what settles it. */
export async function statusCommand(
  host: Host,
  options: { readonly config: string; readonly json: boolean },
): Promise<ExitCode> {
  const { config } = openConfig(host, options.config);
  const ledger = openForReading(config);
  try {
    const report = await readStatus(ledger, { config, now: host.clock.now(), version: host.version });
    const deadlines = await ledger.deadlineBoard(boardSpan(host.clock.now(), config));
    const attention = toAttention(await ledger.readAttention(), config.locale);
    host.out(
      options.json
        ? `${JSON.stringify(report)}\n`
        : statusText(config, report, { deadlines, attention: attention.map(publicItem) }),
    );
    return attention.some((item) => item.needsPerson) ? EXIT.needsPerson : EXIT.done;
  } finally {
    await ledger.close();
  }
}

function statusText(
  config: Config,
  status: Status,
  { deadlines, attention }: { readonly deadlines: readonly DeadlineCount[]; readonly attention: readonly PublicItem[] },
): string {
  const { locale, timezone } = config;
  const time = (iso: string | null) =>
    iso === null ? say(locale, 'status.never') : formatLocalTime(Date.parse(iso), timezone);
  const side = (name: 'local' | 'national') => {
    const { state, lastOk, lastNew } = status.sides[name];
    return say(locale, 'status.side', {
      side: say(locale, `side.${name}`),
      state: say(locale, `state.${state}` satisfies Phrase),
      lastOk: time(lastOk),
      lastNew: time(lastNew),
    });
  };
  const { path, sizeBytes: size, head } = status.ledger;
  return [
    ...policyLines(config),
    say(locale, 'status.cases', status.cases),
    say(locale, 'status.deliveries', status.deliveries),
    side('local'),
    side('national'),
    ...(status.oldestOpenHours === null ? [] : [say(locale, 'status.oldest', { hours: status.oldestOpenHours })]),
    say(locale, 'status.ledger', { path, size, head: head?.slice(0, 12) ?? '-' }),
    ...deadlineLines(locale, deadlines),
    '',
    attention.length === 0
      ? say(locale, 'run.nothing-waits')
      : `${say(locale, 'run.attention', { count: attention.length })}\n${attentionTable(locale, attention)}`,
    '',
  ].join('\n');
}

function deadlineLines(locale: Config['locale'], deadlines: readonly DeadlineCount[]): readonly string[] {
  const { title, headings, rows } = deadlineTable(locale, deadlines);
  return rows.length === 0 ? [] : ['', title, toTable(headings, rows)];
}
