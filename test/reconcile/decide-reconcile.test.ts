import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/ledger/case.ts';
import type { Delivery } from '../../src/ledger/delivery.ts';
import { toLocalRow } from '../../src/ledger/to-local-row.ts';
import type { CaseRecord } from '../../src/ledger/verbs/case-record.ts';
import { decideReconcile, type Reading } from '../../src/reconcile/decide-reconcile.ts';
import type { Report } from '../../src/report/report.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeCase, makeDelivery, makeMessage } from '../support/make-case.ts';
import { makeFollowUp, makeReport } from '../support/make-report.ts';

const RULES = { writesBack: true, settleMs: 1_000 };
const HOUR_MS = 3_600_000;
const FILED = makeDelivery({ state: 'done' });
const WRITTEN = makeDelivery({ side: 'local', kind: 'write-back', state: 'done', endedAt: MONDAY_MS });
const AT_LAPOR = { nationalId: '77', writtenNationalId: '77', writtenStatus: 'Selesai', nationalStatus: 'Selesai' };
const SHOWN = { nationalId: '77', nationalStatus: 'Selesai' };

function record(owner: Partial<Case> = {}, given: Partial<CaseRecord> = {}): CaseRecord {
  return { case: makeCase(owner), messages: [], deliveries: [], isMarked: false, ...given };
}

/** A row that says what the ledger saw last, of which the ledger has `owner`. */
function row(report: Partial<Report>, known: CaseRecord | null, given: Partial<Reading & { of: 'row' }> = {}) {
  const read = toLocalRow(makeReport(report));
  const seen =
    known === null ? null : { ...known, case: { localFingerprint: read.fingerprint, ...withoutNull(known) } };
  const reading: Reading = {
    of: 'row',
    row: read,
    record: seen as CaseRecord | null,
    isFresh: false,
    isApart: false,
    readAt: MONDAY_MS + HOUR_MS,
    ...given,
  };
  const { place, findings } = decideReconcile(reading, RULES);
  return [
    place,
    ...findings.map(({ kind, here, there }) => [kind, here, there].filter((one) => one !== null).join(' ')),
  ];
}

function withoutNull({ case: { localFingerprint, ...owner } }: CaseRecord) {
  return localFingerprint === null ? owner : { localFingerprint, ...owner };
}

describe('decideReconcile() of a row of the city', () => {
  it.each<readonly [string, Partial<Report>, Partial<Reading & { of: 'row' }>, readonly string[]]>([
    ['that lies behind what was read', {}, {}, ['found', 'unknown-here']],
    ['that is newer than what was read', {}, { isFresh: true }, ['fresh']],
    ['that cannot be read', {}, { isApart: true }, ['apart']],
    ['that was deleted before it was read', { deletedAt: 1 }, {}, ['deleted']],
  ])('%s, and that nobody knows', (_name, report, given, result) => {
    expect(row(report, null, given)).toEqual(result);
  });

  it.each<readonly [string, CaseRecord, readonly string[]]>([
    ['at LAPOR!', record({ nationalId: '77' }), ['both']],
    ['deleted', record({ deletedAt: 1 }), ['deleted']],
    ['older than policy.since', record({ route: 'before-since' }), ['older']],
    ['on its way', record({}, { deliveries: [makeDelivery()] }), ['waiting']],
    ['parked', record({}, { deliveries: [makeDelivery({ state: 'parked' })] }), ['waiting']],
    ['not planned yet', record({}, { isMarked: true }), ['waiting']],
    ['linked to a number that is another’s', record({ route: 'linked' }), ['waiting']],
    ['on the way to nowhere', record(), ['found', 'unowed']],
    ['filed under no number', record({}, { deliveries: [FILED] }), ['found', 'unowed']],
  ])('says where one is that is %s', (_name, known, result) => {
    expect(row({}, known)).toEqual(result);
  });

  it('finds a change that no reading noticed, and leaves to the next what is fresh', () => {
    const changed = record({ nationalId: '77', localFingerprint: 'other' });
    expect(row({}, changed)).toEqual(['both', 'changed-here']);
    expect(row({}, changed, { isFresh: true })).toEqual(['both']);
    expect(row({}, changed, { isApart: true })).toEqual(['both']);
  });

  const told = {
    messages: [makeMessage({ origin: 'national', localId: '9', nationalId: '5' })],
    deliveries: [WRITTEN],
  };

  it.each<readonly [string, Partial<Report>, Partial<CaseRecord>, readonly string[]]>([
    ['as it was written', SHOWN, {}, []],
    ['without its number', { ...SHOWN, nationalId: null }, {}, ['number-missing-here 77']],
    ['with another number', { ...SHOWN, nationalId: '78' }, {}, ['number-differs-here 77 78']],
    ['with another status', { ...SHOWN, nationalStatus: 'x' }, {}, ['status-differs-here x Selesai']],
    ['without an answer', SHOWN, told, ['answers-missing-here 0 1']],
    ['with its answer', { ...SHOWN, responses: [makeFollowUp({ id: '9' })] }, told, []],
    ['whose answers were not read', { ...SHOWN, responses: null }, told, []],
    ['deleted', { deletedAt: 1 }, told, []],
    ['being written to', { nationalStatus: 'x' }, { deliveries: [{ ...WRITTEN, state: 'sending' }] }, []],
    ['written to since it was read', {}, { deliveries: [{ ...WRITTEN, endedAt: MONDAY_MS + HOUR_MS }] }, []],
  ])('looks for what the bridge wrote there: %s', (_name, report, given, findings) => {
    const deliveries: readonly Delivery[] = [WRITTEN];
    expect(row(report, record(AT_LAPOR, { deliveries, ...given }))).toEqual(['both', ...findings]);
  });

  it('looks for nothing that was not written, or is written nowhere', () => {
    expect(row({}, record({ ...AT_LAPOR, writtenNationalId: null }))).toEqual(['both']);
    const reading = { of: 'row', row: toLocalRow(makeReport()), isFresh: true, isApart: false, readAt: 1 } as const;
    const quiet = decideReconcile({ ...reading, record: record(AT_LAPOR) }, { ...RULES, writesBack: false });
    expect(quiet.findings).toEqual([]);
  });

  it.each([
    [null, 'gone-here'],
    ['77', 'orphan-there'],
  ])('tells of a case whose row is gone (%s): %s', (nationalId, kind) => {
    expect(decideReconcile({ of: 'no-row', record: record({ nationalId }) }, RULES)).toEqual({
      place: null,
      findings: [{ kind, localId: '1042', nationalId, here: null, there: null }],
    });
    expect(decideReconcile({ of: 'no-row', record: record({ deletedAt: 1 }) }, RULES).findings).toEqual([]);
  });
});

