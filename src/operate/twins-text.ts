import type { Config } from '../config/to-config.ts';
import type { TwinPair } from '../ledger/twin.ts';
import { formatLocalTime } from '../report/format-time.ts';
import type { TwinEvidence } from '../twins/score-twins.ts';
import { type Locale, say } from './say.ts';
import { toTable } from './to-table.ts';

/** Pairs for people: both reports side by side, the evidence in words, the commands. No word of a citizen stands in it. */
export function twinsText(pairs: readonly TwinPair[], config: Pick<Config, 'locale' | 'timezone'>): string {
  const { locale } = config;
  if (pairs.length === 0) return `${say(locale, 'twins.none')}\n`;
  const asked = pairs.filter(({ state }) => state === 'proposed').length;
  const title = say(locale, 'twins.title', { asked, linked: pairs.length - asked });
  return `${[title, ...pairs.flatMap((pair) => ['', ...pairLines(pair, config)])].join('\n')}\n`;
}

function pairLines(pair: TwinPair, { locale, timezone }: Pick<Config, 'locale' | 'timezone'>): readonly string[] {
  const { localId, nationalId, evidence, until, state } = pair;
  const time = (at: number | null) => (at === null ? '-' : formatLocalTime(at, timezone));
  const table = toTable(
    ['', say(locale, 'side.local'), say(locale, 'side.national')],
    [
      ['id', pair.ticket === null ? localId : `${localId} (${pair.ticket})`, nationalId],
      [say(locale, 'twins.made'), time(pair.localCreatedAt), time(pair.nationalCreatedAt)],
      [say(locale, 'twins.privacy'), levelOf(pair, locale), ''],
      ['', filedAs(pair, locale), ''],
    ],
  );
  const command = (phrase: 'twins.same' | 'twins.other' | 'twins.undo', text: string) =>
    `  ${say(locale, phrase, { command: text })}`;
  return [
    table,
    ...(evidence === null ? [] : evidenceLines(evidence, locale).map((line) => `  ${line}`)),
    ...(until === null ? [] : [`  ${say(locale, 'twins.until', { until: time(until) })}`]),
    ...(state === 'linked'
      ? [command('twins.undo', `jembatan unlink ${localId}`)]
      : [
          command('twins.same', `jembatan link ${localId} ${nationalId}`),
          command('twins.other', `jembatan not-a-twin ${localId} ${nationalId}`),
        ]),
  ];
}

function evidenceLines(evidence: TwinEvidence, locale: Locale): readonly string[] {
  const { reporter, words, place, incident, hoursApart: hours, points } = evidence;
  return [
    say(locale, `twins.reporter.${reporter}`),
    say(locale, 'twins.words', { ...words }),
    say(locale, `twins.place.${place}`),
    say(locale, `twins.incident.${incident}`),
    say(locale, 'twins.apart', { hours, points }),
  ];
}

function levelOf({ localPrivacy: { anonymous, secret } }: TwinPair, locale: Locale): string {
  const levels = [...(anonymous ? ['twins.anonymous' as const] : []), ...(secret ? ['twins.secret' as const] : [])];
  return levels.length === 0 ? say(locale, 'twins.open') : levels.map((level) => say(locale, level)).join(', ');
}

function filedAs({ localHasNumber: id }: TwinPair, locale: Locale): string {
  return id === null ? say(locale, 'twins.unfiled') : say(locale, 'twins.filed', { id });
}
