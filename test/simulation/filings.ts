import type { SendResult } from '../../src/http/outcome.ts';

/**
 * Every create on the wire, as somebody beside the wire sees it (I6): one whose outcome is unknown is followed by another
 * only on a person's word, or by the rule that gives up "at most one".
 */
export interface Filings {
  begin(localId: string, secret: boolean): void;
  end(localId: string, outcome: SendResult<unknown>['kind']): void;
  /** A person said that it is not there. */
  saidAbsent(localId: string): void;
  /** How often the rule may have sent one again. */
  resent(localId: string): number;
}

export function createFilings(resends: boolean, fail: (violation: string) => void): Filings {
  const outcomes = new Map<string, 'unknown' | 'there'>();
  const resent = new Map<string, number>();
  return {
    begin(localId, secret) {
      const before = outcomes.get(localId);
      // What was answered, but not written down before the process died, is unknown to the rule.
      const byRule = before !== undefined && resends && !secret;
      if (byRule) resent.set(localId, (resent.get(localId) ?? 0) + 1);
      else if (before !== undefined) fail(`I6 report ${localId} was sent again, though an earlier one was ${before}`);
      outcomes.set(localId, 'unknown');
    },
    end(localId, outcome) {
      if (outcome === 'done') outcomes.set(localId, 'there');
      else if (outcome !== 'doubt') outcomes.delete(localId);
    },
    saidAbsent: (localId) => void outcomes.delete(localId),
    resent: (localId) => resent.get(localId) ?? 0,
  };
}
