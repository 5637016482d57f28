import type { Doubt, NotSent } from './outcome.ts';
import type { RawAnswer } from './raw-answer.ts';

type Told = Pick<RawAnswer, 'status' | 'headers' | 'body'>;

export interface AnswerRoute {
  readonly secure: boolean;
  readonly viaProxy: boolean;
  /** Whether the request's own connection stood (with TLS: as far as the host itself). */
  readonly connected: boolean;
}

/** What is wrong with an answer that seems complete; `null`: nothing. */
export function checkAnswer(answer: Told, route: AnswerRoute): NotSent | Doubt | null {
  if (route.viaProxy && route.secure && !route.connected) {
    // The tunnel never stood: these are the proxy's own words, and the request stayed here.
    return { kind: 'not-sent', cause: 'unreachable' };
  }
  if (route.viaProxy && answer.status === 407) return { kind: 'doubt', cause: 'proxy' };
  return hasOtherLength(answer) ? { kind: 'doubt', cause: 'broken-answer' } : null;
}

function hasOtherLength({ status, headers, body }: Told): boolean {
  const told = headers['content-length'];
  if (told === undefined || status === 204 || status === 304) return false;
  return Number(told) !== body.length;
}
