import { describe, expect, it } from 'vitest';
import type { Side } from '../../src/ledger/delivery.ts';
import type { SideEvent } from '../../src/ledger/side.ts';
import type { RunReport } from '../../src/operate/run-report.ts';
import { runText } from '../../src/operate/run-text.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { makeConfig } from '../support/make-config.ts';
import { openWatch } from '../support/open-watch.ts';

const REPORT: RunReport = {
  intake: { local: { seen: 9, new: 4, changed: 3, quarantined: 2 }, national: { polled: 8, changed: 7, new: 0 } },
  forward: { reports: 21, followUps: 23, rejects: 22 },
  mirror: { reports: 0, statuses: 24, followUps: 25 },
  deliveries: { ready: 0, sending: 0, doubt: 0, parked: 1, held: 0, done: 5 },
  attention: [
    {
      localId: '1042',
      nationalId: null,
      kind: 'create',
      state: 'parked',
      reason: 'unknown-status: \u001b[2J',
      next: 'jembatan retry 1042',
    },
  ],
  requests: { local: 12, national: 34 },
  durationMs: 5678,
  exit: 1,
};

async function textOf(report: RunReport, { locale = 'en', policy = {}, events = [] as readonly [Side, SideEvent][] }) {
  const clock = createFakeClock();
  const sides = { local: await openWatch('local', clock), national: await openWatch('national', clock) };
  for (const [side, event] of events) await sides[side].note(event);
  return runText(report, { config: makeConfig({ policy, top: { locale } }), sides });
}

describe('runText()', () => {
  it('says what came, what went and what waits', async () => {
    expect((await textOf(REPORT, {})).split('\n')).toEqual([
      'Run complete',
      '  Read: 9 reports (4 new, 3 changed, 2 unreadable)',
      '  Read: 8 cases asked for at LAPOR!, 7 with news',
      '  Sent to LAPOR!: 21 reports, 23 answers, 22 passed on',
      '  Written to the local application: 24 statuses, 25 answers',
      '  Deliveries: 1 parked, 5 done',
      '',
      'Needs attention (1)',
      'Report  LAPOR! number  What              State   Reason                          Next step',
      '──────  ─────────────  ────────────────  ──────  ──────────────────────────────  ───────────────────',
      '1042    -              report to LAPOR!  parked  unknown status name: \\u{1b}[2J  jembatan retry 1042',
      '',
    ]);
  });

  it.each(['id', 'en'])('leaves no place unfilled (%s)', async (locale) => {
    const events: readonly [Side, SideEvent][] = [
      ['local', { type: 'unreachable', reason: 'unreachable' }],
      ['national', { type: 'pause', ms: 1000, reason: 'throttled' }],
      ['national', { type: 'create-in-doubt' }],
    ];
    const text = await textOf({ ...REPORT, attention: [] }, { locale, events, policy: { mode: 'shadow' } });
    expect(text).not.toMatch(/[{}]|undefined|null/);
  });

  it.each<[string, SideEvent, string]>([
    ['down', { type: 'unreachable', reason: 'malformed' }, 'could not be reached (its answer is no data)'],
    ['paused', { type: 'pause', ms: 1000, reason: 'throttled' }, 'asked for a pause (too many requests)'],
    ['stopped', { type: 'refuses-us', reason: 'unauthorized' }, 'refuses our access (credentials refused)'],
    ['in doubt', { type: 'create-in-doubt' }, 'New reports to LAPOR! wait'],
  ])('tells of a side that is %s', async (_, event, told) => {
    expect(await textOf(REPORT, { events: [['national', event]] })).toContain(told);
  });

  it('says that nothing waits, and that nothing was sent yet', async () => {
    const deliveries = { ready: 0, sending: 0, doubt: 0, parked: 0, held: 0, done: 0 };
    const text = await textOf({ ...REPORT, deliveries, attention: [] }, {});
    expect(text).toContain('Nothing waits for a person.');
    expect(text).toContain('  Deliveries: 0\n');
  });
});
