import { describe, expect, it } from 'vitest';
import { decideLocalNews } from '../../src/intake/decide-local-news.ts';
import type { DeliveryState } from '../../src/ledger/delivery.ts';
import { DELIVERY_STATES } from '../../src/ledger/delivery.ts';
import type { LocalFacts, LocalNews } from '../../src/ledger/local-news.ts';
import { toLocalRow } from '../../src/ledger/to-local-row.ts';
import type { FollowUp } from '../../src/report/follow-up.ts';
import { messageFingerprint } from '../../src/report/message-fingerprint.ts';
import type { Report } from '../../src/report/report.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeCase, makeMessage } from '../support/make-case.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeFollowUp, makeReport } from '../support/make-report.ts';

const UNKNOWN: LocalFacts = {
  case: null,
  messages: [],
  filing: null,
  arrived: false,
  sent: [],
  before: null,
  raised: [],
  numberTaken: false,
  changed: true,
};
const UNCHANGED = { type: 'note', contentChanged: false };

/** The ledger knows this very report. */
function known(given: Partial<LocalFacts> = {}, report: Partial<Report> = {}): LocalFacts {
  const { fingerprint, contentFingerprint } = toLocalRow(makeReport(report));
  const owner = makeCase({ localFingerprint: fingerprint, contentFingerprint });
  return { ...UNKNOWN, case: owner, filing: 'ready', ...given };
}

function decide(report: Partial<Report>, facts: LocalFacts, sinceMs: number | null = null): readonly LocalNews[] {
  return decideLocalNews(toLocalRow(makeReport(report)), facts, { sinceMs, names: makeConfig().maps.statuses.local });
}

/** A message whose words are those of `makeFollowUp()`. */
function seen(message: Parameters<typeof makeMessage>[0]) {
  return makeMessage({ fingerprint: messageFingerprint(makeFollowUp()), ...message });
}

function answered(...responses: readonly Partial<FollowUp>[]): Partial<Report> {
  return { responses: responses.map((response) => makeFollowUp(response)) };
}

describe('decideLocalNews() of a report the ledger does not know', () => {
  const open = (route: string, nationalId: string | null = null) => ({ type: 'open', route, nationalId });

  it.each<readonly [string, Partial<Report>, Partial<LocalFacts>, readonly object[]]>([
    ['is deleted', { deletedAt: MONDAY_MS }, {}, []],
    ['is deleted and has answers', { deletedAt: MONDAY_MS, ...answered({}) }, {}, []],
    ['carries a free number', { nationalId: '77' }, {}, [open('linked', '77')]],
    [
      'carries a number of another case',
      { nationalId: '77' },
      { numberTaken: true },
      [open('linked'), { type: 'alarm', kind: 'number-taken', detail: '77' }],
    ],
    ['has a reference of ours', { externalRef: 'lapor:77' }, {}, [open('national', '77')]],
    [
      'has a reference of ours to a number of another case',
      { externalRef: 'lapor:77' },
      { numberTaken: true },
      [open('linked'), { type: 'alarm', kind: 'number-taken', detail: '77' }],
    ],
    ['has a reference and a number', { externalRef: 'lapor:77', nationalId: '77' }, {}, [open('national', '77')]],
    ['has a reference that names nothing', { externalRef: 'lapor:' }, {}, [open('national')]],
    ['has a reference that names no number', { externalRef: 'lapor:../7 ' }, {}, [open('national')]],
    ["has a reference of the nation's that we cannot read", { externalRef: 'lapor-2027/9' }, {}, [open('national')]],
    ["has somebody else's reference", { externalRef: 'wa-889' }, {}, [open('file')]],
    ['is like any other', {}, {}, [open('file')]],
  ])('that %s', (_name, report, facts, news) => {
    expect(decide(report, { ...UNKNOWN, ...facts })).toEqual(news);
  });

  it.each([
    ['before', MONDAY_MS + 1, 'before-since'],
    ['at', MONDAY_MS, 'file'],
    ['after', MONDAY_MS - 1, 'file'],
    ['without', null, 'file'],
  ])('%s `policy.since`', (_name, sinceMs, route) => {
    expect(decide({}, UNKNOWN, sinceMs)).toEqual([open(route)]);
  });

  it('links an old report that carries a number', () => {
    expect(decide({ nationalId: '77' }, UNKNOWN, MONDAY_MS + 1)).toEqual([open('linked', '77')]);
  });

  it('brings its answers along', () => {
    const [first, second] = [makeFollowUp({ id: '1' }), makeFollowUp({ id: '2', internal: true })];
    expect(decide({ responses: [first, second] }, UNKNOWN)).toEqual([
      open('file'),
      { type: 'message', followUp: first, nationalId: null, internal: false },
      { type: 'message', followUp: second, nationalId: null, internal: true },
    ]);
  });
});

