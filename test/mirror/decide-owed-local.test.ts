import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, Message } from '../../src/ledger/case.ts';
import type { Delivery } from '../../src/ledger/delivery.ts';
import type { LedgerGap } from '../../src/ledger/gap.ts';
import type { CaseFacts } from '../../src/ledger/owed.ts';
import { decideOwedLocal, localStatusFor } from '../../src/mirror/decide-owed-local.ts';
import { BRIDGE_STATUSES } from '../../src/report/status.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeCase, makeDelivery, makeMessage } from '../support/make-case.ts';
import { makeConfig } from '../support/make-config.ts';

const CONFIG = makeConfig();
const NAMES = CONFIG.maps.statuses.local;

const READ = {
  nationalId: '77',
  nationalStatus: 'Dalam Proses',
  bridgeStatus: 'in-progress',
} as const satisfies Partial<Case>;
const WRITTEN = {
  writtenNationalId: '77',
  writtenStatus: 'Dalam Proses',
  writtenBridgeStatus: 'in-progress',
} as const satisfies Partial<Case>;
const BODY = { ...READ, localStatus: 'dalam proses' };

interface Given {
  readonly owner?: Partial<Case>;
  readonly messages?: readonly Message[];
  readonly deliveries?: readonly Delivery[];
  readonly guarded?: boolean;
  readonly filedHere?: boolean;
  readonly gap?: LedgerGap | null;
}

function owed({ owner = {}, messages = [], deliveries = [], guarded = false, gap = null, filedHere = false }: Given) {
  const facts = { case: makeCase(owner), messages, deliveries, madeHere: false, filedHere, gap };
  return decideOwedLocal(facts, CONFIG, { guarded });
}

function writeBack(given: Partial<Delivery> = {}): Delivery {
  return makeDelivery({ id: 7, side: 'local', kind: 'write-back', key: 'write-back:1', body: BODY, ...given });
}

const LOST: LedgerGap = { kind: 'lost', at: MONDAY_MS, scanned: { caseId: 1, messageId: 5 } };
const ROLLED_BACK: LedgerGap = { ...LOST, kind: 'rolled-back' };

const NATIONAL = makeMessage({ id: 5, origin: 'national', author: 'national', localId: null, nationalId: '501' });

describe('decideOwedLocal() of a report that was born at LAPOR!', () => {
  const BORN_THERE = { route: 'national', localId: null, nationalId: '77' } as const;
  const REPORT = { side: 'local', kind: 'report', key: 'report', messageId: null, body: {} } as const;

  it.each([
    ['ready', {}, false, { state: 'ready', reason: null }],
    ['held by the guard', {}, true, { state: 'held', reason: 'guard' }],
    ['held by an operator', { hold: true }, true, { state: 'held', reason: 'operator' }],
  ] as const)('owes it alone: %s', (_name, owner, guarded, start) => {
    const given = { owner: { ...READ, ...BORN_THERE, ...owner }, messages: [NATIONAL], guarded };
    expect(owed(given)).toEqual([{ type: 'owe', delivery: { ...REPORT, ...start } }]);
  });

  it.each([
    ['looks first for one that a ledger since lost may have made', MONDAY_MS, 'doubt', 'ledger-lost'],
    ['makes one that came since', MONDAY_MS + 1, 'held', 'guard'],
  ])('%s', (_name, at, state, reason) => {
    const owner = { ...BORN_THERE, id: 2, createdAt: at };
    expect(owed({ owner, gap: LOST, guarded: true })).toMatchObject([{ delivery: { ...REPORT, state, reason } }]);
  });

  it.each(['ready', 'sending', 'doubt', 'parked', 'held', 'done'] as const)('owes it once: %s', (state) => {
    const deliveries = [makeDelivery({ side: 'local', kind: 'report', key: 'report', state })];
    expect(owed({ owner: BORN_THERE, deliveries })).toEqual([]);
  });
});

