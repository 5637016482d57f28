import { fingerprint } from './fingerprint.ts';
import type { FollowUp } from './follow-up.ts';

/** Moves exactly when the words of an answer do. */
export function messageFingerprint(followUp: Pick<FollowUp, 'text'>): string {
  return fingerprint(followUp.text);
}
