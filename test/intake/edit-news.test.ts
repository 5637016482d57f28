import { describe, expect, it } from 'vitest';
import { editNews } from '../../src/intake/edit-news.ts';
import type { Case } from '../../src/ledger/case.ts';
import type { LocalFacts } from '../../src/ledger/local-news.ts';
import type { FollowUp } from '../../src/report/follow-up.ts';
import { messageFingerprint } from '../../src/report/message-fingerprint.ts';
import type { Report } from '../../src/report/report.ts';
import { BRIDGE_STATUSES } from '../../src/report/status.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeCase, makeMessage } from '../support/make-case.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeFollowUp, makeReport } from '../support/make-report.ts';

const NAMES = makeConfig().maps.statuses.local;

interface Given {
  readonly report?: Partial<Report>;
  readonly facts?: Partial<LocalFacts>;
  readonly owner?: Partial<Case>;
}

/** Kinds and details of the alarms that a row of a filed report raises. */
function alarms({ report = {}, facts = {}, owner = {} }: Given): readonly string[] {
  const known: LocalFacts = {
    case: makeCase({ nationalId: '77', bridgeStatus: 'in-progress', ...owner }),
    messages: [],
    filing: 'done',
    arrived: true,
    sent: [],
    before: null,
    raised: [],
    numberTaken: false,
    changed: true,
    ...facts,
  };
  return editNews(makeReport(report), known, NAMES).map(({ kind, detail }) => [kind, detail ?? '-'].join(':'));
}

describe('editNews() of a report', () => {
  const before = makeReport();
  const edited = { text: 'Lubangnya di seberang masjid.' };

  it('says nothing of one that nobody knows, or that is as it was', () => {
    expect(editNews(makeReport(), { ...noCase() }, NAMES)).toEqual([]);
    expect(alarms({})).toEqual([]);
    expect(alarms({ facts: { before } })).toEqual([]);
  });

  it.each<readonly [string, Partial<Report>, boolean]>([
    ['other words', edited, true],
    ['another title', { title: 'Jalan rusak' }, true],
    ['another day', { incidentDate: '2026-01-01' }, true],
    ['another place', { location: { ...before.location, village: 'Unyur' } }, true],
    ['a further photo', { attachments: [{ url: '/b.jpg', name: null, mimeType: null, sizeBytes: null }] }, true],
    ['the same words with other blanks', { text: `${before.text}  ` }, false],
    ['another OPD', { institution: 'DLH' }, false],
    ['another category', { category: 'Taman' }, false],
    ['another number of its reporter', { reporter: { ...before.reporter, phone: '1' } }, false],
  ])('tells of %s: %o', (_name, report, told) => {
    expect(alarms({ report, facts: { before } })).toEqual(told ? ['report-edited:-'] : []);
  });

  it.each<readonly [string, Given, boolean]>([
    ['LAPOR! has it', {}, true],
    ['it may have arrived', { owner: { nationalId: null }, facts: { arrived: true } }, true],
    ['nothing of it arrived', { owner: { nationalId: null }, facts: { arrived: false } }, false],
    ['somebody else filed it', { owner: { route: 'linked' }, facts: { arrived: false } }, true],
    ['it was born there', { owner: { route: 'national' } }, false],
    ['what it said before was erased', { facts: { before: null } }, false],
  ])('tells of an edit where %s: %o', (_name, { owner, facts }, told) => {
    const given = { report: edited, facts: { before, ...facts }, ...(owner === undefined ? {} : { owner }) };
    expect(alarms(given)).toEqual(told ? ['report-edited:-'] : []);
  });

  it.each([null, ...BRIDGE_STATUSES])('tells of its deletion while LAPOR! says %s', (bridgeStatus) => {
    const hasEnded = bridgeStatus === 'closed' || bridgeStatus === 'archived' || bridgeStatus === 'rejected';
    const report = { deletedAt: MONDAY_MS, ...edited, responses: [] };
    const facts = { before, messages: [makeMessage({ id: 5 })], sent: [5] };
    expect(alarms({ report, facts, owner: { bridgeStatus } })).toEqual(hasEnded ? [] : ['deleted-after-filing:-']);
  });

  it('says nothing of the deletion of one that LAPOR! does not have', () => {
    const given = { report: { deletedAt: MONDAY_MS }, owner: { nationalId: null }, facts: { arrived: false } };
    expect(alarms(given)).toEqual([]);
  });

  it.each<readonly [string, string, string, (typeof BRIDGE_STATUSES)[number], boolean]>([
    ['set back to work', 'selesai', 'dalam proses', 'closed', true],
    ['set back, and archived there', 'Selesai', 'menunggu', 'archived', true],
    ['passed on by LAPOR!', 'selesai', 'menunggu', 'rejected', false],
    ['set back while LAPOR! is at it, too', 'selesai', 'dalam proses', 'in-progress', false],
    ['never at its end here', 'menunggu', 'dalam proses', 'closed', false],
    ['given a status that nobody mapped', 'selesai', 'dibaca', 'closed', false],
    ['set back from a status that nobody mapped', 'dibaca', 'menunggu', 'closed', false],
    ['left at its end', 'selesai', 'selesai', 'closed', false],
  ])('tells of one that was %s (%s, then %s)', (_name, localStatus, status, bridgeStatus, told) => {
    expect(alarms({ report: { status }, owner: { localStatus, bridgeStatus } })).toEqual(
      told ? ['reopened-locally:-'] : [],
    );
  });

  it('goes on telling of a reopening until the report is at its end again', () => {
    const facts = { raised: ['reopened-locally'] } as const;
    const owner = { localStatus: 'menunggu', bridgeStatus: 'closed' } as const;
    expect(alarms({ report: { status: 'dalam proses' }, owner, facts })).toEqual(['reopened-locally:-']);
    expect(alarms({ report: { status: 'selesai' }, owner, facts })).toEqual([]);
  });
});

