import { ownField } from './own-field.ts';

/** `(string) false` in PHP is the empty text. */
const NO = new Set(['', '0', 'false', 'no', 'tidak', 'gagal']);

/** Whether an answer says of itself that it failed, whatever its HTTP status. `success` may be a text (local contract, section 1). */
export function saysFailure(answer: unknown): boolean {
  const success = ownField(answer, 'success');
  return typeof success === 'string' ? NO.has(success.trim().toLowerCase()) : success === false || success === 0;
}
