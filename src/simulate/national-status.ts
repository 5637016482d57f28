/** LAPOR!'s own names of a complaint's status (domain page, "Status"). */
export const NATIONAL_STATUS = {
  unverified: 'Belum Terverifikasi',
  verified: 'Terverifikasi',
  inProgress: 'Dalam Proses',
  postponed: 'Tertunda',
  finished: 'Selesai',
  archived: 'Diarsipkan',
} as const;

const CLOSED: ReadonlySet<string> = new Set([NATIONAL_STATUS.finished, NATIONAL_STATUS.archived]);

/** An answer brings a complaint into progress, and leaves a closed one closed. */
export function statusAfterAnswer(statusName: string): string {
  return CLOSED.has(statusName) ? statusName : NATIONAL_STATUS.inProgress;
}
