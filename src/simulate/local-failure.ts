import { type Answer, jsonAnswer } from './answer.ts';

/** The local application's envelope for a refusal or failure (local contract, §1). */
export function localFailure(
  status: number,
  message: string,
  extras: { readonly field?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Answer {
  const errors = extras.field === undefined ? {} : { errors: { [extras.field]: [message] } };
  return jsonAnswer(status, { success: false, message, data: null, ...errors }, extras.headers);
}
