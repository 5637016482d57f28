import { describe, expect, it } from 'vitest';
import { FINDINGS, type FindingKind, newReconciliation, type Reconciliation } from '../../src/ledger/reconciliation.ts';
import { type ReportFacts, reconcileText, toReconcileReport } from '../../src/operate/reconcile-report.ts';

const PLACES = { both: 3, waiting: 1, older: 0, deleted: 0, fresh: 0, apart: 0, found: 0 };
const ids = { localId: '1042', nationalId: '77' };

function reportOf(
  kinds: readonly FindingKind[],
  facts: Partial<ReportFacts> = {},
  state: Partial<Reconciliation> = { completedAt: 5 },
) {
  const findings = kinds.map((kind) => ({ kind, ...ids, here: 'Selesai', there: null }));
  const whole = { ...newReconciliation(0), places: PLACES, compared: 3, ...state, findings };
  return toReconcileReport(whole, { end: 'done', numbers: 3, mended: null, locale: 'en', ...facts });
}

describe('toReconcileReport()', () => {
  it.each<readonly [string, Parameters<typeof reportOf>, number]>([
    ['nothing differs', [[]], 0],
    ['what differs is read by itself', [['status-differs-there']], 0],
    ['something is to be mended', [['changed-here']], 1],
    ['that was mended', [['changed-here'], { mended: 1 }], 0],
    ['it was too much at once', [['changed-here'], { mended: 'braked' }], 1],
    ['a person is needed', [['gone-there'], { mended: 0 }], 1],
    ['a side was not read whole', [[], { end: 'national' }, {}], 4],
    ['the time was up, whatever was found', [['gone-there'], { end: 'cut' }, {}], 4],
  ])('exits as the command line says where %s', (_name, given, exit) => {
    expect(reportOf(...given).exit).toBe(exit);
  });

  it('has the names of the command line’s contract', () => {
    expect(reportOf(['changed-here'], { mended: 'braked' })).toEqual({
      complete: true,
      incomplete: null,
      beganAt: '1970-01-01T00:00:00.000Z',
      completedAt: '1970-01-01T00:00:00.005Z',
      local: { ...PLACES, total: 4 },
      national: { numbers: 3, compared: 3, listed: null },
      findings: [
        {
          kind: 'changed-here',
          ...ids,
          here: 'Selesai',
          there: null,
          needs: 'mend',
          next: 'jembatan reconcile --repair --last',
        },
      ],
      mended: 'held',
      exit: 1,
    });
  });

  it.each(Object.keys(FINDINGS) as FindingKind[])('says in both languages what to do about %s', (kind) => {
    for (const locale of ['id', 'en'] as const) {
      const [finding] = reportOf([kind], { locale }).findings;
      const { needs } = FINDINGS[kind];
      expect(finding?.next).toMatch(needs === 'nobody' ? /\w/ : /jembatan \w+/);
      expect(finding?.next).not.toContain('{');
    }
  });
});

describe('reconcileText()', () => {
  it('proves with its numbers that nothing was skipped', () => {
    expect(reconcileText(reportOf([]), 'en')).toBe(
      [
        '4 reports here: 3 at LAPOR!, too, 1 waiting, 0 older than policy.since, 0 deleted, 0 new since the last reading, 0 unreadable, 0 unknown.',
        '3 of 3 numbers were read at LAPOR!.',
        'All of them are accounted for: nothing was skipped.',
        '',
      ].join('\n'),
    );
    expect(reconcileText(reportOf(['status-differs-there']), 'en')).toContain(
      '1 pieces of news are read by themselves',
    );
  });

  it('proves nothing where it is incomplete, and says so', () => {
    const cut = reconcileText(reportOf([], { end: 'cut' }, { places: null, listed: 9 }), 'id');
    expect(cut).toContain('BELUM LENGKAP, jadi tidak membuktikan apa-apa: waktunya habis');
    expect(cut).toContain('9 laporan di daftar LAPOR! dibandingkan.');
    expect(cut).not.toContain('tidak ada yang terlewat');
  });

  it('shows what was found with its evidence and its next step, and no more than a screen can bear', () => {
    const text = reconcileText(reportOf(Array<FindingKind>(120).fill('unowed'), { mended: 'braked' }), 'en');
    expect(text).toMatch(/on the way to nowhere +1042 +77 +Selesai \/ - +jembatan reconcile --repair --last\n/);
    expect(text).toContain('… and 20 more');
    expect(text).toContain('120 at once are too many to mend unasked');
    expect(reconcileText(reportOf(['unowed'], { mended: 1 }), 'en')).toContain('1 were mended');
  });
});
