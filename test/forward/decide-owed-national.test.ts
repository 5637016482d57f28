import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideOwedNational } from '../../src/forward/decide-owed-national.ts';
import type { Case, Message } from '../../src/ledger/case.ts';
import type { Delivery, NewDelivery, Routed } from '../../src/ledger/delivery.ts';
import type { LedgerGap } from '../../src/ledger/gap.ts';
import type { CaseFacts } from '../../src/ledger/owed.ts';
import type { Report } from '../../src/report/report.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeCase, makeDelivery, makeMessage } from '../support/make-case.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeReport } from '../support/make-report.ts';

const CONFIG = makeConfig();
const FILED = makeDelivery({ state: 'done', attempts: 1, peerId: '77' });
const FOUND = makeDelivery({ state: 'done', attempts: 0, peerId: '77' });

interface Given {
  readonly owner?: Partial<Case>;
  readonly messages?: readonly Message[];
  readonly deliveries?: readonly Delivery[];
  readonly madeHere?: boolean;
  readonly gap?: LedgerGap | null;
  readonly guarded?: boolean;
  readonly config?: typeof CONFIG;
  readonly report?: Report | null;
}

function owed(given: Given) {
  const { owner = {}, messages = [], deliveries = [], madeHere = false, gap = null } = given;
  const { guarded = false, config = CONFIG, report = null } = given;
  const filedHere = deliveries.some(({ kind, begunAt }) => kind === 'create' && begunAt !== null);
  const facts: CaseFacts = { case: makeCase(owner), messages, deliveries, madeHere, filedHere, gap, report };
  const actions = decideOwedNational(facts, config, { guarded });
  return actions.map((action) => (action.type === 'owe' ? action.delivery : action));
}

const create = (state: NewDelivery['state'], reason: NewDelivery['reason'] = null) =>
  ({ side: 'national', kind: 'create', key: 'create', messageId: null, state, reason, body: {} }) as const;

const followUp = (state: NewDelivery['state'], reason: NewDelivery['reason'] = null) =>
  ({
    side: 'national',
    kind: 'follow-up',
    key: 'follow-up:9:1',
    messageId: 1,
    state,
    reason,
    body: { part: 1 },
  }) as const;

const reject = {
  side: 'national',
  kind: 'reject',
  key: 'reject',
  messageId: null,
  state: 'ready',
  reason: null,
  body: { targetInstitutionId: 12838 },
} as const;

