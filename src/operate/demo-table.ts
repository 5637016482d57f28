import type { Bridge } from '../bridge.ts';
import type { LocalWorld } from '../simulate/local-world.ts';
import { CITY_INSTITUTION } from '../simulate/national-institutions.ts';
import type { NationalWorld } from '../simulate/national-world.ts';
import { publicItem, toAttention } from './attention.ts';
import type { DemoTwin } from './demo-people.ts';
import { attentionTable } from './run-text.ts';
import { type Locale, say } from './say.ts';
import { toTable } from './to-table.ts';
import { word } from './word.ts';

export interface DemoFacts {
  readonly bridge: Pick<Bridge, 'ledger' | 'config'>;
  readonly local: LocalWorld;
  readonly national: NationalWorld;
  /** `null`: none was keyed in by hand. */
  readonly twin: DemoTwin | null;
  readonly wroteNothing: boolean;
}

const TITLE_MAX = 38;

/** What became of every report of the demo, read from both systems themselves, and what waits for a person. */
export async function demoTable({ bridge, local, national, twin, wroteNothing }: DemoFacts): Promise<string> {
  const { locale } = bridge.config;
  const attention = toAttention(await bridge.ledger.readAttention(), locale);
  const rows = local.reports().map((report) => {
    const stuck = attention.find((item) => item.localId === String(report.id));
    const complaint = report.lapor_id === null ? null : national.complaint(report.lapor_id);
    const fromNation = report.tanggapan.filter((answer) => answer.external_ref !== null).length;
    const fromHere = complaint?.followUps.filter((answer) => answer.received !== null).length ?? 0;
    return [
      String(report.id),
      flags(report.anonim, report.rahasia),
      shorten(report.judul || report.isi),
      report.lapor_id === null ? '-' : String(report.lapor_id),
      report.lapor_status ?? '-',
      `${fromHere} / ${fromNation}`,
      stuck === undefined ? noteOf(twin, report.id) : `${word(locale, stuck.state)}: ${word(locale, stuck.reason)}`,
    ];
  });
  function noteOf(keyed: DemoTwin | null, id: number): string {
    return keyed?.localId === String(id) ? say(locale, 'demo.by-hand') : '';
  }
  const headings = [
    'column.report',
    'demo.flags',
    'demo.title',
    'column.tracking',
    'demo.status',
    'demo.answers',
    'demo.held',
  ] as const;
  const references = national.complaints().map((complaint) => complaint.content.split('\n')[0]);
  const ours = references.filter((line) => line?.startsWith('[Ref: '));
  return [
    toTable(
      headings.map((heading) => say(locale, heading)),
      rows,
    ),
    '',
    say(locale, 'demo.sum', {
      reports: local.reports().filter((report) => report.external_ref === null).length,
      filed: ours.length,
      twice: ours.length - new Set(ours).size,
      again: say(locale, wroteNothing ? 'demo.nothing' : 'demo.something'),
    }),
    say(locale, 'demo.elsewhere', elsewhereOf(national)),
    bornThere(bridge.config, local, national),
    ...(twin === null ? [] : [linkedTwin(twin, { locale, local, national })]),
    '',
    say(locale, 'run.attention', { count: attention.length }),
    attentionTable(locale, attention.map(publicItem)),
    '',
  ].join('\n');
}

/** What became of reports over which the city has no authority. */
function elsewhereOf(national: NationalWorld): { readonly passedOn: number; readonly returned: number } {
  const passedOn = new Set(national.effects.filter(({ kind }) => kind === 'reject').map(({ id }) => String(id)));
  const isBack = (id: string) => national.complaint(id)?.disposition?.id === CITY_INSTITUTION.id;
  return { passedOn: passedOn.size, returned: [...passedOn].filter(isBack).length };
}

/** Reports that were born at LAPOR!, and how many answers of an OPD they have there. */
function bornThere({ locale }: Bridge['config'], local: LocalWorld, national: NationalWorld): string {
  const born = local.reports().filter((report) => report.external_ref !== null);
  const answers = born.flatMap(({ lapor_id: id }) => national.complaint(id ?? '')?.followUps ?? []);
  return say(locale, 'demo.born-there', {
    count: born.length,
    ids: born.map(({ id, lapor_id: number }) => `${id} = ${number}`).join(', '),
    answers: answers.filter(({ received }) => received !== null).length,
  });
}

/** How often LAPOR! has the report that was keyed in by hand, and what came back to its row here. */
function linkedTwin(
  { localId, tracking }: DemoTwin,
  { locale, local, national }: Pick<DemoFacts, 'local' | 'national'> & { readonly locale: Locale },
): string {
  const row = local.report(localId);
  const copies = national.complaints().filter(({ content }) => row !== null && content.includes(row.isi));
  return say(locale, row?.lapor_id === tracking ? 'demo.twin' : 'demo.no-twin', {
    id: localId,
    tracking,
    copies: copies.length,
    answers: row?.tanggapan.filter(({ external_ref: from }) => from !== null).length ?? 0,
  });
}

function flags(anonymous: boolean, secret: boolean): string {
  return `${anonymous ? 'A' : ''}${secret ? 'R' : ''}`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= TITLE_MAX ? line : `${line.slice(0, TITLE_MAX - 1)}…`;
}