describe('decideOwedLocal() of a write-back', () => {
  it('owes number and status, with the local name of the status', () => {
    expect(owed({ owner: READ })).toEqual([
      {
        type: 'owe',
        delivery: {
          side: 'local',
          kind: 'write-back',
          key: 'write-back:1',
          messageId: null,
          state: 'ready',
          reason: null,
          body: BODY,
        },
      },
    ]);
  });

  it('owes the number alone before the first reading', () => {
    expect(owed({ owner: { nationalId: '77' } })).toMatchObject([
      { delivery: { body: { nationalId: '77', nationalStatus: null, bridgeStatus: null, localStatus: null } } },
    ]);
  });

  it('owes an unknown status verbatim, and no local one', () => {
    const owner = { ...READ, ...WRITTEN, nationalStatus: 'Menunggu Disposisi' };
    expect(owed({ owner })).toMatchObject([
      { delivery: { body: { nationalStatus: 'Menunggu Disposisi', localStatus: null } } },
    ]);
  });

  it.each<readonly [string, Partial<Case>]>([
    ['there is no number', { nationalId: null }],
    ['the local report is deleted', { deletedAt: 1 }],
    ['all of it is written', WRITTEN],
  ])('owes nothing where %s', (_name, owner) => {
    expect(owed({ owner: { ...READ, ...owner }, messages: [] })).toEqual([]);
  });

  it.each<readonly [string, Partial<Case>]>([
    ['the number', { writtenNationalId: null }],
    ['the status', { writtenStatus: 'Terverifikasi' }],
    ['what the status means', { writtenBridgeStatus: 'verified' }],
  ])('owes another where %s was not written', (_name, owner) => {
    const deliveries = [writeBack({ state: 'done' })];
    expect(owed({ owner: { ...READ, ...WRITTEN, ...owner }, deliveries })).toMatchObject([
      { type: 'owe', delivery: { key: 'write-back:2' } },
    ]);
  });

  it.each(['ready', 'parked', 'held'] as const)('gives a %s one the newest values', (state) => {
    const stale = writeBack({ state, body: { ...BODY, nationalStatus: 'Terverifikasi', bridgeStatus: 'verified' } });
    expect(owed({ owner: READ, deliveries: [stale] })).toMatchObject([
      { type: 'replace', deliveryId: 7, delivery: { key: 'write-back:1', body: BODY } },
    ]);
    expect(owed({ owner: READ, deliveries: [writeBack({ state })] })).toEqual([]);
  });

  it('takes back what a stale one would write where LAPOR! has returned to what was written', () => {
    const stale = writeBack({ body: { ...BODY, nationalStatus: 'Selesai', bridgeStatus: 'closed' } });
    expect(owed({ owner: { ...READ, ...WRITTEN }, deliveries: [stale] })).toMatchObject([
      { type: 'replace', delivery: { body: { ...READ, localStatus: null } } },
    ]);
  });

  it.each(['sending', 'doubt'] as const)('waits for one that is %s', (state) => {
    const stale = writeBack({ state, body: { nationalId: '77' } });
    expect(owed({ owner: READ, deliveries: [stale] })).toEqual([]);
  });

  describe('where a ledger was lost, that may have written it', () => {
    const shown = { ...READ, writtenNationalId: '77', localStatus: 'dalam proses' } as const;

    it.each<readonly [string, Partial<Case>, LedgerGap, readonly unknown[]]>([
      ['the row shows all of it', { ...shown, writtenStatus: 'Dalam Proses' }, LOST, [{ type: 'shown' }]],
      [
        'the row shows its number, and LAPOR! was not asked yet',
        { nationalId: '77', writtenNationalId: '77', writtenStatus: 'Selesai' },
        LOST,
        [],
      ],
      [
        'the row shows another status',
        { ...shown, writtenStatus: 'Terverifikasi' },
        LOST,
        [{ type: 'owe', delivery: { state: 'ready', body: { ...BODY, localStatus: null } } }],
      ],
      [
        'the row shows LAPOR!’s status, but not what it means here',
        { ...shown, writtenStatus: 'Dalam Proses', localStatus: 'menunggu' },
        LOST,
        [{ type: 'owe', delivery: { state: 'ready', body: BODY } }],
      ],
      ['the row shows nothing', READ, LOST, [{ type: 'owe', delivery: { state: 'ready' } }]],
      [
        'an older ledger does not know what it wrote',
        READ,
        ROLLED_BACK,
        [{ type: 'owe', delivery: { state: 'doubt', reason: 'ledger-lost' } }],
      ],
      [
        'an older ledger does not know what it wrote, and an operator holds it',
        { ...READ, hold: true },
        ROLLED_BACK,
        [{ type: 'owe', delivery: { state: 'doubt', reason: 'ledger-lost' } }],
      ],
      [
        'it came since',
        { ...READ, id: 2, createdAt: MONDAY_MS + 1 },
        ROLLED_BACK,
        [{ type: 'owe', delivery: { state: 'ready' } }],
      ],
    ])('%s', (_name, owner, gap, expected) => {
      expect(owed({ owner, gap })).toMatchObject(expected);
    });

    it('owes nothing before LAPOR! was asked again: what is there may be newer', () => {
      expect(owed({ owner: { ...READ, nationalUnread: true }, gap: ROLLED_BACK })).toEqual([]);
      const deliveries = [writeBack({ state: 'ready', body: {} })];
      expect(owed({ owner: { ...READ, nationalUnread: true }, gap: ROLLED_BACK, deliveries })).toEqual([]);
    });

    it('it was filed since', () => {
      const given = { owner: READ, gap: ROLLED_BACK, filedHere: true };
      expect(owed(given)).toMatchObject([{ type: 'owe', delivery: { state: 'ready' } }]);
    });

    it.each([
      ['it wrote or found since', { ...WRITTEN, writtenStatus: 'Selesai' }, { key: 'write-back:2', state: 'ready' }],
      ['it wrote before', { ...WRITTEN, writtenNationalId: null }, { key: 'write-back:2', state: 'doubt' }],
    ])('owes another after one that %s, whatever the clock said', (_name, written, delivery) => {
      const deliveries = [writeBack({ state: 'done', createdAt: Number.MAX_SAFE_INTEGER })];
      expect(owed({ owner: { ...READ, ...written }, gap: ROLLED_BACK, deliveries })).toMatchObject([
        { type: 'owe', delivery },
      ]);
    });
  });

  it('holds it while an operator holds the case', () => {
    expect(owed({ owner: { ...READ, hold: true } })).toMatchObject([
      { delivery: { state: 'held', reason: 'operator' } },
    ]);
  });
});

