import type { Clock } from '../clock.ts';
import type { Config } from '../config/to-config.ts';
import { dueAt } from '../deadlines/due-at.ts';
import type { ReadFailure } from '../http/outcome.ts';
import { isOfOneReport, neverEnds } from '../lane/is-of-one-report.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import type { Case } from '../ledger/case.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { NationalReading } from '../ledger/national-news.ts';
import type { Asked } from '../ledger/verbs/cases-to-poll.ts';
import type { NationalSystem } from '../national/national-system.ts';
import { decideNationalNews } from './decide-national-news.ts';
import { nationalFingerprint } from './national-fingerprint.ts';
import { answersAreDue, nextPollAt } from './next-poll.ts';

export interface IntakeNationalDeps {
  readonly ledger: Ledger;
  readonly national: NationalSystem;
  readonly config: Config;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly watch: SideWatch;
  readonly halt: AbortSignal;
  readonly onProgress: (polled: number) => void;
}

export interface NationalIntake {
  readonly polled: number;
  readonly changed: number;
}

/** A case that could not be read is left alone for so long. */
const UNREADABLE_MS = 10 * 60_000;
/** So many one after the other are rather a fault of the side than of each of them. */
const IN_A_ROW_MAX = 3;

/** Asks LAPOR! for each of these cases (E6, and E7 where it is due or `withAnswers`), up to `concurrency` at a time. */
export async function runIntakeNational(
  deps: IntakeNationalDeps,
  cases: readonly Case[],
  { withAnswers }: { readonly withAnswers: boolean },
): Promise<NationalIntake> {
  const total = { polled: 0, changed: 0 };
  let failedInARow = 0;
  const queue = cases.values();
  async function work(): Promise<void> {
    for (const owner of queue) {
      if (deps.halt.aborted || deps.watch.waits()) return;
      const read = await readCase(deps, owner, withAnswers);
      if (read === null) continue;
      failedInARow = read.ok || neverEnds(read.failure) ? 0 : failedInARow + 1;
      if (!read.ok) {
        await leaveAlone(deps, owner.id, { ...read, asks: failedInARow < IN_A_ROW_MAX });
        continue;
      }
      total.polled += 1;
      if (await record(deps, owner, read.value)) total.changed += 1;
      deps.onProgress(total.polled);
    }
  }
  await Promise.all(Array.from({ length: deps.config.national.limits.concurrency }, work));
  if (total.changed > 0) await deps.watch.noteRead(null, true);
  return total;
}

/** Whether the reading said something new. */
async function record(
  deps: IntakeNationalDeps,
  { id: caseId, nationalId }: Case,
  reading: NationalReading,
): Promise<boolean> {
  const at = deps.clock.now();
  return await deps.ledger.recordNational(
    {
      caseId,
      of: nationalId,
      reading,
      at,
      dueAt: (facts, bridgeStatus) => dueAt({ ...facts, bridgeStatus }, deps.config),
      nextPollAt: (changed, facts) => nextPollAt(facts, { now: at, changed, spread: deps.random() }),
    },
    (news, facts) => decideNationalNews(news, facts, deps.config),
  );
}

/** Puts off a case that could not be read; one that is alone in that is counted, and raised in the end. */
async function leaveAlone(
  deps: IntakeNationalDeps,
  caseId: number,
  failed: Unread & { readonly asks: boolean },
): Promise<void> {
  const alone = await isOfOneReport(deps, failed);
  if (deps.halt.aborted) return;
  const at = deps.clock.now();
  const nextPollAt = at + UNREADABLE_MS;
  const { asked } = failed;
  if (alone) await deps.ledger.noteFailedRead({ caseId, at, nextPollAt, asked, certain: neverEnds(failed.failure) });
  else await deps.ledger.postponePoll(caseId, at, nextPollAt);
}

/** What of a case could not be read, and why. */
interface Unread {
  readonly ok: false;
  readonly asked: Asked;
  readonly failure: ReadFailure;
}

/** `null` where it was broken off. */
async function readCase(
  deps: IntakeNationalDeps,
  owner: Case,
  withAnswers: boolean,
): Promise<{ readonly ok: true; readonly value: NationalReading } | Unread | null> {
  const { national, clock, watch, halt } = deps;
  const { nationalId } = owner;
  if (nationalId === null) return null;
  const detail = await national.detail(nationalId, halt);
  if (halt.aborted) return null;
  if (!detail.ok) return { ...detail, asked: 'detail' };
  await watch.noteRead(null, false);
  if (detail.value === null) return { ok: true, value: { detail: null, answers: null, unreadable: 0 } };
  const moved = nationalFingerprint(detail.value, deps.config.maps.statuses) !== owner.nationalFingerprint;
  if (!withAnswers && !answersAreDue(owner, { now: clock.now(), moved })) {
    return { ok: true, value: { detail: detail.value, answers: null, unreadable: 0 } };
  }
  const answers = await national.answers(nationalId, halt);
  if (halt.aborted) return null;
  // Without its answers the report's move is not recorded either: both are read again together.
  if (!answers.ok) return { ...answers, asked: 'answers' };
  await watch.noteRead(null, false);
  return {
    ok: true,
    value: { detail: detail.value, answers: answers.value.answers, unreadable: answers.value.unreadable },
  };
}
