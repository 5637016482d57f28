import type { Answer } from './answer.ts';

/** How one side words the answers that faults ask for. */
export interface FaultAnswers {
  refused(): Answer;
  unauthorized(): Answer;
  throttled(retryAfter: string): Answer;
  suspended(): Answer;
  serverError(): Answer;
  gatewayTimeout(): Answer;
  /** 200, well-formed, and no id in it. */
  withoutId(): Answer;
}
