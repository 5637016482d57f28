import { describe, expect, it } from 'vitest';
import { decideNationalNews } from '../../src/intake/decide-national-news.ts';
import type { NationalFacts, NationalNews, NationalReading } from '../../src/ledger/national-news.ts';
import type { NationalAnswer, NationalDetail, NationalLogEntry } from '../../src/national/national-system.ts';
import { messageFingerprint } from '../../src/report/message-fingerprint.ts';
import type { BridgeStatus } from '../../src/report/status.ts';
import { wording } from '../../src/report/wording.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeCase, makeDelivery, makeMessage } from '../support/make-case.ts';
import { makeConfig } from '../support/make-config.ts';

const CONFIG = makeConfig();
const REFERENCE = '[Ref: kota-serang-1042/9]';

const FACTS: NationalFacts = {
  at: MONDAY_MS,
  case: makeCase({ nationalId: '77', nationalStatus: 'Terverifikasi', bridgeStatus: 'verified' }),
  messages: [makeMessage({ id: 5, localId: '9' })],
  deliveries: [],
  told: [],
  formerly: [],
};

const FOLLOW_UP = makeDelivery({
  id: 3,
  kind: 'follow-up',
  key: 'follow-up:9:1',
  messageId: 5,
  state: 'done',
  body: { part: 1, parts: 1 },
});

function detail(given: Partial<NationalDetail> = {}): NationalDetail {
  const facts = { statusName: 'Terverifikasi', institutionId: '12001', institutionName: 'Dinas PUPR' };
  return { ...facts, log: [], fingerprint: 'f1', ...given };
}

const LOG_ENTRY: NationalLogEntry = {
  id: null,
  at: null,
  text: 'Laporan diteruskan.',
  fromInstitution: null,
  toInstitution: null,
  toInstitutionId: null,
  statusBefore: null,
  statusAfter: null,
};

function answer(given: Partial<NationalAnswer> = {}): NationalAnswer {
  const facts = { id: '501', text: 'Laporan kami teruskan.', institution: 'Kemenkes', template: null };
  return { ...facts, attachments: [], createdAt: null, ...given };
}

function read(answers: readonly NationalAnswer[] | null, given: Partial<NationalReading> = {}): NationalReading {
  return { detail: detail(), answers, unreadable: 0, ...given };
}

const STATUS = { type: 'status', institution: 'Dinas PUPR', returned: null, logSize: 0, logAt: null } as const;

/** The news besides the status, which every reading tells. */
function answerNews(answers: readonly NationalAnswer[], facts: Partial<NationalFacts> = {}): readonly NationalNews[] {
  return decideNationalNews(read(answers), { ...FACTS, ...facts }, CONFIG).filter(({ type }) => type !== 'status');
}

/** As it was sent: `Sudah.` above our reference. */
const WORDED = { part: 1, parts: 1, worded: wording('', `Sudah.\n${REFERENCE}`) };

describe('decideNationalNews() of a status', () => {
  it.each([
    ['verified', null],
    ['in-progress', null],
    ['closed', 'received'],
    ['archived', 'received'],
    ['rejected', 'received'],
  ] as const)('of a report that was %s and is given back says %s: it is never at its end', (before, bridgeStatus) => {
    const statusName = 'BUKAN wewenang';
    const facts = { ...FACTS, case: makeCase({ nationalId: '77', bridgeStatus: before }) };

    expect(decideNationalNews(read(null, { detail: detail({ statusName }) }), facts, CONFIG)).toEqual([
      { ...STATUS, name: statusName, bridgeStatus, returned: 'waits', fingerprint: 'f1:returned' },
    ]);
  });

  it.each([
    ['Belum Terverifikasi', 'received'],
    ['Terverifikasi', 'verified'],
    [' dalam  PROSES ', 'in-progress'],
    ['Selesai', 'closed'],
  ])('keeps %j verbatim and knows it as %s', (statusName, bridgeStatus) => {
    expect(decideNationalNews(read(null, { detail: detail({ statusName }) }), FACTS, CONFIG)).toEqual([
      { ...STATUS, name: statusName, bridgeStatus, fingerprint: `f1:${bridgeStatus}` },
    ]);
  });

  it('keeps an unknown one, gives it no meaning, and raises it once for all cases', () => {
    const statusName = `Menunggu Disposisi ${'x'.repeat(200)}`;
    expect(decideNationalNews(read(null, { detail: detail({ statusName }) }), FACTS, CONFIG)).toEqual([
      { ...STATUS, name: statusName, bridgeStatus: null, fingerprint: 'f1:-' },
      { type: 'alarm', kind: 'unknown-status', detail: statusName.slice(0, 100), wide: true },
    ]);
  });

  it('keeps the status that was known where a reading has none', () => {
    expect(decideNationalNews(read(null, { detail: detail({ statusName: null }) }), FACTS, CONFIG)).toEqual([
      { ...STATUS, name: 'Terverifikasi', bridgeStatus: null, fingerprint: 'f1:-' },
    ]);
  });

  it('tells the same answer anew once the map knows its words', () => {
    const statuses = { national: { Disposisi: 'verified' }, local: {} };
    const reading = read(null, { detail: detail({ statusName: 'Disposisi' }) });
    const [before] = decideNationalNews(reading, FACTS, CONFIG);
    const [after] = decideNationalNews(reading, FACTS, makeConfig({ statuses }));
    expect(after).toMatchObject({ bridgeStatus: 'verified' });
    expect(after).not.toEqual(before);
  });

  it('raises a number that LAPOR! does not know, and takes nothing from it', () => {
    expect(decideNationalNews(read(null, { detail: null }), FACTS, CONFIG)).toEqual([
      { type: 'alarm', kind: 'unknown-number', detail: null, wide: false },
    ]);
  });

  it('raises answers that could not be read, and tells the others', () => {
    const news = decideNationalNews(read([answer()], { unreadable: 2 }), FACTS, CONFIG);
    expect(news.slice(1)).toEqual([
      { type: 'answer', answer: answer() },
      { type: 'alarm', kind: 'unreadable-answers', detail: null, wide: false },
    ]);
  });
});

