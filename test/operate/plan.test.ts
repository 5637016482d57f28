import { describe, expect, it } from 'vitest';
import type { Side } from '../../src/ledger/delivery.ts';
import type { Work } from '../../src/ledger/verbs/due-deliveries.ts';
import { type PlannedItem, planOf, planText } from '../../src/operate/plan.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeCase, makeDelivery } from '../support/make-case.ts';

const NOTHING_TOLD = { report: null, listed: null, message: null, followUp: null };
const CREATE: Work = { delivery: makeDelivery(), case: makeCase(), ...NOTHING_TOLD };
const WRITE_BACK: Work = {
  delivery: makeDelivery({ side: 'local', kind: 'write-back', key: 'write-back:3' }),
  case: makeCase({ localId: '7', nationalId: '9165816' }),
  ...NOTHING_TOLD,
};

describe('planOf()', () => {
  it('lists what is due on both sides, creates too', async () => {
    const asked: unknown[] = [];
    const due: Readonly<Record<Side, readonly Work[]>> = { local: [WRITE_BACK], national: [CREATE] };
    const ledger = {
      async dueDeliveries(query: { readonly side: Side }) {
        asked.push(query);
        return due[query.side];
      },
    };
    expect(await planOf({ ledger }, MONDAY_MS)).toEqual([
      { localId: '7', nationalId: '9165816', side: 'local', kind: 'write-back', key: 'write-back:3' },
      { localId: '1042', nationalId: null, side: 'national', kind: 'create', key: 'create' },
    ]);
    expect(asked).toEqual(
      ['local', 'national'].map((side) => ({ side, now: MONDAY_MS, limit: 100_000, creates: true })),
    );
  });
});

describe('planText()', () => {
  const item: PlannedItem = { localId: '1042', nationalId: null, side: 'national', kind: 'create', key: 'create' };

  it('says that nothing would be sent', () => {
    expect(planText('en', [])).toBe('\nNothing would be sent.\n');
    expect(planText('id', [])).toBe('\nTidak ada yang akan dikirim.\n');
  });

  it('is a table in the reader’s language', () => {
    expect(planText('en', [item]).split('\n').slice(1, 5)).toEqual([
      'Plan (nothing was sent)',
      'Report  LAPOR! number  What',
      '──────  ─────────────  ────────────────',
      '1042    -              report to LAPOR!',
    ]);
    expect(planText('id', [{ ...item, localId: null, nationalId: '9165816', kind: 'write-back' }])).toContain(
      '-        9165816       nomor dan status ke daerah',
    );
  });
});
