import type { Work } from '../../src/ledger/verbs/due-deliveries.ts';
import { makeCase, makeDelivery, makeMessage } from './make-case.ts';
import { makeFollowUp, makeReport } from './make-report.ts';

/** The create of a report, with everything that it is rendered from. */
export function makeWork(given: Partial<Work> = {}): Work {
  return {
    delivery: makeDelivery(),
    case: makeCase(),
    report: makeReport(),
    listed: null,
    message: null,
    followUp: null,
    ...given,
  };
}

/** The first part of an answer to a report that LAPOR! has as 77. */
export function makeFollowUpWork(given: Partial<Work> = {}): Work {
  return makeWork({
    delivery: makeDelivery({ kind: 'follow-up', key: 'follow-up:9:1', messageId: 1, body: { part: 1 } }),
    case: makeCase({ nationalId: '77' }),
    message: makeMessage(),
    followUp: makeFollowUp(),
    ...given,
  });
}
