import type { Side } from '../ledger/delivery.ts';
import { SIDES } from '../ledger/delivery.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Locale } from './say.ts';
import { say } from './say.ts';
import { toTable } from './to-table.ts';
import { word } from './word.ts';

/** One write that would be sent now. */
export interface PlannedItem {
  readonly localId: string | null;
  readonly nationalId: string | null;
  readonly side: Side;
  readonly kind: string;
  readonly key: string;
}

const PLAN_MAX = 100_000;

/** Everything that is ready to be sent, oldest first. What follows only from an answer (a number) cannot be known yet. */
export async function planOf(
  { ledger }: { readonly ledger: Pick<Ledger, 'dueDeliveries'> },
  now: number,
): Promise<readonly PlannedItem[]> {
  const items: PlannedItem[] = [];
  for (const side of SIDES) {
    const due = await ledger.dueDeliveries({ side, now, limit: PLAN_MAX, creates: true });
    items.push(
      ...due.map(({ delivery, case: owner }) => ({
        localId: owner.localId,
        nationalId: owner.nationalId,
        side,
        kind: delivery.kind,
        key: delivery.key,
      })),
    );
  }
  return items;
}

export function planText(locale: Locale, plan: readonly PlannedItem[]): string {
  if (plan.length === 0) return `\n${say(locale, 'run.plan.none')}\n`;
  const headings = [say(locale, 'column.report'), say(locale, 'column.tracking'), say(locale, 'column.what')];
  const rows = plan.map((item) => [item.localId ?? '-', item.nationalId ?? '-', word(locale, item.kind)]);
  return `\n${say(locale, 'run.plan')}\n${toTable(headings, rows)}\n`;
}
