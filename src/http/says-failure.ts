import { readPath } from './read-path.ts';

/** `(string) false` in PHP is the empty text. */
const NO = new Set(['', '0', 'false', 'no', 'tidak', 'gagal']);

/** Whether an answer says of itself that it failed, whatever its HTTP status. `success` may be a text (local contract). */
export function saysFailure(answer: unknown): boolean {
  const success = readPath(answer, 'success');
  return typeof success === 'string' ? NO.has(success.trim().toLowerCase()) : success === false || success === 0;
}
