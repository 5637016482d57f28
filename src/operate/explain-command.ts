import type { Config } from '../config/to-config.ts';
import type { Delivery } from '../ledger/delivery.ts';
import { formatLocalTime } from '../report/format-time.ts';
import { type AttentionItem, publicItem } from './attention.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { attentionOf, type Explained, explainCase } from './explain-case.ts';
import { historyLine } from './history-line.ts';
import type { Host } from './host.ts';
import { institutionText } from './institution-text.ts';
import { openConfig, openForReading } from './open-bridge.ts';
import type { Locale } from './say.ts';
import { say } from './say.ts';
import { toTable } from './to-table.ts';
import { word } from './word.ts';

export interface ExplainOptions {
  readonly config: string;
  readonly json: boolean;
  /** A local id, a ticket number or a tracking id. */
  readonly id: string;
}

/** `jembatan explain <id>`: everything that happened to one report, and where each of its deliveries is. */
export async function explainCommand(host: Host, options: ExplainOptions): Promise<ExitCode> {
  const { config } = openConfig(host, options.config);
  const ledger = openForReading(config);
  try {
    const found = await ledger.findCase(options.id);
    if (found === null) {
      host.err(`${say(config.locale, 'explain.none', { id: options.id })}\n`);
      return EXIT.needsPerson;
    }
    const explained = await explainCase(ledger, found);
    const attention = await attentionOf(ledger, found, config.locale);
    if (options.json) host.out(`${JSON.stringify({ ...explained, attention: attention.map(publicItem) })}\n`);
    else host.out(explainText(config, explained, attention));
    return EXIT.done;
  } finally {
    await ledger.close();
  }
}

function routedLines(locale: Locale, { case: found, deliveries, institutions }: Explained): readonly string[] {
  const routed = deliveries.find(({ kind }) => kind === 'create')?.body.routed;
  if (routed === undefined) return [];
  const institution = institutionText(locale, String(routed.id), institutions);
  return [say(locale, 'explain.routed', { institution, id: found.localId ?? '' })];
}

function explainText({ locale, timezone }: Config, explained: Explained, attention: readonly AttentionItem[]): string {
  const { case: found, deliveries, messages, history } = explained;
  const yesNo = (value: boolean) => say(locale, value ? 'yes' : 'no');
  const next = attention.map((item) => `${word(locale, item.kind)} (${word(locale, item.reason)}): ${item.next}`);
  const named = ({ body }: Delivery) =>
    `→ ${institutionText(locale, String(body.targetInstitutionId ?? ''), explained.institutions)}`;
  const time = (iso: string) => formatLocalTime(Date.parse(iso), timezone);
  return [
    say(locale, 'explain.case', { localId: found.localId ?? '-', nationalId: found.nationalId ?? '-' }),
    say(locale, 'explain.status', { national: found.nationalStatus ?? '-', local: found.localStatus ?? '-' }),
    say(locale, 'explain.privacy', { anonymous: yesNo(found.anonymous), secret: yesNo(found.secret) }),
    ...routedLines(locale, explained),
    '',
    say(locale, 'explain.deliveries'),
    toTable(
      [
        say(locale, 'column.what'),
        say(locale, 'column.part'),
        say(locale, 'column.state'),
        say(locale, 'column.reason'),
        'id',
      ],
      deliveries.map((one) => [
        word(locale, one.kind),
        one.key,
        word(locale, one.state),
        word(locale, one.reason),
        one.kind === 'reject' ? named(one) : (one.peerId ?? ''),
      ]),
    ),
    '',
    say(locale, 'explain.messages'),
    toTable(
      [say(locale, 'column.what'), say(locale, 'side.local'), say(locale, 'side.national')],
      messages.map((one) => [one.institution ?? one.author, one.localId ?? '-', one.nationalId ?? '-']),
    ),
    '',
    say(locale, 'explain.history'),
    ...history.map((line) => `${time(line.at)}  ${historyLine(locale, line)}`),
    ...(next.length === 0 ? [] : ['', say(locale, 'explain.next'), ...next]),
    '',
  ].join('\n');
}
