/** What people can ask to be told of (`notify[].on`). */
export type NoticeEvent = 'parked' | 'late' | 'silent';

/** Something that stands now and that somebody may want to be told of. */
export interface Finding {
  /** Unique while it stands: `delivery:17`, `late:DPUPR`, `side:national`. Never a citizen's text. */
  readonly key: string;
  readonly event: NoticeEvent;
  /** Id of the report that it is about, as an operator would name it. */
  readonly subject: string | null;
}

/** A finding that the ledger remembers, so that it is told once, repeated by rule, and told again when it is over. */
export interface Notice extends Finding {
  readonly since: number;
  /** When it was over; `null`: it stands. */
  readonly overAt: number | null;
}

/** After so long what still stands is told again. */
export const REPEAT_MS = {
  parked: 24 * 3_600_000,
  late: 24 * 3_600_000,
  silent: 6 * 3_600_000,
} as const satisfies Record<NoticeEvent, number>;