describe('decideNationalNews() of a log that says less than it did', () => {
  const AFTER = { ...FACTS, case: { ...FACTS.case, nationalLogSize: 2, nationalLogAt: 2000 } };
  const { settleMs } = CONFIG.policy;

  function typesOf(times: readonly (number | null)[], facts: NationalFacts): readonly string[] {
    const log = times.map((at): NationalLogEntry => ({ ...LOG_ENTRY, at }));
    return decideNationalNews(read(null, { detail: detail({ log }) }), facts, CONFIG).map(({ type }) => type);
  }

  it.each([
    ['fewer entries, the newest of them older', [1000], ['older']],
    ['fewer entries of the same moment', [2000], ['older']],
    ['no entry left', [], ['older']],
    ['entries without a time', [null], ['older']],
    ['the same entries', [1000, 2000], ['status']],
    ['fewer entries, one of them newer: old ones are left out there', [2001], ['status']],
    ['more entries', [1000, 1500, 1600], ['status']],
  ])('%s', (_what, times, types) => {
    expect(typesOf(times, AFTER)).toEqual(types);
  });

  it('takes fewer entries for older where those before had no time', () => {
    const timeless = { ...AFTER.case, nationalLogAt: null };
    expect(typesOf([9000], { ...AFTER, case: timeless })).toEqual(['older']);
  });

  it.each([
    ['is not taken before policy.settle is over', settleMs - 1, ['older']],
    ['is taken for what is so once it was said for policy.settle', settleMs, ['status']],
  ])('%s', (_what, age, types) => {
    const owner = { ...AFTER.case, nationalOlderSince: AFTER.at - age };
    expect(typesOf([1000], { ...AFTER, case: owner })).toEqual(types);
  });

  it('leaves the answers of the same reading as they are', () => {
    const reading = read([answer()], { detail: detail() });
    expect(decideNationalNews(reading, AFTER, CONFIG).map(({ type }) => type)).toEqual(['older', 'answer']);
  });
});

