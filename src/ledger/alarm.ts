/** What is raised once, shown until it ends, and wants a person. */
export const ALARM_KINDS = [
  'unknown-status',
  'number-conflict',
  'number-taken',
  'id-reused',
  'unknown-author',
  'privacy-raised',
  'answer-withdrawn',
  'answer-edited',
  'report-edited',
  'edited-there',
  'deleted-after-filing',
  'reopened-locally',
  'found-twice',
  'twin',
  'near-match',
  'quoted-reference',
  'paging',
  'list-unreadable',
  'unreadable-answers',
  'unreadable-report',
  'unreadable-reports',
  'unknown-number',
  'returned',
  'guard',
  'mass-closing',
  'mass-privacy',
  'mass-deletion',
  'mass-repair',
  'reconciled',
  'empty-list',
  'institutions-shrunk',
  'institution-gone',
  'wal-grows',
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/**
 * How an alarm ends:
 * - `over`: by itself, as soon as what it tells of is over. A person may confirm it before; it is silent then for as long
 *   as that lasts, and raised again only when it comes back;
 * - `confirmed`: it tells of something that happened, and stands until a person has seen to it.
 * What a brake tells of can be taken back by the side it came from; then that ends it, too.
 */
export const ALARM_ENDS = {
  /** Over once the name is in the status map. */
  'unknown-status': 'over',
  /** Over once the local row names the number we know, or none; the latter also by `resolve`. */
  'number-conflict': 'over',
  'number-taken': 'over',
  /** Over once the row is the report that we know again. */
  'id-reused': 'over',
  /** Over once everybody who answered is known, or what they wrote is internal. */
  'unknown-author': 'over',
  'privacy-raised': 'confirmed',
  /** Over once the answer is there again for everybody, or its report is deleted. */
  'answer-withdrawn': 'over',
  'answer-edited': 'confirmed',
  'report-edited': 'confirmed',
  'edited-there': 'confirmed',
  /** Over once it is restored, or LAPOR! has ended it. */
  'deleted-after-filing': 'over',
  /** Over once it is at its end here again, or LAPOR! has reopened it. */
  'reopened-locally': 'over',
  /** Two reports stay two: silent once a person has confirmed it. */
  'found-twice': 'over',
  /** One of two reports that are one was answered, or both are there now. */
  twin: 'confirmed',
  /** Over once the report that it is like is settled. */
  'near-match': 'over',
  /** Over once the answer is no longer shown, or is in the words that were sent. */
  'quoted-reference': 'over',
  /** Over with the first scan that comes to a proven end. */
  paging: 'over',
  /** Over with the first scan of the list that comes to a proven end. */
  'list-unreadable': 'over',
  /** Over with the first reading in which every answer can be read. */
  'unreadable-answers': 'over',
  /** Over with the first reading of the report. */
  'unreadable-report': 'over',
  /** Of all reports; its detail says what of them. Over with the first reading of that of any report. */
  'unreadable-reports': 'over',
  /** Over once LAPOR! shows the report again. */
  'unknown-number': 'over',
  /** Over once LAPOR! shows it with somebody who takes it. */
  returned: 'over',
  /** Over once nothing is held by the guard any more. */
  guard: 'over',
  'mass-closing': 'confirmed',
  'mass-privacy': 'confirmed',
  'mass-deletion': 'confirmed',
  'mass-repair': 'confirmed',
  /** Over with the next comparison of both sides that finds nothing for a person. */
  reconciled: 'over',
  /** Over once the list shows something again. */
  'empty-list': 'over',
  /** Over once LAPOR!'s list of institutions is as long as before, or a person said that it is right. */
  'institutions-shrunk': 'over',
  /** Over once the list names them again. */
  'institution-gone': 'over',
  /** Over once the log could be emptied. */
  'wal-grows': 'over',
} as const satisfies Record<AlarmKind, 'over' | 'confirmed'>;

/** Alarms that a changed row raises again where they still hold. */
export const ALARMS_OF_ROW = [
  'number-conflict',
  'number-taken',
  'id-reused',
  'unknown-author',
  'deleted-after-filing',
  'reopened-locally',
  'answer-withdrawn',
] as const satisfies readonly AlarmKind[];

export interface Alarm {
  /** Unique while it stands: kind and what it is about. */
  readonly key: string;
  readonly kind: AlarmKind;
  readonly caseId: number | null;
  /** An id, a count or a status name; never a citizen's text. */
  readonly detail: string | null;
  readonly raisedAt: number;
}
