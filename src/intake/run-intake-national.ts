import type { Clock } from '../clock.ts';
import type { Config } from '../config/to-config.ts';
import { dueAt } from '../deadlines/due-at.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import type { Case } from '../ledger/case.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { NationalReading } from '../ledger/national-news.ts';
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

/** Asks LAPOR! for each of these cases (E6, and E7 where it is due or `withAnswers`), up to `concurrency` at a time. */
export async function runIntakeNational(
  deps: IntakeNationalDeps,
  cases: readonly Case[],
  { withAnswers }: { readonly withAnswers: boolean },
): Promise<NationalIntake> {
  const total = { polled: 0, changed: 0 };
  const queue = cases.values();
  async function work(): Promise<void> {
    for (const owner of queue) {
      if (deps.halt.aborted || deps.watch.waits()) return;
      const changed = await poll(deps, owner, withAnswers);
      if (changed === null) continue;
      total.polled += 1;
      if (changed) total.changed += 1;
      deps.onProgress(total.polled);
    }
  }
  await Promise.all(Array.from({ length: deps.config.national.limits.concurrency }, work));
  if (total.changed > 0) await deps.watch.noteRead(null, true);
  return total;
}

/** One case: whether it said something new, `null` where it could not be read. */
async function poll(deps: IntakeNationalDeps, owner: Case, withAnswers: boolean): Promise<boolean | null> {
  const reading = await readCase(deps, owner, withAnswers);
  const at = deps.clock.now();
  if (reading === null) {
    if (!deps.halt.aborted) await deps.ledger.postponePoll(owner.id, at, at + UNREADABLE_MS);
    return null;
  }
  return await deps.ledger.recordNational(
    {
      caseId: owner.id,
      reading,
      at,
      dueAt: (facts, bridgeStatus) => dueAt({ ...facts, bridgeStatus }, deps.config),
      nextPollAt: (changed, facts) => nextPollAt(facts, { now: at, changed, spread: deps.random() }),
    },
    (news, facts) => decideNationalNews(news, facts, deps.config),
  );
}

async function readCase(deps: IntakeNationalDeps, owner: Case, withAnswers: boolean): Promise<NationalReading | null> {
  const { national, clock, watch, halt } = deps;
  const { nationalId } = owner;
  if (nationalId === null) return null;
  const detail = await national.detail(nationalId, halt);
  if (halt.aborted) return null;
  await watch.noteRead(detail.ok ? null : detail.failure, false);
  if (!detail.ok) return null;
  if (detail.value === null) return { detail: null, answers: null, unreadable: 0 };
  const moved = nationalFingerprint(detail.value, deps.config.maps.statuses) !== owner.nationalFingerprint;
  if (!withAnswers && !answersAreDue(owner, { now: clock.now(), moved })) {
    return { detail: detail.value, answers: null, unreadable: 0 };
  }
  const answers = await national.answers(nationalId, halt);
  if (halt.aborted) return null;
  await watch.noteRead(answers.ok ? null : answers.failure, false);
  // Without its answers the report's move is not recorded either: both are read again together.
  if (!answers.ok) return null;
  return { detail: detail.value, answers: answers.value.answers, unreadable: answers.value.unreadable };
}