describe('decideReconcile() of a report of LAPOR!', () => {
  const ours = makeDelivery({ kind: 'follow-up', state: 'done', peerId: '6', endedAt: MONDAY_MS });
  const theirs = makeMessage({ origin: 'national', nationalId: '5' });

  function read(given: Partial<Extract<Reading, { of: 'complaint' }>>, known: Partial<CaseRecord> = {}) {
    const base = { detail: { statusName: 'Selesai' }, answers: [], unreadable: 0, readAt: MONDAY_MS + HOUR_MS };
    const reading = { of: 'complaint', record: record(AT_LAPOR, known), ...base, ...given } as const;
    return decideReconcile(reading, RULES).findings.map(({ kind, here, there }) =>
      [kind, here, there].filter((one) => one !== null).join(' '),
    );
  }

  it.each<readonly [string, Parameters<typeof read>, readonly string[]]>([
    ['as it was read', [{}], []],
    ['gone', [{ detail: null }], ['gone-there']],
    ['born there and gone', [{ detail: null, record: record({ ...AT_LAPOR, route: 'national' }) }], ['orphan-here']],
    ['with another status', [{ detail: { statusName: 'Arsip' } }], ['status-differs-there Selesai Arsip']],
    ['without a status', [{ detail: { statusName: null } }], []],
    ['with an answer that is not read yet', [{ answers: [{ id: '4' }] }], ['answers-unread-there 0 1']],
    ['with all its answers', [{ answers: [{ id: '5' }, { id: '6' }] }, { messages: [theirs], deliveries: [ours] }], []],
    ['without an answer of its own', [{}, { messages: [theirs] }], ['answers-missing-there 1 0']],
    ['without an answer of ours', [{}, { deliveries: [ours] }], ['answers-missing-there 1 0']],
    ['of which answers cannot be read', [{ unreadable: 1 }, { messages: [theirs] }], []],
    ['with ours under an id that is not bound yet', [{ answers: [{ id: '6' }] }, unbound(MONDAY_MS)], []],
    ['without ours, which it accepted', [{}, unbound(MONDAY_MS)], ['answers-missing-there 1 0']],
    ['without ours, accepted only just now', [{}, unbound(MONDAY_MS + HOUR_MS)], []],
  ])('that is %s', (_name, given, findings) => {
    expect(read(...given)).toEqual(findings);
  });

  function unbound(endedAt: number): Partial<CaseRecord> {
    return { deliveries: [{ ...ours, peerId: null, endedAt }] };
  }

  it('that it does not give', () => {
    const { findings } = decideReconcile({ of: 'unreadable', record: record(AT_LAPOR) }, RULES);
    expect(findings).toMatchObject([{ kind: 'unreadable-there', nationalId: '77' }]);
  });

  it.each<readonly [string, Partial<Extract<Reading, { of: 'listed' }>>, readonly object[]]>([
    ['nobody knows', {}, [{ kind: 'unknown-there', localId: null, nationalId: '78', here: null, there: 'Arsip' }]],
    ['carries our reference', { namedId: '1' }, [expect.objectContaining({ kind: 'reference-there', localId: '1' })]],
    ['is newer than what was read', { isFresh: true }, []],
    ['waits for a person', { isApart: true, namedId: '1' }, []],
    ['is none of ours', { isInScope: false }, []],
  ])('that is in its list only, and that %s', (_name, given, findings) => {
    const unknown = { namedId: null, isFresh: false, isApart: false, isInScope: true };
    const listed = { of: 'listed', nationalId: '78', statusName: 'Arsip', ...unknown } as const;
    expect(decideReconcile({ ...listed, ...given }, RULES).findings).toEqual(findings);
  });
});
