/** What is raised once, shown until it is cleared, and wants a person. */
export const ALARM_KINDS = [
  'unknown-status',
  'number-conflict',
  'number-taken',
  'privacy-raised',
  'found-twice',
  'near-match',
  'paging',
  'unreadable-answers',
  'unknown-number',
  'guard',
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

export interface Alarm {
  /** Unique while it stands: kind and what it is about. */
  readonly key: string;
  readonly kind: AlarmKind;
  readonly caseId: number | null;
  /** An id, a count or a status name; never a citizen's text. */
  readonly detail: string | null;
  readonly raisedAt: number;
}