describe('editNews() of an answer', () => {
  const words = messageFingerprint(makeFollowUp());
  const sent = { messages: [makeMessage({ id: 5, fingerprint: words })], sent: [5] };
  const hidden = { messages: [makeMessage({ id: 5, fingerprint: words, internal: true })], sent: [5] };
  const row = (...responses: readonly Partial<FollowUp>[]) => ({ responses: responses.map(makeFollowUp) });

  it.each<readonly [string, Partial<Report>, Partial<LocalFacts>, readonly string[]]>([
    ['is as it was sent', row({}), sent, []],
    ['was edited', row({ text: 'Belum.' }), sent, ['answer-edited:9']],
    ['was edited before it was sent', row({ text: 'Belum.' }), { ...sent, sent: [] }, []],
    ['was made internal', row({ internal: true }), sent, ['answer-withdrawn:9']],
    [
      'was made internal and edited, as it may be shown again',
      row({ internal: true, text: 'Belum.' }),
      sent,
      ['answer-withdrawn:9', 'answer-edited:9'],
    ],
    ['was made internal before it was sent', row({ internal: true }), { ...sent, sent: [] }, []],
    ['was removed', row(), sent, ['answer-withdrawn:9']],
    ['is still hidden', row({ internal: true }), hidden, ['answer-withdrawn:9']],
    ['is hidden, where the reading has no answers', { responses: null }, hidden, ['answer-withdrawn:9']],
    ['is there, where the reading has no answers', { responses: null }, sent, []],
    ['is shown again', row({}), hidden, []],
    ['is shown again in other words', row({ text: 'Belum.' }), hidden, ['answer-edited:9']],
  ])('that %s', (_name, report, facts, told) => {
    expect(alarms({ report, facts })).toEqual(told);
  });
});

function noCase(): LocalFacts {
  const nothing = { messages: [], filing: null, arrived: false, sent: [], before: null, raised: [] };
  return { ...nothing, case: null, numberTaken: false, changed: true };
}
