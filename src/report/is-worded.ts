import { wording } from './wording.ts';

/** Whether a text that came back is in the words that were sent; where nobody wrote those down, the reference has to do. */
export function isWorded(text: string, worded: string | undefined): boolean {
  return worded === undefined || wording('', text) === worded;
}
