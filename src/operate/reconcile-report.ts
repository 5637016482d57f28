import { FINDINGS, type Finding, type PlaceCounts, type Reconciliation } from '../ledger/reconciliation.ts';
import type { ReconcileEnd } from '../reconcile/run-reconcile.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { reconcileNext } from './reconcile-next.ts';
import { type Locale, say } from './say.ts';
import { toTable } from './to-table.ts';

/** A comparison of both sides with the ledger as `--json` prints it: names fixed. */
export interface ReconcileReport {
  readonly complete: boolean;
  /** Why it is not complete: `cut`, `local`, `national`. */
  readonly incomplete: Exclude<ReconcileEnd, 'done'> | null;
  readonly beganAt: string;
  readonly completedAt: string | null;
  readonly local: (PlaceCounts & { readonly total: number }) | null;
  readonly national: { readonly numbers: number; readonly compared: number; readonly listed: number | null };
  readonly findings: readonly (Finding & { readonly needs: string; readonly next: string })[];
  /** `null`: nothing was asked for; `held`: too much at once. */
  readonly mended: number | 'held' | null;
  readonly exit: ExitCode;
}

export interface ReportFacts {
  readonly end: ReconcileEnd;
  readonly numbers: number;
  readonly mended: number | 'braked' | null;
  readonly locale: Locale;
}

/** What a person is told, with the exit code: an incomplete comparison proves nothing. */
export function toReconcileReport(state: Reconciliation, facts: ReportFacts): ReconcileReport {
  const { places, completedAt, listed, compared } = state;
  const findings = state.findings.map((finding) => ({
    ...finding,
    needs: FINDINGS[finding.kind].needs,
    next: reconcileNext(facts.locale, finding),
  }));
  const isMended = typeof facts.mended === 'number';
  const isStuck = findings.some(({ needs }) => needs === 'person' || (needs === 'mend' && !isMended));
  const complete = completedAt !== null;
  return {
    complete,
    incomplete: facts.end === 'done' ? null : facts.end,
    beganAt: new Date(state.beganAt).toISOString(),
    completedAt: completedAt === null ? null : new Date(completedAt).toISOString(),
    local: places === null ? null : { ...places, total: Object.values(places).reduce((sum, count) => sum + count, 0) },
    national: { numbers: facts.numbers, compared, listed },
    findings,
    mended: facts.mended === 'braked' ? 'held' : facts.mended,
    exit: complete ? (isStuck ? EXIT.needsPerson : EXIT.done) : EXIT.unreachable,
  };
}

const SHOWN_MAX = 100;

export function reconcileText(report: ReconcileReport, locale: Locale): string {
  const { local, national, findings, incomplete, mended } = report;
  const shown = findings.slice(0, SHOWN_MAX);
  const left = findings.length - shown.length;
  return [
    ...(local === null ? [] : [say(locale, 'reconcile.here', { ...local })]),
    say(locale, 'reconcile.there', { compared: national.compared, all: national.numbers }),
    ...(national.listed === null ? [] : [say(locale, 'reconcile.listed', { listed: national.listed })]),
    ...(findings.length === 0 ? [] : [say(locale, 'reconcile.findings', { count: findings.length })]),
    ...(findings.length === 0 ? [] : [tableOf(locale, shown)]),
    ...(left === 0 ? [] : [say(locale, 'reconcile.more', { count: left })]),
    ...(typeof mended === 'number' ? [say(locale, 'reconcile.mended', { count: mended })] : []),
    ...(mended === 'held' ? [say(locale, 'reconcile.braked', { count: mendable(findings) })] : []),
    ...(incomplete === null ? proof(report, locale) : [incompleteLine(locale, incomplete)]),
    '',
  ].join('\n');
}

function proof({ findings, exit }: ReconcileReport, locale: Locale): readonly string[] {
  if (exit !== EXIT.done) return [];
  return [say(locale, findings.length === 0 ? 'reconcile.proven' : 'reconcile.soon', { count: findings.length })];
}

function incompleteLine(locale: Locale, why: Exclude<ReconcileEnd, 'done'>): string {
  return say(locale, 'reconcile.incomplete', { why: say(locale, `reconcile.why.${why}`) });
}

function mendable(findings: readonly Finding[]): number {
  return findings.filter(({ kind }) => FINDINGS[kind].mend !== null).length;
}

function tableOf(locale: Locale, findings: ReconcileReport['findings']): string {
  const heads = (['kind', 'local', 'national', 'evidence', 'next'] as const).map((head) =>
    say(locale, `reconcile.head.${head}`),
  );
  const rows = findings.map((one) => [
    say(locale, `finding.${one.kind}`),
    one.localId ?? '-',
    one.nationalId ?? '-',
    one.here === null && one.there === null ? '' : `${one.here ?? '-'} / ${one.there ?? '-'}`,
    one.next,
  ]);
  return toTable(heads, rows);
}