describe('decideOwedLocal() of national answers', () => {
  const owner = { ...READ, ...WRITTEN };

  it('owes each that is not there yet', () => {
    expect(owed({ owner, messages: [NATIONAL] })).toEqual([
      {
        type: 'owe',
        delivery: {
          side: 'local',
          kind: 'response',
          key: 'response:501',
          messageId: 5,
          state: 'ready',
          reason: null,
          body: {},
        },
      },
    ]);
  });

  it.each<readonly [string, Partial<Message>]>([
    ['is there', { localId: '31' }],
    ['came from here', { origin: 'local' }],
    ['has no id there', { nationalId: null }],
  ])('owes none that %s', (_name, message) => {
    expect(owed({ owner, messages: [{ ...NATIONAL, ...message }] })).toEqual([]);
  });

  it.each<readonly [string, boolean, Partial<Message>, object]>([
    ['may have given', false, {}, { state: 'doubt', reason: 'ledger-lost' }],
    ['cannot have given: the report was filed since', true, {}, { state: 'ready' }],
    ['cannot have given: it came since', false, { id: 6, createdAt: MONDAY_MS + 1 }, { state: 'ready', reason: null }],
  ])('owes one that a ledger since lost %s', (_name, filedHere, message, delivery) => {
    const given = { owner, messages: [{ ...NATIONAL, ...message }], gap: LOST, filedHere };
    expect(owed(given)).toMatchObject([{ type: 'owe', delivery }]);
  });

  it('owes none twice', () => {
    const deliveries = [makeDelivery({ side: 'local', kind: 'response', key: 'response:501', state: 'parked' })];
    expect(owed({ owner, messages: [NATIONAL], deliveries })).toEqual([]);
  });

  it('holds them while an operator holds the case, and owes none of a deleted report', () => {
    expect(owed({ owner: { ...owner, hold: true }, messages: [NATIONAL] })).toMatchObject([
      { delivery: { state: 'held', reason: 'operator' } },
    ]);
    expect(owed({ owner: { ...owner, deletedAt: 1 }, messages: [NATIONAL] })).toEqual([]);
  });
});

describe('decideOwedLocal()', () => {
  it('owes nothing more once its plan is carried out', () => {
    const status = fc.constantFrom(null, ...BRIDGE_STATUSES);
    const facts = fc.record({
      case: fc
        .record({
          nationalId: fc.constantFrom(null, '77'),
          nationalStatus: fc.constantFrom(null, 'Selesai', 'Terverifikasi'),
          bridgeStatus: status,
          writtenStatus: fc.constantFrom(null, 'Selesai', 'Terverifikasi'),
          writtenBridgeStatus: status,
          localStatus: fc.constantFrom(null, 'menunggu', 'dalam proses', 'selesai', 'ditunda'),
          hold: fc.boolean(),
        })
        .map((given) => makeCase(given)),
      messages: fc.subarray([NATIONAL, { ...NATIONAL, id: 6, nationalId: '502' }]),
      deliveries: fc.constantFrom([], [writeBack({ state: 'done' })], [writeBack({ state: 'parked', body: {} })]),
      madeHere: fc.constant(false),
      filedHere: fc.boolean(),
      gap: fc.constantFrom(null, LOST, ROLLED_BACK),
    });
    fc.assert(
      fc.property(facts, (given) => {
        expect(decideOwedLocal(carriedOut(given), CONFIG, { guarded: false })).toEqual([]);
      }),
    );
  });
});