describe('decideLocalNews() of a report the ledger knows', () => {
  it('notes that it was read', () => {
    expect(decide({}, known())).toEqual([UNCHANGED]);
  });

  it.each<readonly [string, Partial<Report>, boolean]>([
    ['its text', { text: 'Lubangnya makin besar.' }, true],
    ['its files', { attachments: [{ url: '/a.jpg', name: null, mimeType: null, sizeBytes: null }] }, true],
    ['its local status', { status: 'selesai' }, false],
  ])('notes whether its content changed with %s', (_name, report, contentChanged) => {
    expect(decide(report, known())).toEqual([{ type: 'note', contentChanged }]);
  });

  describe('under whose id another report stands now', () => {
    const hoursLater = (hours: number) => makeCase().createdAt + hours * 3_600_000;

    const OTHER = { createdAt: hoursLater(30), text: 'Lampu jalan mati.', ...answered({ id: '99' }) };
    const ALARM = { type: 'alarm', kind: 'id-reused', detail: null };

    it.each<readonly [string, Partial<Report>]>([
      ['a day later', OTHER],
      ['hours later, at a time that no zone explains', { ...OTHER, createdAt: hoursLater(5.02) }],
      ['hours earlier', { ...OTHER, createdAt: hoursLater(-5.02) }],
      [
        'seconds later, under another ticket',
        { ...OTHER, createdAt: hoursLater(0) + 6_000, ticket: 'RBG-2026-009999' },
      ],
      [
        'hours later to the second, under another ticket',
        { ...OTHER, createdAt: hoursLater(5), ticket: 'RBG-2026-009999' },
      ],
    ])('applies nothing of one made %s, takes its own for deleted, and raises an alarm', (_name, other) => {
      expect(decide(other, known())).toEqual([{ type: 'delete' }, ALARM]);
    });

    it('is not deleted twice', () => {
      const gone = known({ case: { ...makeCase(), ...known().case, deletedAt: MONDAY_MS } });
      expect(decide(OTHER, gone)).toEqual([ALARM]);
      expect(decide({}, gone)).toEqual([{ type: 'restore' }, UNCHANGED]);
    });

    it.each<readonly [string, Partial<Report>]>([
      ['has its words', { createdAt: hoursLater(30) }],
      ['has a time that another zone explains', { createdAt: hoursLater(7), text: 'Lampu jalan mati.' }],
      ['has a time without its seconds', { createdAt: hoursLater(0) - 37_000, text: 'Lampu jalan mati.' }],
      ['has another ticket and its own time', { ticket: 'RBG-2026-009999', text: 'Lampu jalan mati.' }],
      ['has a ticket now', { ticket: null, createdAt: hoursLater(7), text: 'Lampu jalan mati.' }],
    ])('takes one for itself that %s', (_name, report) => {
      expect(decide(report, known())).not.toContainEqual(expect.objectContaining({ kind: 'id-reused' }));
    });
  });

  it('tells once that it was deleted', () => {
    const gone = { deletedAt: MONDAY_MS };
    expect(decide(gone, known())).toEqual([{ type: 'delete' }, UNCHANGED]);
    expect(decide(gone, known({ case: { ...makeCase(), ...known().case, deletedAt: MONDAY_MS } }))).toEqual([
      UNCHANGED,
    ]);
    expect(decide({}, known({ case: { ...makeCase(), ...known().case, deletedAt: MONDAY_MS } }))).toEqual([
      { type: 'restore' },
      UNCHANGED,
    ]);
  });

  describe('privacy', () => {
    const level = (anonymous: boolean, secret: boolean) => ({ anonymous, secret });
    const levels = [level(false, false), level(false, true), level(true, false), level(true, true)];

    it.each(levels.flatMap((before) => levels.map((next) => [before, next] as const)))(
      'rises and never falls: %j then %j',
      (before, next) => {
        const rises = (next.anonymous && !before.anonymous) || (next.secret && !before.secret);
        const facts = known();
        const news = decide({ privacy: next }, { ...facts, case: makeCase({ ...facts.case, ...before }) });
        expect(news).toEqual([...(rises ? [{ type: 'raise-privacy', privacy: before }] : []), UNCHANGED]);
      },
    );

    it.each([
      [null, false],
      ['ready', false],
      ['held', false],
      ['sending', true],
      ['doubt', true],
      ['parked', true],
      ['done', true],
    ] as const)('raises an alarm where LAPOR! may have the report: its create is %s', (filing, alarm) => {
      const news = decide({ privacy: level(true, false) }, known({ filing }));
      expect(news.some((one) => one.type === 'alarm' && one.kind === 'privacy-raised')).toBe(alarm);
    });

    it('raises an alarm where somebody else filed it', () => {
      const facts = known({ filing: null });
      const linked = { ...facts, case: makeCase({ ...facts.case, route: 'linked', nationalId: '77' }) };
      expect(decide({ privacy: level(false, true) }, linked)).toContainEqual({
        type: 'alarm',
        kind: 'privacy-raised',
        detail: null,
      });
    });
  });

  describe('of one that was born at LAPOR!, and is not known to be here', () => {
    const bornThere = (filing: DeliveryState | null) => {
      const facts = known({ filing });
      return { ...facts, case: makeCase({ ...facts.case, route: 'national', localId: null, nationalId: '77' }) };
    };

    it.each(DELIVERY_STATES.filter((state) => state !== 'sending'))('binds it, whose making is %s', (filing) => {
      expect(decide({ nationalId: '77' }, bornThere(filing))).toEqual([{ type: 'bind-report' }, UNCHANGED]);
    });

    it('leaves it alone while it is being made, so that it comes up again', () => {
      expect(decide({ nationalId: '77', ...answered({}) }, bornThere('sending'))).toEqual([]);
    });
  });

  describe('numbers', () => {
    const withNumber = (nationalId: string | null, given: Partial<LocalFacts> = {}) => {
      const facts = known(given);
      return { ...facts, case: makeCase({ ...facts.case, nationalId }) };
    };

    it.each<readonly [string, string | null, LocalFacts, readonly object[]]>([
      ['none, as before', null, withNumber(null), [UNCHANGED]],
      ['the one we know', '77', withNumber('77'), [UNCHANGED]],
      ['none any more', null, withNumber('77'), [UNCHANGED]],
      ['its first', '77', withNumber(null), [{ type: 'link', nationalId: '77' }, UNCHANGED]],
      ['another', '78', withNumber('77'), [{ type: 'alarm', kind: 'number-conflict', detail: '78' }, UNCHANGED]],
      [
        'one of another case',
        '78',
        withNumber(null, { numberTaken: true }),
        [{ type: 'alarm', kind: 'number-taken', detail: '78' }, UNCHANGED],
      ],
      [
        'another, of another case',
        '78',
        withNumber('77', { numberTaken: true }),
        [{ type: 'alarm', kind: 'number-taken', detail: '78' }, UNCHANGED],
      ],
    ])('%s', (_name, nationalId, facts, news) => {
      expect(decide({ nationalId }, facts)).toEqual(news);
    });

    it.each(DELIVERY_STATES.filter((state) => state !== 'sending' && state !== 'done'))(
      'links a report whose create is %s',
      (filing: DeliveryState) => {
        expect(decide({ nationalId: '77' }, withNumber(null, { filing }))).toEqual([
          { type: 'link', nationalId: '77' },
          UNCHANGED,
        ]);
      },
    );

    it('waits for a create that is being sent, and does not note what it would then never see again', () => {
      expect(decide({ nationalId: '77' }, withNumber(null, { filing: 'sending' }))).toEqual([]);
      expect(decide({}, withNumber(null, { filing: 'sending' }))).toEqual([UNCHANGED]);
      expect(decide({ nationalId: '77' }, withNumber('77', { filing: 'sending' }))).toEqual([UNCHANGED]);
      expect(decide({}, withNumber('77', { filing: 'sending' }))).toEqual([UNCHANGED]);
    });
  });

  it('raises an alarm as long as an answer by nobody we know is there, whether the report is new or not', () => {
    const responses = answered({ id: '9', internal: true, unknownAuthor: 'petugas' });
    const ALARM = { type: 'alarm', kind: 'unknown-author', detail: '9' };
    expect(decide(responses, UNKNOWN)).toContainEqual(ALARM);
    expect(decide(responses, known())).toContainEqual(ALARM);
    expect(decide(answered({ id: '9', internal: true }), known())).not.toContainEqual(ALARM);
  });

  describe('answers', () => {
    it.each<readonly [string, Partial<FollowUp>, string | null, boolean]>([
      ['of an OPD', {}, null, false],
      ['of the reporter', { author: 'reporter' }, null, false],
      ['that is an internal note', { internal: true }, null, true],
      ['that LAPOR! gave, by an earlier ledger', { author: 'national', externalRef: 'lapor-followup:55' }, '55', false],
      ['of the nation without a reference', { author: 'national' }, null, false],
      ["with a reference of the nation's that we cannot read", { externalRef: 'lapor-2027/9' }, null, true],
      ['with a reference that names no answer', { externalRef: 'lapor-followup:' }, null, true],
      ["with somebody else's reference", { externalRef: 'wa-889' }, null, false],
    ])('one %s is new', (_name, response, nationalId, internal) => {
      expect(decide(answered(response), known())).toEqual([
        UNCHANGED,
        { type: 'message', followUp: makeFollowUp(response), nationalId, internal },
      ]);
    });

    it('knows one by its local id, and tells its new words', () => {
      const facts = known({ messages: [seen({ id: 5, localId: '9' })] });
      const edited = makeFollowUp({ id: '9', text: 'Disunting.' });
      expect(decide({ responses: [edited] }, facts)).toEqual([
        UNCHANGED,
        { type: 'reword-message', messageId: 5, followUp: edited },
      ]);
    });

    it('tells that one was made internal', () => {
      const facts = known({ messages: [seen({ id: 5 })] });
      expect(decide(answered({ internal: true }), facts)).toEqual([
        UNCHANGED,
        { type: 'withdraw-message', messageId: 5 },
      ]);
    });

    it('tells that one is gone, but not where the reading carried none', () => {
      const facts = known({ messages: [seen({ id: 5 })] });
      expect(decide({ responses: [] }, facts)).toEqual([UNCHANGED, { type: 'withdraw-message', messageId: 5 }]);
      expect(decide({ responses: null }, facts)).toEqual([UNCHANGED]);
    });

    it.each([
      ['internal already', { internal: true }],
      ["the nation's", { origin: 'national', nationalId: '55' }],
    ] as const)('withdraws none that is %s', (_name, message) => {
      expect(decide({ responses: [] }, known({ messages: [seen(message)] }))).toEqual([UNCHANGED]);
    });

    it('binds one that the bridge wrote to the message it comes from', () => {
      const ours = makeMessage({ id: 5, origin: 'national', localId: null, nationalId: '55' });
      expect(decide(answered({ id: '31', externalRef: 'lapor-followup:55' }), known({ messages: [ours] }))).toEqual([
        UNCHANGED,
        { type: 'bind-message', messageId: 5, localId: '31' },
      ]);
    });

    it('leaves the first of two that carry the same reference bound', () => {
      const ours = makeMessage({ id: 5, origin: 'national', localId: '31', nationalId: '55' });
      const twice = answered(
        { id: '31', externalRef: 'lapor-followup:55' },
        { id: '32', externalRef: 'lapor-followup:55' },
      );
      expect(decide(twice, known({ messages: [ours] }))).toEqual([UNCHANGED]);
    });

    it('tells that an internal note was published', () => {
      const facts = known({ messages: [seen({ id: 5, internal: true })] });
      expect(decide(answered({ internal: false }), facts)).toEqual([
        UNCHANGED,
        { type: 'publish-message', messageId: 5 },
      ]);
      expect(decide(answered({ internal: true }), facts)).toEqual([UNCHANGED]);
    });

    it.each([
      ["that is the nation's", { origin: 'national' }, {}],
      ["whose reference is the nation's", {}, { externalRef: 'lapor-2027/9' }],
    ] as const)('publishes none %s', (_name, message, response) => {
      const facts = known({ messages: [seen({ internal: true, ...message })] });
      expect(decide(answered(response), facts)).toEqual([UNCHANGED]);
    });

    it('still tells them where the number must wait', () => {
      const facts = known({ filing: 'sending' });
      expect(decide({ nationalId: '77', ...answered({}) }, facts).map((news) => news.type)).toEqual(['message']);
    });
  });
});
