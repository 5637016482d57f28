import type { AlarmKind } from '../ledger/alarm.ts';
import type { TwinPair } from '../ledger/twin.ts';
import type { Attention, Stuck } from '../ledger/verbs/overview.ts';
import { needsPerson } from './needs-person.ts';
import type { Locale, Phrase } from './say.ts';
import { say } from './say.ts';
import { actsOfAlarm, SETTLING_ACTS, type Settling, type SettlingAct, settlingOf } from './settling.ts';

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
  /** Since when, epoch ms. */
  readonly since: number;
  /** It is about a secret report. */
  readonly secret: boolean;
  /** Which acts settle it, the likely one first. */
  readonly acts: readonly SettlingAct[];
  /** The one delivery that an act is to speak of, by its key; `null`: of the report. */
  readonly only: string | null;
}

/** What strangers may be reading just now: it comes before everything else. */
const URGENT: ReadonlySet<AlarmKind> = new Set(['privacy-raised', 'answer-withdrawn']);

/**
 * Everything that is stuck, raised or unreadable, as one list: what is urgent first. Of a city that is `readOnly` by its
 * configuration nobody is to be asked for what could not be written there: it stays in the list.
 */
export function toAttention(attention: Attention, locale: Locale, readOnly = false): readonly AttentionItem[] {
  const counts = new Map<string, number>();
  for (const stuck of attention.stuck) counts.set(idOf(stuck), (counts.get(idOf(stuck)) ?? 0) + 1);
  const urgent = attention.alarms.filter(({ kind }) => URGENT.has(kind));
  const others = attention.alarms.filter(({ kind }) => !URGENT.has(kind));
  return [
    ...urgent.map((alarm) => alarmItem(alarm, locale)),
    ...attention.stuck.map((stuck) => ({
      ...stuckItem(stuck, locale, counts.get(idOf(stuck)) === 1),
      needsPerson: needsPerson(stuck, readOnly),
    })),
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
      since: row.firstAt,
      secret: false,
      acts: ['confirm-one'] as const,
      only: null,
    })),
  ];
}

export type PublicItem = Pick<AttentionItem, 'localId' | 'nationalId' | 'kind' | 'state' | 'reason' | 'next'>;

/** The public form: names fixed by the command line's contract. */
export function publicItem({ localId, nationalId, kind, state, reason, next }: AttentionItem): PublicItem {
  return { localId, nationalId, kind, state, reason, next };
}

/** It goes on by itself once it has waited long enough. */
function twinItem({ localId, nationalId, at, localPrivacy }: TwinPair, locale: Locale): AttentionItem {
  return {
    key: `twin:${localId}:${nationalId}`,
    localId,
    nationalId,
    kind: 'twin',
    state: 'proposed',
    reason: 'twin',
    next: say(locale, 'next.twin', { id: localId, number: nationalId }),
    needsPerson: true,
    since: at,
    secret: localPrivacy.secret,
    acts: ['link', 'not-a-twin'],
    only: null,
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
    since: alarm.raisedAt,
    secret: alarm.secret,
    acts: actsOfAlarm(alarm),
    only: null,
  };
}

function idOf({ localId, nationalId }: Stuck): string {
  return localId ?? nationalId ?? '';
}

function stuckItem(stuck: Stuck, locale: Locale, alone: boolean): Omit<AttentionItem, 'needsPerson'> {
  const settling = settlingOf(stuck);
  return {
    key: `delivery:${stuck.deliveryId}`,
    localId: stuck.localId,
    nationalId: stuck.nationalId,
    kind: stuck.kind,
    state: stuck.state,
    reason: stuck.reason ?? stuck.state,
    next: nextOf(stuck, locale, { settling, alone }),
    since: stuck.endedAt ?? stuck.createdAt,
    secret: stuck.secret,
    acts: SETTLING_ACTS[settling],
    // A word about the report would speak of everything that is stuck under it.
    only: settling === 'resolve' && !alone ? stuck.key : null,
  };
}

function nextOf(
  stuck: Stuck,
  locale: Locale,
  { settling, alone }: { readonly settling: Settling; readonly alone: boolean },
): string {
  const id = idOf(stuck);
  switch (settling) {
    case 'ledger-lost':
    case 'identity-number':
      return say(locale, `next.${settling}`, { id });
    case 'confirm':
      return 'jembatan confirm';
    case 'release':
    case 'retry':
      return `jembatan ${settling} ${id}`;
    case 'looked-up':
      return say(locale, 'next.looked-up');
    case 'resolve-report':
      return `jembatan resolve ${id} --tracking ${say(locale, 'next.number')} | --absent`;
    case 'resolve':
      return `jembatan resolve ${id}${alone ? '' : ` --only ${stuck.key}`} --tracking ${stuck.nationalId ?? ''} | --absent`;
  }
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
