import * as z from 'zod';
import type { Exchange } from '../../http/outcome.ts';
import { readAnswer } from '../../http/read-answer.ts';

/** LAPOR! tells a failure by its `message` (contract page, E6); the gateway's status report has a `type` beside it. */
const OwnWords = z.object({ message: z.string(), type: z.undefined().optional() });

/**
 * Whether LAPOR! itself says that there is no such thing. A page, a fault or the gateway's status report with the same
 * status only tells that the request did not get to LAPOR!, and must not make a report count as gone.
 */
export async function saysNotFound(exchange: Exchange): Promise<boolean> {
  if (exchange.kind !== 'answered' || exchange.status !== 404) return false;
  const { json, faultCode } = await readAnswer(exchange);
  return json.ok && faultCode === null && OwnWords.safeParse(json.value).success;
}