describe('decideOwedNational()', () => {
  it.each<readonly [string, Given, readonly unknown[]]>([
    ['a new report', {}, [create('ready')]],
    ['a new report while the guard is on', { guarded: true }, [create('held', 'guard')]],
    ['a new report under an operator’s hold', { owner: { hold: true } }, [create('held', 'operator')]],
    ['a report from before `since`', { owner: { route: 'before-since' } }, [create('held', 'before-since')]],
    [
      'a report from before `since` while the guard is on',
      { owner: { route: 'before-since' }, guarded: true },
      [create('held', 'before-since')],
    ],
    ['a deleted report', { owner: { deletedAt: 1 } }, []],
    ['a deleted report from before `since`', { owner: { route: 'before-since', deletedAt: 1 } }, []],
    ['a report linked to nothing', { owner: { route: 'linked' } }, []],
    ['a report of the nation without a number', { owner: { route: 'national' } }, []],
    ['a report that is owed already', { deliveries: [makeDelivery()] }, []],
  ])('of %s', (_name, given, expected) => {
    expect(owed(given)).toEqual(expected);
  });

  it.each(['file', 'linked', 'before-since', 'national'] as const)(
    'gives no answer of a report of route %s before there is a number',
    (route) => {
      expect(
        owed({ owner: { route }, messages: [makeMessage()] }).some((one) => 'kind' in one && one.kind !== 'create'),
      ).toBe(false);
    },
  );

  describe('once there is a number', () => {
    it.each<readonly [string, Given, readonly unknown[]]>([
      ['filed by us', { deliveries: [FILED] }, [followUp('ready')]],
      ['settled by a number that somebody else brought', { deliveries: [FOUND] }, [followUp('doubt', 'linked')]],
      ['linked', { owner: { route: 'linked' } }, [followUp('doubt', 'linked')]],
      ['of the nation, made here', { owner: { route: 'national' }, madeHere: true }, [followUp('ready')]],
      ['of the nation, by an earlier ledger', { owner: { route: 'national' } }, [followUp('doubt', 'linked')]],
      [
        'from before `since`, keyed in by a person',
        { owner: { route: 'before-since' }, deliveries: [FOUND] },
        [followUp('doubt', 'linked')],
      ],
      ['deleted since', { owner: { deletedAt: 1 }, deliveries: [FILED] }, [followUp('ready')]],
      ['on hold', { owner: { hold: true }, deliveries: [FILED] }, [followUp('held', 'operator')]],
      ['linked and on hold', { owner: { route: 'linked', hold: true } }, [followUp('doubt', 'linked')]],
    ])('owes the answers of a report %s', (_name, { owner = {}, ...given }, expected) => {
      expect(owed({ owner: { nationalId: '77', ...owner }, messages: [makeMessage()], ...given })).toEqual(expected);
    });

    it.each<readonly [string, Partial<Message>]>([
      ['internal', { internal: true }],
      ['national', { origin: 'national', author: 'national' }],
      ['not there locally', { localId: null }],
    ])('owes no answer that is %s', (_name, message) => {
      const messages = [makeMessage(message)];
      expect(owed({ owner: { nationalId: '77' }, messages, deliveries: [FILED] })).toEqual([]);
    });

    it('owes several answers in their order, and none twice', () => {
      const messages = ['9', '10', '11'].map((localId, index) => makeMessage({ id: index + 1, localId }));
      const known = makeDelivery({ kind: 'follow-up', key: 'follow-up:10:1', state: 'parked' });
      const actions = owed({ owner: { nationalId: '77' }, messages, deliveries: [FILED, known] });
      expect(actions).toMatchObject([{ key: 'follow-up:9:1' }, { key: 'follow-up:11:1' }]);
    });
  });

  describe('of an institution that is not ours', () => {
    const foreign = { nationalId: '77', institution: 'PLN' };

    it('owes the passing-on before any answer', () => {
      expect(owed({ owner: foreign, messages: [makeMessage()], deliveries: [FILED] })).toEqual([
        reject,
        followUp('ready'),
      ]);
    });

    it.each<readonly [string, Given]>([
      ['it is owed already', { deliveries: [FILED, makeDelivery({ kind: 'reject', key: 'reject' })] }],
      ['the report was filed there at once', { config: makeConfig({ policy: { foreign: 'disposition' } }) }],
      ['somebody else filed the report', { deliveries: [FOUND] }],
      ['the report is linked', { owner: { ...foreign, route: 'linked' }, deliveries: [] }],
      ['the report is of the nation', { owner: { ...foreign, route: 'national' }, deliveries: [] }],
      ['the institution is ours', { owner: { ...foreign, institution: 'DPUPR' } }],
      ['the institution is not known', { owner: { ...foreign, institution: 'tidak dikenal' } }],
    ])('owes none where %s', (_name, given) => {
      expect(owed({ owner: foreign, deliveries: [FILED], ...given })).toEqual([]);
    });

    it('owes it, held, under an operator’s hold', () => {
      expect(owed({ owner: { ...foreign, hold: true }, deliveries: [FILED] })).toEqual([
        { ...reject, state: 'held', reason: 'operator' },
      ]);
    });
  });

  describe('of an institution that the routing data names', () => {
    const config = makeConfig({
      institutions: {
        Provinsi: { id: 30004, ours: false },
        rules: [{ to: 'Provinsi', opd: ['DPUPR'], keywords: ['provinsi'] }],
      },
    });
    const owner = { nationalId: '77' };
    const report = makeReport({ text: 'Ini jalan provinsi.' });
    const filedAs = (routed: Partial<Routed>) =>
      makeDelivery({
        ...FILED,
        body: { routed: { id: 12001, ours: true, by: 'opd', rule: null, opd: 'DPUPR', ...routed } },
      });
    const targets = (given: Given) => owed({ owner, config, ...given }).map((one) => ('body' in one ? one.body : one));

    it('goes by what was written down when it was filed, whatever the data or its text say now', () => {
      expect(targets({ report, deliveries: [filedAs({})] })).toEqual([]);
      expect(targets({ deliveries: [filedAs({ id: 30005, ours: false, by: 'rule', rule: 9 })] })).toEqual([
        { targetInstitutionId: 30005 },
      ]);
    });

    it('routes it anew where a person gave it to another OPD since', () => {
      const deliveries = [filedAs({ id: 151345, by: 'default', opd: null })];
      expect(targets({ report, deliveries })).toEqual([{ targetInstitutionId: 30004 }]);
      expect(targets({ report: null, deliveries })).toEqual([]);
      expect(targets({ owner: { ...owner, institution: 'PLN' }, deliveries })).toEqual([
        { targetInstitutionId: 12838 },
      ]);
    });

    it('goes by its OPD alone where nothing was written down', () => {
      expect(targets({ report, deliveries: [FILED] })).toEqual([]);
      expect(targets({ owner: { ...owner, institution: 'PLN' }, report, deliveries: [FILED] })).toHaveLength(1);
    });
  });

  describe('of a report that was given back', () => {
    const rules = [
      { to: 'PLN', keywords: ['listrik'] },
      { to: 'DPUPR', keywords: ['tiang'] },
      { to: 'Provinsi', keywords: ['provinsi'] },
    ];
    const config = makeConfig({ institutions: { Provinsi: { id: 30004, ours: false }, rules } });
    const report = makeReport({ institution: null, text: 'Tiang listrik di jalan provinsi.' });
    const filed = (routed: Partial<Routed>) =>
      makeDelivery({
        ...FILED,
        body: { routed: { id: 12838, ours: false, by: 'rule', rule: 1, opd: null, ...routed } },
      });
    const passedOn = (key: string, targetInstitutionId: number, forReturn?: number) =>
      makeDelivery({
        kind: 'reject',
        key,
        state: 'done',
        attempts: 1,
        body: { targetInstitutionId, ...(forReturn === undefined ? {} : { forReturn }) },
      });
    const back = { nationalId: '77', institution: null, returnedAt: 5 };
    const alarm = { type: 'alarm', kind: 'returned' };
    const again = { ...reject, key: 'reject:returned', body: { targetInstitutionId: 30004, forReturn: 5 } };

    it.each<readonly [string, Given, readonly unknown[]]>([
      ['passes it on to the next that has authority', { deliveries: [filed({}), passedOn('reject', 12838)] }, [again]],
      [
        'passes on what was filed with the city’s own',
        { deliveries: [filed({ id: 12001, ours: true })] },
        [{ ...again, body: { targetInstitutionId: 12838, forReturn: 5 } }],
      ],
      [
        'goes by its words where its OPD gave it back',
        { owner: { ...back, institution: 'DPUPR' }, deliveries: [filed({ id: 12001, ours: true, opd: 'DPUPR' })] },
        [{ ...again, body: { targetInstitutionId: 12838, forReturn: 5 } }],
      ],
      [
        'holds it under an operator’s hold',
        { owner: { ...back, hold: true }, deliveries: [filed({}), passedOn('reject', 12838)] },
        [{ ...again, state: 'held', reason: 'operator' }],
      ],
      [
        'raises it where it did so before',
        { deliveries: [filed({}), passedOn('reject', 12838), passedOn('reject:returned', 30004, 4)] },
        [alarm],
      ],
      [
        'waits for what it did about it',
        { deliveries: [filed({}), passedOn('reject', 12838), passedOn('reject:returned', 30004, 5)] },
        [],
      ],
      ['waits for what a person did about it', { deliveries: [filed({}), passedOn('reject:by-hand-1', 7, 5)] }, []],
      [
        'raises it where everybody had it',
        { deliveries: [filed({}), passedOn('reject', 12838), passedOn('reject:by-hand-2', 30004, 3)] },
        [alarm],
      ],
      [
        'raises it where no rule names another',
        { report: null, deliveries: [filed({}), passedOn('reject', 12838)] },
        [alarm],
      ],
      [
        'leaves it to people where one passed it on',
        { deliveries: [filed({ id: 12001, ours: true }), passedOn('reject:by-hand-1', 7, 4)] },
        [alarm],
      ],
      ['raises one that somebody else filed', { deliveries: [FOUND] }, [alarm]],
      ['raises one that is linked', { owner: { ...back, route: 'linked' } }, [alarm]],
      [
        'goes by a new OPD first',
        { owner: { ...back, institution: 'PLN' }, deliveries: [filed({ id: 12001, ours: true })] },
        [{ ...reject, body: { targetInstitutionId: 12838, forReturn: 5 } }],
      ],
    ])('%s', (_name, given, expected) => {
      expect(owed({ owner: back, report, config, ...given })).toEqual(expected);
    });

    it('never gives it to whom it was filed with', () => {
      const straight = makeConfig({
        policy: { foreign: 'disposition' },
        institutions: { Provinsi: { id: 30004, ours: false }, rules },
      });
      expect(owed({ owner: back, report, config: straight, deliveries: [filed({})] })).toEqual([again]);
    });
  });

  describe('where a ledger was lost, that may have sent it', () => {
    const LOST: LedgerGap = { kind: 'lost', at: MONDAY_MS, scanned: { caseId: 1, messageId: 1 } };
    const before = makeDelivery({ ...FILED, begunAt: null });
    const after = makeDelivery({ ...FILED, begunAt: LOST.at - 1 });
    const later = { id: 2, createdAt: LOST.at + 1 };
    const lost = 'ledger-lost';

    it.each<readonly [string, Given, readonly unknown[]]>([
      ['holds a report', {}, [create('held', lost)]],
      ['holds a report while the guard is on', { guarded: true }, [create('held', lost)]],
      ['holds one from before `since` as that', { owner: { route: 'before-since' } }, [create('held', 'before-since')]],
      ['files a report that came since', { owner: later }, [create('ready')]],
    ])('%s', (_name, given, expected) => {
      expect(owed({ gap: LOST, ...given })).toEqual(expected);
    });

    it.each<readonly [string, Given, readonly unknown[]]>([
      ['filed before', { deliveries: [before] }, [followUp('doubt', lost)]],
      ['made here from LAPOR!', { owner: { route: 'national' }, madeHere: true }, [followUp('doubt', lost)]],
      ['linked', { owner: { route: 'linked' } }, [followUp('doubt', 'linked')]],
      ['filed since, whatever the clock said', { deliveries: [after] }, [followUp('ready')]],
    ])('owes the answer of a report %s', (_name, { owner = {}, ...given }, expected) => {
      expect(owed({ owner: { nationalId: '77', ...owner }, messages: [makeMessage()], gap: LOST, ...given })).toEqual(
        expected,
      );
    });

    it('owes an answer that came since', () => {
      const message = makeMessage({ id: 2, createdAt: LOST.at + 1 });
      expect(owed({ owner: { nationalId: '77' }, messages: [message], deliveries: [before], gap: LOST })).toEqual([
        { ...followUp('ready'), messageId: 2 },
      ]);
    });

    it.each([
      ['in doubt', 'filed before', before, 'doubt', lost],
      ['as it is', 'filed since', after, 'ready', null],
    ] as const)('owes the passing-on %s of a report %s', (_how, _when, filed, state, reason) => {
      const owner = { nationalId: '77', institution: 'PLN' };
      expect(owed({ owner, deliveries: [filed], gap: LOST })).toEqual([{ ...reject, state, reason }]);
    });
  });

  it('owes nothing more once its plan is carried out', () => {
    const owner = fc.record({
      route: fc.constantFrom('file', 'linked', 'before-since', 'national'),
      nationalId: fc.constantFrom(null, '77'),
      institution: fc.constantFrom('DPUPR', 'PLN', null),
      hold: fc.boolean(),
      deletedAt: fc.constantFrom(null, 1),
    });
    const message = fc.record({
      localId: fc.constantFrom('9', '10', '11'),
      internal: fc.boolean(),
      origin: fc.constantFrom('local', 'national'),
    });
    const before = fc.constantFrom([], [FILED], [FOUND]);
    fc.assert(
      fc.property(owner, fc.array(message), before, fc.boolean(), (one, many, deliveries, guarded) => {
        const facts = {
          case: makeCase(one),
          messages: many.map((each, id) => makeMessage({ id, ...each })),
          deliveries,
          madeHere: false,
          filedHere: true,
          gap: null,
        };
        const planned = decideOwedNational(facts, CONFIG, { guarded });
        const after = planned.flatMap((action, id) =>
          action.type === 'owe' ? [makeDelivery({ ...action.delivery, id: 100 + id })] : [],
        );
        expect(decideOwedNational({ ...facts, deliveries: [...deliveries, ...after] }, CONFIG, { guarded })).toEqual(
          [],
        );
      }),
    );
  });
});
