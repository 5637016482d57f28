/** A bug of ours met one delivery: a person sees it, and the others go on (F46). */
export interface Unprepared {
  readonly type: 'unprepared';
  /** Class of what was thrown. */
  readonly error: string;
  /** `file:line:column` that threw it; `null` where that is not known. */
  readonly where: string | null;
}

/** What may be written down of a fault: its message may name a citizen. */
export function toUnprepared(error: unknown): Unprepared {
  if (!(error instanceof Error)) return { type: 'unprepared', error: typeof error, where: null };
  const [, place = null] = /^ +at .*?([^/\\( ]+:\d+:\d+)\)?$/m.exec(error.stack ?? '') ?? [];
  return { type: 'unprepared', error: error.name, where: place };
}
