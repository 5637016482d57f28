const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const SOONEST_MS = 2 * MINUTE_MS;
const LATEST_OPEN_MS = DAY_MS;
const CLOSED_MS = DAY_MS;
const CLOSED_LONG_MS = 7 * DAY_MS;
const CLOSED_LONG_AFTER_MS = 30 * DAY_MS;
const ANSWERS_SOONEST_MS = 10 * MINUTE_MS;
const ANSWERS_LATEST_MS = 12 * HOUR_MS;

export interface PollFacts {
  readonly createdAt: number;
  readonly firstSeenAt: number;
  readonly filedAt: number | null;
  readonly nationalChangedAt: number | null;
  readonly closedAt: number | null;
  readonly answersReadAt: number | null;
}

/**
 * When a case is asked for again: after a tenth of the time it has been quiet. So a new or lately changed one is asked
 * for within minutes, an old quiet one daily, and the number of requests grows with the logarithm of its age only.
 * `spread` in [0, 1) keeps cases filed together from being asked for together. A closed case can be reopened, so it is
 * never given up.
 */
export function nextPollAt(
  facts: PollFacts,
  { now, changed, spread }: { now: number; changed: boolean; spread: number },
): number {
  if (facts.closedAt !== null && !changed) {
    const long = now - facts.closedAt > CLOSED_LONG_AFTER_MS;
    return now + Math.round((long ? CLOSED_LONG_MS : CLOSED_MS) * (0.9 + 0.2 * spread));
  }
  const quietMs = changed ? 0 : now - lastMove(facts);
  const waitMs = clamp(quietMs / 10, SOONEST_MS, LATEST_OPEN_MS);
  return now + Math.round(waitMs * (0.9 + 0.2 * spread));
}

/** Whether the answers (E7) are read too: when the report itself moved, never were, or a slow beat of their own is due. */
export function answersAreDue(facts: PollFacts, { now, moved }: { now: number; moved: boolean }): boolean {
  if (moved || facts.answersReadAt === null) return true;
  const beatMs = clamp((now - lastMove(facts)) / 4, ANSWERS_SOONEST_MS, ANSWERS_LATEST_MS);
  const sinceMs = now - facts.answersReadAt;
  // A reading of a time that has not come is of a clock that was ahead.
  return sinceMs < 0 || sinceMs >= beatMs;
}

function lastMove(facts: PollFacts): number {
  return facts.nationalChangedAt ?? facts.filedAt ?? facts.firstSeenAt;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
