import { describe, expect, it } from 'vitest';
import { openSqliteInMemory } from '../../../src/ledger/sqlite/open-sqlite.ts';
import type { Statement } from '../../../src/ledger/verb.ts';
import { casesToPoll } from '../../../src/ledger/verbs/cases-to-poll.ts';

describe('casesToPoll()', () => {
  it('finds what is due, and what a wrong clock put off, by an index in its order: every round asks, however many cases', () => {
    const plans: string[] = [];
    const verb = casesToPoll({ now: 1000, limit: 9 });
    for (let step = verb.next(); step.done !== true; step = verb.next([])) {
      const { sql, params } = step.value as Statement;
      plans.push(JSON.stringify(openSqliteInMemory().prepare(`explain query plan ${sql}`).all(params)));
    }

    expect(plans).toHaveLength(4);
    expect(plans[0]).toContain('INDEX cases_next_poll (next_poll_at>? AND next_poll_at<?)');
    expect(plans[1]).toContain('INDEX cases_asked (polled_at>?)');
    expect(plans[2]).toContain('INDEX cases_asked (polled_at=? AND next_poll_at>?)');
    expect(plans[3]).toContain('INDEX cases_next_poll (next_poll_at>?)');
    expect(plans.join()).not.toMatch(/SCAN|B-TREE/);
  });
});
