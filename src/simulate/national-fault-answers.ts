import { jsonAnswer } from './answer.ts';
import type { FaultAnswers } from './fault-answers.ts';
import type { createGatewayFaults } from './gateway-fault.ts';
import { nationalFailure } from './national-failure.ts';

/** LAPOR!'s wording: its own errors have a `message` only, the gateway's are faults. */
export function nationalFaultAnswers(gatewayFault: ReturnType<typeof createGatewayFaults>): FaultAnswers {
  return {
    refused: () => nationalFailure(422, 'Data yang dikirim tidak sah.'),
    unauthorized: () => gatewayFault('invalid-credentials'),
    throttled: (retryAfter) => gatewayFault('throttled', { 'retry-after': retryAfter }),
    suspended: () => gatewayFault('suspended'),
    serverError: () => nationalFailure(500, 'Server Error'),
    gatewayTimeout: () => gatewayFault('send-timeout'),
    withoutId: () => jsonAnswer(200, { results: {}, message: 'Success' }),
  };
}