/** The facts with everything in place that their plan wants. */
function carriedOut(facts: CaseFacts): CaseFacts {
  const planned = decideOwedLocal(facts, CONFIG, { guarded: false });
  const kept = facts.deliveries.map((delivery) => {
    const newer = planned.find((action) => action.type === 'replace' && action.deliveryId === delivery.id);
    return newer?.type === 'replace' ? { ...delivery, body: newer.delivery.body } : delivery;
  });
  const added = planned.flatMap((action, id) =>
    action.type === 'owe' ? [makeDelivery({ ...action.delivery, id: 100 + id })] : [],
  );
  const shown = planned.find((action) => action.type === 'shown')?.body;
  const written =
    shown === undefined
      ? {}
      : { writtenStatus: shown.nationalStatus ?? null, writtenBridgeStatus: shown.bridgeStatus ?? null };
  return { ...facts, case: { ...facts.case, ...written }, deliveries: [...kept, ...added] };
}

describe('localStatusFor()', () => {
  it.each<readonly [string, Partial<Case>, string | null]>([
    ['nothing read yet', { bridgeStatus: null }, null],
    ['verified, here just in', { bridgeStatus: 'verified', localStatus: 'belum dibaca' }, 'menunggu'],
    ['verified, here waiting too', { bridgeStatus: 'verified', localStatus: 'menunggu' }, null],
    ['verified, here waiting, spelled otherwise', { bridgeStatus: 'verified', localStatus: ' MENUNGGU ' }, null],
    ['a status that the map leaves alone', { bridgeStatus: 'received', localStatus: 'belum dibaca' }, null],
    ['in progress, here closed by the OPD', { bridgeStatus: 'in-progress', localStatus: 'selesai' }, null],
    ['in progress, here Selesai by the OPD', { bridgeStatus: 'in-progress', localStatus: 'Selesai' }, null],
    ['verified, here in progress', { bridgeStatus: 'verified', localStatus: 'dalam proses' }, null],
    ['closed, here in progress', { bridgeStatus: 'closed', localStatus: 'dalam proses' }, 'selesai'],
    ['closed, here a status of its own', { bridgeStatus: 'closed', localStatus: 'ditunda' }, 'selesai'],
    ['closed, here none', { bridgeStatus: 'closed', localStatus: null }, 'selesai'],
    ['as written, here changed since', { ...WRITTEN, bridgeStatus: 'in-progress', localStatus: 'menunggu' }, null],
    [
      'reopened: it was closed and is in progress again',
      { bridgeStatus: 'in-progress', writtenBridgeStatus: 'closed', localStatus: 'selesai' },
      'dalam proses',
    ],
    [
      'on to verified from received, here closed by the OPD',
      { bridgeStatus: 'verified', writtenBridgeStatus: 'received', localStatus: 'selesai' },
      null,
    ],
    [
      'in progress after it waited for the reporter, which is no step back, here closed by the OPD',
      { bridgeStatus: 'in-progress', writtenBridgeStatus: 'waiting-reporter', localStatus: 'selesai' },
      null,
    ],
    [
      'archived after it was closed, which is the same here',
      { bridgeStatus: 'archived', writtenBridgeStatus: 'closed', localStatus: 'selesai' },
      null,
    ],
  ])('%s', (_name, owner, expected) => {
    expect(localStatusFor(makeCase(owner), NAMES)).toBe(expected);
  });

  it('never invents a status: what it gives is in the map, and never `ignore`', () => {
    const status = fc.constantFrom(null, ...BRIDGE_STATUSES);
    fc.assert(
      fc.property(status, status, fc.string(), (bridgeStatus, writtenBridgeStatus, localStatus) => {
        const given = localStatusFor(makeCase({ bridgeStatus, writtenBridgeStatus, localStatus }), NAMES);
        expect([null, 'menunggu', 'dalam proses', 'selesai']).toContain(given);
      }),
    );
  });
});
