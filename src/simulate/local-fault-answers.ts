import { jsonAnswer } from './answer.ts';
import type { FaultAnswers } from './fault-answers.ts';
import { localFailure } from './local-failure.ts';

/** The local application's wording of what faults ask for. */
export const LOCAL_FAULT_ANSWERS: FaultAnswers = {
  refused: () => localFailure(422, 'Data yang diberikan tidak valid.'),
  unauthorized: () => localFailure(401, 'Unauthenticated.'),
  throttled: (retryAfter) => localFailure(429, 'Too Many Attempts.', { headers: { 'retry-after': retryAfter } }),
  suspended: () => localFailure(503, 'Service Unavailable'),
  serverError: () => localFailure(500, 'Server Error'),
  gatewayTimeout: () => localFailure(504, 'Gateway Time-out'),
  withoutId: () => jsonAnswer(200, { success: true, message: 'OK', data: {} }),
};
