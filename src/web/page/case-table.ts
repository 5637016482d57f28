import type { Case } from '../../ledger/case.ts';
import { say } from '../../operate/say.ts';
import { cardTable } from './card-table.ts';
import { chip } from './chip.ts';
import { type Html, html } from './html.ts';
import { reportLink } from './report-link.ts';
import { spanText, timeText } from './time-text.ts';
import type { Visit } from './visit.ts';

/** Reports without a word of what they say. */
export function caseTable(visit: Visit, caption: string, cases: readonly Case[]): Html {
  const { locale } = visit;
  const columns = ['column.report', 'column.tracking', 'column.opd', 'page.status', 'page.filed', 'page.due'] as const;
  return cardTable({
    caption,
    columns: columns.map((name) => ({ name: say(locale, name) })),
    rows: cases.map((one) => [
      html`${reportLink(one.localId ?? one.nationalId ?? '')}${one.ticket !== null && html` <span class="quiet">${one.ticket}</span>`}`,
      one.nationalId ?? '–',
      one.institution ?? '–',
      html`<span class="chips">${statusChip(visit, one)}${privacyChips(visit, one)}</span>`,
      timeText(visit, one.createdAt),
      dueText(visit, one),
    ]),
  });
}

/** Open, late or closed, with the name that LAPOR! gives it. */
export function statusChip({ locale, now }: Visit, { closedAt, dueAt, nationalStatus, localStatus }: Case): Html {
  const name = nationalStatus ?? localStatus;
  if (closedAt !== null) return chip('closed', name ?? say(locale, 'page.closed'));
  const isLate = dueAt !== null && dueAt < now;
  return html`${chip('open', name ?? say(locale, 'page.open'))}${isLate && chip('late', say(locale, 'page.late'))}`;
}

export function privacyChips({ locale }: Visit, { anonymous, secret }: Pick<Case, 'anonymous' | 'secret'>): Html {
  return html`${anonymous && chip('anonymous', say(locale, 'page.anonymous'))}${secret && chip('secret', say(locale, 'page.secret'))}`;
}

/** When its step is over, and how late that is. */
export function dueText(visit: Visit, { closedAt, dueAt }: Pick<Case, 'closedAt' | 'dueAt'>): Html | string {
  const { locale, now } = visit;
  if (dueAt === null || closedAt !== null) return '–';
  if (dueAt >= now) return timeText(visit, dueAt);
  const late = say(locale, 'page.late-by', { time: spanText(locale, now - dueAt) });
  return html`${timeText(visit, dueAt)} <span class="strong">${late}</span>`;
}
