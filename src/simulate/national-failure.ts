import { type Answer, jsonAnswer } from './answer.ts';

/** LAPOR!'s own refusals are not known but for `message` (LAPOR! contract, E6). */
export function nationalFailure(status: number, message: string): Answer {
  return jsonAnswer(status, { message });
}
