import type { Config } from '../config/to-config.ts';
import type { ExportVerdict } from '../intake/record-export.ts';
import { say } from './say.ts';

/** What became of an export; every row counts once: in `verdicts`, as rejected, or told twice. */
export interface Imported {
  readonly rows: number;
  /** Rows whose number stands in the file more than once, but for the first of each. */
  readonly twice: number;
  /** Numbers at LAPOR!. */
  readonly verdicts: Readonly<Record<ExportVerdict, readonly string[]>>;
  /** `row` counts from 1, as a spreadsheet does; `path`: what did not fit, by the list's name. */
  readonly rejected: readonly { readonly row: number; readonly path: string; readonly reason: string }[];
}

const SHOWN = 20;
const ORDER = [
  'adopted',
  'settled',
  'linked',
  'twin',
  'known',
  'older',
  'elsewhere',
  'unplaced',
  'set-apart',
] as const satisfies ExportVerdict[];
/** Their numbers are worth reading. */
const NAMED: readonly ExportVerdict[] = ['adopted', 'settled', 'linked', 'twin', 'unplaced', 'set-apart'];

/** For people. */
export function importText(
  { rows, twice, verdicts, rejected }: Imported,
  { locale }: Pick<Config, 'locale'>,
  { file, apply }: { readonly file: string; readonly apply: boolean },
): string {
  const lines = ORDER.map((verdict) => {
    const ids = verdicts[verdict];
    const names = NAMED.includes(verdict) && ids.length > 0 ? `: ${shorten(ids)}` : '';
    return `  ${say(locale, `import.${verdict}`, { count: ids.length })}${names}`;
  });
  return `${[
    say(locale, 'import.title', { file, rows }),
    ...lines,
    ...(twice > 0 ? [`  ${say(locale, 'import.twice', { count: twice })}`] : []),
    `  ${say(locale, 'import.rejected', { count: rejected.length })}`,
    ...rejected
      .slice(0, SHOWN)
      .map(({ row, path, reason }) => `    ${say(locale, 'import.row', { row, path, reason })}`),
    ...(rejected.length > SHOWN ? [`    … +${rejected.length - SHOWN}`] : []),
    say(locale, apply ? 'import.done' : 'import.dry', { file }),
  ].join('\n')}\n`;
}

function shorten(ids: readonly string[]): string {
  return ids.length <= SHOWN ? ids.join(', ') : `${ids.slice(0, SHOWN).join(', ')} … +${ids.length - SHOWN}`;
}