describe('decideNationalNews() of answers', () => {
  it('tells those that are new, in their order', () => {
    const [first, second] = [answer({ id: '501' }), answer({ id: '502', text: 'Kedua.' })];
    expect(answerNews([first, second])).toEqual([
      { type: 'answer', answer: first },
      { type: 'answer', answer: second },
    ]);
  });

  it('tells two that have the same words', () => {
    expect(answerNews([answer({ id: '501' }), answer({ id: '502' })])).toHaveLength(2);
  });

  it('tells one that a page repeats once', () => {
    expect(answerNews([answer(), answer()])).toHaveLength(1);
  });

  it.each<readonly [string, Partial<NationalFacts>]>([
    [
      'a message',
      { messages: [makeMessage({ origin: 'national', nationalId: '501', fingerprint: messageFingerprint(answer()) })] },
    ],
    ['a delivery', { deliveries: [{ ...FOLLOW_UP, peerId: '501' }] }],
  ])('tells none that is known as %s', (_name, facts) => {
    expect(answerNews([answer()], facts)).toEqual([]);
  });

  it.each([
    ['as it was sent', `Sudah ditindaklanjuti.\n${REFERENCE}`],
    ['with white space', `Sudah ditindaklanjuti.\r\n\r\n  ${REFERENCE}  \n`],
    ['wrapped into HTML', `<p>Sudah ditindaklanjuti.</p><p>${REFERENCE}</p>`],
    ['escaped', 'Sudah ditindaklanjuti.<br>&#91;Ref: kota-serang-1042/9&#93;'],
  ])('knows its own one %s', (_name, text) => {
    const news = answerNews([answer({ text })], { deliveries: [FOLLOW_UP] });
    expect(news).toEqual([{ type: 'own-answer', deliveryId: 3, nationalId: '501' }]);
  });

  it('is nobody’s of the city where the answer that it would repeat has no id here', () => {
    const messages = [makeMessage({ id: 5, origin: 'local', localId: null })];
    const told = answer({ text: 'Sudah kami kerjakan.' });

    expect(answerNews([told], { messages, deliveries: [FOLLOW_UP] })).toEqual([{ type: 'answer', answer: told }]);
  });

  it.each(['ready', 'doubt', 'parked', 'held', 'done', 'sending'] as const)(
    'knows its own one for a delivery that is %s',
    (state) => {
      const news = answerNews([answer({ text: `Sudah.\n${REFERENCE}` })], {
        deliveries: [{ ...FOLLOW_UP, state, body: {} }],
      });
      expect(news).toEqual([{ type: 'own-answer', deliveryId: 3, nationalId: '501' }]);
    },
  );

  it('gives each part of a long answer to the delivery that wrote it, in any order', () => {
    const deliveries = [1, 2, 3].map((part) => ({
      ...FOLLOW_UP,
      id: 10 + part,
      key: `follow-up:9:${part}`,
      body: { part, parts: 3 },
    }));
    const answers = [3, 1, 2].map((part) =>
      answer({ id: `60${part}`, text: `(${part}/3)\nBagian ${part}.\n${REFERENCE}` }),
    );
    expect(answerNews(answers, { deliveries })).toEqual([
      { type: 'own-answer', deliveryId: 13, nationalId: '603', parts: 3 },
      { type: 'own-answer', deliveryId: 11, nationalId: '601', parts: 3 },
      { type: 'own-answer', deliveryId: 12, nationalId: '602', parts: 3 },
    ]);
  });

  it('gives one id to one delivery, and tells neither of two that show the same', () => {
    const text = `Sudah.\n${REFERENCE}`;
    const news = answerNews([answer({ id: '501', text }), answer({ id: '502', text })], { deliveries: [FOLLOW_UP] });
    expect(news).toEqual([{ type: 'own-answer', deliveryId: 3, nationalId: '501' }]);
  });

  it.each<readonly [string, Partial<NationalFacts>]>([
    ['whose delivery is bound already', { deliveries: [{ ...FOLLOW_UP, peerId: '400' }] }],
    ['that an earlier ledger gave', { deliveries: [] }],
    ['that was shown before in the same words', { deliveries: [{ ...FOLLOW_UP, peerId: '400', body: WORDED }] }],
    ['of which an earlier ledger knew the words', { deliveries: [{ ...FOLLOW_UP, peerId: '400', body: { part: 1 } }] }],
  ])('tells none of its own %s', (_name, facts) => {
    expect(answerNews([answer({ text: `Sudah.\n${REFERENCE}` })], facts)).toEqual([]);
  });

  describe('with our reference under words that we never sent', () => {
    const quoting = answer({ id: '502', text: `Belum selesai menurut kami.\n${REFERENCE}` });
    const QUOTED = { type: 'alarm', kind: 'quoted-reference', detail: '502', wide: false } as const;

    it.each<readonly [string, Partial<NationalFacts>]>([
      ['of an answer that is bound', { deliveries: [{ ...FOLLOW_UP, state: 'done', peerId: '400', body: WORDED }] }],
      ['of an answer in doubt', { deliveries: [{ ...FOLLOW_UP, state: 'doubt', body: WORDED }] }],
      ['of an answer that nobody knows here', { deliveries: [], messages: [] }],
    ])('is neither ours nor dropped, but shown: the reference %s', (_name, facts) => {
      expect(answerNews([quoting], facts)).toEqual([QUOTED]);
    });

    it('takes nothing from the one in our words, whichever is shown first', () => {
      const own = answer({ id: '501', text: `<p>Sudah.</p><p>${REFERENCE}</p>` });
      const deliveries = [{ ...FOLLOW_UP, state: 'done', body: WORDED } as const];
      for (const answers of [
        [quoting, own],
        [own, quoting],
      ]) {
        expect(answerNews(answers, { deliveries })).toEqual([
          { type: 'own-answer', deliveryId: 3, nationalId: '501' },
          QUOTED,
        ]);
      }
    });

    it('is ours where it certainly arrived and nothing else is shown: it lost something of its words there', () => {
      const deliveries = [{ ...FOLLOW_UP, state: 'done', body: WORDED } as const];
      expect(answerNews([quoting], { deliveries })).toEqual([{ type: 'own-answer', deliveryId: 3, nationalId: '502' }]);
    });
  });

  it('tells one that names an answer which LAPOR! gave itself', () => {
    const carried = makeMessage({ origin: 'national', localId: '9', nationalId: '400' });
    const text = `<p>Lihat jawaban kami.</p><p>${REFERENCE}</p>`;
    expect(answerNews([answer({ text })], { messages: [carried] })).toEqual([
      { type: 'answer', answer: answer({ text }) },
    ]);
  });

  it.each([
    ['the reference of another report', 'Lihat juga\n[Ref: kota-serang-2000/9]'],
    ['the reference of another city', 'Lihat juga\n[Ref: kota-lain-1042/9]'],
    ['our reference in the middle', `Menjawab ${REFERENCE} kami sampaikan terima kasih.`],
    ['our reference first', `${REFERENCE}\nTerima kasih.`],
    ['the reference of the report itself', 'Lihat\n[Ref: kota-serang-1042]'],
    ['a reference that goes on', 'Lihat\n[Ref: kota-serang-1042/91]x'],
  ])('tells one with %s', (_name, text) => {
    const news = answerNews([answer({ text })], { deliveries: [FOLLOW_UP] });
    expect(news).toEqual([{ type: 'answer', answer: answer({ text }) }]);
  });

  it('leaves one with a reference of ours until it is known which report here is this one: an earlier ledger may have given it', () => {
    const facts = { case: makeCase({ localId: null, nationalId: '77' }), deliveries: [], messages: [] };
    expect(answerNews([answer({ text: `Sudah.\n${REFERENCE}` })], facts)).toEqual([]);
    expect(answerNews([answer({ text: 'Sudah.' })], facts)).toHaveLength(1);
  });
});

