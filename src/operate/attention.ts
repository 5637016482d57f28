import type { AlarmKind } from '../ledger/alarm.ts';
import { leavesOpen } from '../ledger/delivery.ts';
import type { TwinPair } from '../ledger/twin.ts';
import type { Attention, Stuck } from '../ledger/verbs/overview.ts';
import type { Locale, Phrase } from './say.ts';
import { say } from './say.ts';

/** One thing that may want a person, as every command shows it. `reason` is a fixed word, `next` the command that settles it. */
export interface AttentionItem {
  /** Unique while it stands. */
  readonly key: string;
  readonly localId: string | null;
  readonly nationalId: string | null;
  readonly kind: string;
  readonly state: string;
  readonly reason: string;
  readonly next: string;
  /** True where the bridge will not get further by itself. */
  readonly needsPerson: boolean;
}

/** What strangers may be reading just now: it comes before everything else. */
const URGENT: ReadonlySet<AlarmKind> = new Set(['privacy-raised', 'answer-withdrawn']);

/** Everything that is stuck, raised or unreadable, as one list: what is urgent first. */
export function toAttention(attention: Attention, locale: Locale): readonly AttentionItem[] {
  const counts = new Map<string, number>();
  for (const stuck of attention.stuck) counts.set(idOf(stuck), (counts.get(idOf(stuck)) ?? 0) + 1);
  const urgent = attention.alarms.filter(({ kind }) => URGENT.has(kind));
  const others = attention.alarms.filter(({ kind }) => !URGENT.has(kind));
  return [
    ...urgent.map((alarm) => alarmItem(alarm, locale)),
    ...attention.stuck.map((stuck) => stuckItem(stuck, locale, counts.get(idOf(stuck)) === 1)),
    ...attention.twins.map((pair) => twinItem(pair, locale)),
    ...others.map((alarm) => alarmItem(alarm, locale)),
    ...attention.quarantined.map((row) => ({
      key: `row:${row.side}:${row.key}`,
      localId: row.side === 'local' ? row.key : null,
      nationalId: row.side === 'national' ? row.key : null,
      kind: 'row',
      state: 'quarantined',
      reason: `${row.reason}: ${row.path}`,
      next: say(locale, READS_WELL.has(row.reason) ? 'next.compare-row' : 'next.mend-row', { key: row.key }),
      needsPerson: true,
    })),
  ];
}

export type PublicItem = Omit<AttentionItem, 'needsPerson' | 'key'>;

/** The public form: names fixed by the command line's contract. */
export function publicItem({ needsPerson: _, key: __, ...item }: AttentionItem): PublicItem {
  return item;
}

/** It goes on by itself once it has waited long enough. */
function twinItem({ localId, nationalId }: TwinPair, locale: Locale): AttentionItem {
  return {
    key: `twin:${localId}:${nationalId}`,
    localId,
    nationalId,
    kind: 'twin',
    state: 'proposed',
    reason: 'twin',
    next: say(locale, 'next.twin', { id: localId, number: nationalId }),
    needsPerson: true,
  };
}

function alarmItem(alarm: Attention['alarms'][number], locale: Locale): AttentionItem {
  const { localId, nationalId, kind, detail } = alarm;
  return {
    key: `alarm:${alarm.key}`,
    localId,
    nationalId,
    kind: 'alarm',
    state: 'raised',
    reason: detail === null ? kind : `${kind}: ${detail}`,
    next: say(locale, ALARM_NEXT[kind], { id: localId ?? nationalId ?? '', detail: detail ?? '' }),
    needsPerson: true,
  };
}

function idOf({ localId, nationalId }: Stuck): string {
  return localId ?? nationalId ?? '';
}

function stuckItem(stuck: Stuck, locale: Locale, alone: boolean): AttentionItem {
  return {
    key: `delivery:${stuck.deliveryId}`,
    localId: stuck.localId,
    nationalId: stuck.nationalId,
    kind: stuck.kind,
    state: stuck.state,
    reason: stuck.reason ?? stuck.state,
    next: nextOf(stuck, locale, alone),
    needsPerson: stuck.state === 'parked' || (stuck.state === 'held' && stuck.reason !== 'operator'),
  };
}

function nextOf(stuck: Stuck, locale: Locale, alone: boolean): string {
  const id = idOf(stuck);
  if (stuck.state === 'held' && stuck.reason === 'ledger-lost') return say(locale, 'next.ledger-lost', { id });
  if (stuck.state === 'held') return stuck.reason === 'guard' ? 'jembatan confirm' : `jembatan release ${id}`;
  if (stuck.state === 'parked' && stuck.reason === 'identity-number')
    return say(locale, 'next.identity-number', { id });
  if (stuck.state === 'parked' && !leavesOpen(stuck.reason)) return `jembatan retry ${id}`;
  if (stuck.state === 'doubt' && stuck.kind !== 'create') return say(locale, 'next.looked-up');
  if (stuck.kind === 'create') return `jembatan resolve ${id} --tracking ${say(locale, 'next.number')} | --absent`;
  // A word about the report would speak of everything that is stuck under it.
  const only = alone ? '' : ` --only ${stuck.key}`;
  return `jembatan resolve ${id}${only} --tracking ${stuck.nationalId ?? ''} | --absent`;
}

/** Rows of LAPOR!'s list that can be read, and may be reports of ours. */
const READS_WELL: ReadonlySet<string> = new Set(['near-match', 'unknown-reference']);

const ALARM_NEXT = {
  'unknown-status': 'next.map-status',
  'number-conflict': 'next.explain',
  'number-taken': 'next.explain',
  'id-reused': 'next.explain',
  'unknown-author': 'next.author',
  'privacy-raised': 'next.raise-privacy',
  'answer-withdrawn': 'next.answer-withdrawn',
  'answer-edited': 'next.answer-edited',
  'report-edited': 'next.report-edited',
  'edited-there': 'next.edited-there',
  'deleted-after-filing': 'next.deleted',
  'reopened-locally': 'next.reopened',
  'found-twice': 'next.explain',
  twin: 'next.twin-linked',
  'near-match': 'next.near-match',
  'quoted-reference': 'next.quoted',
  paging: 'next.paging',
  'list-unreadable': 'next.list',
  'unreadable-answers': 'next.explain',
  'unreadable-report': 'next.ask-lapor',
  'unreadable-reports': 'next.ask-lapor-all',
  'unknown-number': 'next.explain',
  returned: 'next.returned',
  guard: 'next.confirm',
  'mass-closing': 'next.confirm-if-right',
  'mass-privacy': 'next.confirm-if-right',
  'mass-deletion': 'next.confirm-if-right',
  'mass-repair': 'next.mass-repair',
  reconciled: 'next.reconciled',
  'empty-list': 'next.confirm-if-right',
  'institutions-shrunk': 'next.institutions-shrunk',
  'institution-gone': 'next.institution-gone',
  'wal-grows': 'next.wal',
} as const satisfies Record<AlarmKind, Phrase>;
