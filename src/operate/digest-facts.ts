import { isReadOnly } from '../config/is-read-only.ts';
import type { Config } from '../config/to-config.ts';
import { boardSpan } from '../deadlines/board-span.ts';
import { holidaysOf } from '../deadlines/holidays-of.ts';
import { isWorkingDay } from '../deadlines/is-working-day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { SideHealth } from '../ledger/side.ts';
import type { Activity } from '../ledger/verbs/activity.ts';
import type { DeadlineCount } from '../ledger/verbs/deadline-board.ts';
import { dateInZone } from '../report/format-time.ts';
import { type AttentionItem, toAttention } from './attention.ts';

const DAY_MS = 86_400_000;

/** What a digest tells: what happened since the working day before, and what is due, late or stuck now. */
export interface DigestFacts {
  readonly now: number;
  readonly fromMs: number;
  readonly activity: Activity;
  readonly deadlines: readonly DeadlineCount[];
  readonly attention: readonly AttentionItem[];
  readonly sides: readonly SideHealth[];
}

/** Reads what a digest tells at `now`, epoch ms. */
export async function digestFacts(ledger: Ledger, config: Config, now: number): Promise<DigestFacts> {
  const holidays = holidaysOf(config.maps.holidays);
  const fromMs = now - daysBack(dateInZone(now, config.timezone), holidays) * DAY_MS;
  return {
    now,
    fromMs,
    activity: await ledger.activity({ fromMs, untilMs: now }),
    deadlines: await ledger.deadlineBoard(boardSpan(now, config)),
    attention: toAttention(await ledger.readAttention(), config.locale, isReadOnly(config.local)).filter(
      ({ needsPerson }) => needsPerson,
    ),
    sides: [await ledger.readSide('local'), await ledger.readSide('national')],
  };
}

/** Days since the working day before `today`, at least one. */
function daysBack(today: string, holidays: ReadonlySet<string>): number {
  for (let days = 1; days < 31; days += 1) {
    const before = new Date(Date.parse(`${today}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
    if (isWorkingDay(before, holidays)) return days;
  }
  return 1;
}