describe('decideNationalNews() of what was changed since', () => {
  const known = (given: Partial<Parameters<typeof makeMessage>[0]> = {}) =>
    makeMessage({ id: 5, origin: 'national', localId: null, nationalId: '501', fingerprint: 'old', ...given });
  const reword = (isTold: boolean) => ({ type: 'reword-answer', messageId: 5, answer: answer(), isTold });
  const edited = { type: 'alarm', kind: 'edited-there', detail: '501', wide: false };

  it.each<readonly [string, Partial<NationalFacts>, readonly object[]]>([
    ['that is not here yet', { messages: [known()] }, [reword(false)]],
    ['that may be here', { messages: [known()], told: [5] }, [reword(true), edited]],
    ['that is here', { messages: [known({ localId: '9' })] }, [reword(true), edited]],
    [
      'that an earlier ledger told',
      { messages: [known({ localId: '9', fingerprint: '' })] },
      [{ type: 'note-answer', messageId: 5, answer: answer() }],
    ],
    ['in the same words', { messages: [known({ fingerprint: messageFingerprint(answer()) })] }, []],
    ['of our own', { messages: [known({ origin: 'local' })] }, []],
  ])('an answer %s', (_name, facts, news) => {
    expect(answerNews([answer()], facts)).toEqual(news);
  });

  it.each<readonly [statusName: string | null, told: boolean, before: BridgeStatus | null]>([
    ['Terverifikasi', true, null],
    ['Selesai', false, null],
    ['Diarsipkan', false, null],
    ['Nama Baru', true, null],
    [null, true, null],
    ['Bukan wewenang', true, 'archived'],
    ['Nama Baru', false, 'archived'],
  ])('a report that the city deleted, while LAPOR! says %s', (statusName, told, bridgeStatus) => {
    const owner = makeCase({ ...FACTS.case, deletedAt: 1, bridgeStatus });
    const news = decideNationalNews(read(null, { detail: detail({ statusName }) }), { ...FACTS, case: owner }, CONFIG);
    expect(news.some((one) => one.type === 'alarm' && one.kind === 'deleted-after-filing')).toBe(told);
    const gone = decideNationalNews(read(null, { detail: null }), { ...FACTS, case: owner }, CONFIG);
    expect(gone).toEqual([{ type: 'alarm', kind: 'unknown-number', detail: null, wide: false }]);
  });
});
