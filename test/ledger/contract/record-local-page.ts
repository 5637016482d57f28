import { describe, expect, it } from 'vitest';
import type { AlarmKind } from '../../../src/ledger/alarm.ts';
import type { LocalNews } from '../../../src/ledger/local-news.ts';
import type { LocalPageInput } from '../../../src/ledger/verbs/record-local-page.ts';
import type { Report } from '../../../src/report/report.ts';
import { makeRow } from '../../support/make-ledger.ts';
import { makeFollowUp } from '../../support/make-report.ts';
import { NEW_CREATE } from '../../support/new-create.ts';
import { LOST, REFUSED, type Scene } from '../make-scene.ts';

const OPEN: LocalNews = { type: 'open', route: 'file', nationalId: null };
const NOTE: LocalNews = { type: 'note', contentChanged: false };

/** Facts of a row of which nothing left the city. */
const NOTHING_SENT = { arrived: false, sent: [], before: null, raised: [] } as const;

type MakeScene = () => Scene;

function page(given: Partial<LocalPageInput>): LocalPageInput {
  return { rows: [], rejected: [], position: null, at: 1000, dueAt: () => null, ...given };
}

export function recordLocalPageContract(makeScene: MakeScene): void {
  wholePages(makeScene);
  brakes(makeScene);
  factsOfRows(makeScene);
  furtherFactsOfRows(makeScene);
  newsOfKnownCases(makeScene);
  ends(makeScene);
  numbers(makeScene);
  messages(makeScene);
  quarantine(makeScene);
}

function wholePages(makeScene: MakeScene): void {
  describe('recordLocalPage()', () => {
    it('opens a case for every new row and moves the cursor with the last page', async () => {
      const { ledger, caseOf } = makeScene();
      const rows = [makeRow({ localId: '1', category: 'Taman' }), makeRow({ localId: '2' })];

      const counts = await ledger.recordLocalPage(page({ rows, position: 900, dueAt: () => 5000 }), () => [OPEN]);

      expect(counts).toEqual({ new: 2, changed: 0, quarantined: 0 });
      expect(await ledger.readCursor()).toBe(900);
      expect(await caseOf('1')).toMatchObject({
        route: 'file',
        category: 'Taman',
        localFingerprint: rows[0]?.fingerprint,
        contentFingerprint: rows[0]?.contentFingerprint,
        firstSeenAt: 1000,
        dueAt: 5000,
        nextPollAt: null,
      });
      expect(await ledger.readTally()).toMatchObject({ open: 2, closed: 0 });
    });

    it('asks the nation at once for what carries a number', async () => {
      const { ledger, caseOf } = makeScene();

      await ledger.recordLocalPage(page({ rows: [makeRow({ localId: '1' })] }), () => [
        { type: 'open', route: 'linked', nationalId: '77' },
      ]);

      expect(await caseOf('77')).toMatchObject({ route: 'linked', localId: '1', nationalId: '77', nextPollAt: 1000 });
    });

    it('leaves no trace of a page of which one decision fails, and takes it whole the next time', async () => {
      const { ledger, query } = makeScene();
      const failing = page({
        rows: [makeRow({ localId: '1' }), makeRow({ localId: '2' })],
        rejected: [{ key: '3', path: 'judul', reason: 'missing', fingerprint: 'f' }],
        position: 900,
      });

      const failed = ledger.recordLocalPage(failing, ({ report }) => {
        if (report.localId === '2') throw new RangeError('a bug');
        return [OPEN];
      });

      await expect(failed).rejects.toThrow(RangeError);
      expect(await ledger.findCase('1')).toBeNull();
      expect(await ledger.readCursor()).toBeNull();
      expect((await ledger.readAttention()).quarantined).toEqual([]);
      expect(query('select * from history')).toEqual([]);
      expect(await ledger.readTally()).toMatchObject({ open: 0 });
      expect(await ledger.recordLocalPage(failing, () => [OPEN])).toEqual({ new: 2, changed: 0, quarantined: 1 });
    });
  });

  describe('the cursor', () => {
    it('never goes back, and says in the history when it went on', async () => {
      const { ledger, query } = makeScene();
      for (const position of [900, 800, null, 900, 950]) await ledger.recordLocalPage(page({ position }), () => []);

      expect(await ledger.readCursor()).toBe(950);
      expect(query(`select data from history where event = 'cursor-moved' order by seq`)).toEqual([
        { data: '{"stream":"local","position":900}' },
        { data: '{"stream":"local","position":950}' },
      ]);
    });
  });
}

function brakes(makeScene: MakeScene): void {
  const rows = (count: number, given: Partial<Report>) =>
    Array.from({ length: count }, (_, index) => makeRow({ localId: String(index + 1), ...given }));
  const RAISE: LocalNews = { type: 'raise-privacy', privacy: { anonymous: true, secret: false } };

  describe('a page that changes too much at once', () => {
    it('is not recorded at all, twice as little as once', async () => {
      const { ledger, standing, caseOf } = makeScene();
      await ledger.recordLocalPage(page({ rows: rows(30, {}) }), () => [OPEN]);
      const change = { privacy: { anonymous: true, secret: false } };
      const news = () => [RAISE, NOTE];
      const many = page({ rows: rows(21, change), position: 900 });

      expect(await ledger.recordLocalPage(many, news)).toBe('braked');
      expect(await ledger.recordLocalPage(many, news)).toBe('braked');
      expect(await ledger.recordLocalPage(page({ rows: rows(1, change) }), news)).toBe('braked');

      expect(await standing()).toEqual(['mass-privacy:-:21']);
      expect([await ledger.readCursor(), (await caseOf('1')).anonymous]).toEqual([null, false]);
      expect(await ledger.stoppedSides()).toEqual(new Set(['national']));
      expect(await ledger.recordLocalPage(page({ rows: rows(30, { title: 'Lain' }) }), () => [NOTE])).toMatchObject({
        changed: 30,
      });
    });

    it('goes through for a day once a person has confirmed', async () => {
      const { ledger, standing, caseOf } = makeScene();
      await ledger.recordLocalPage(page({ rows: rows(30, {}) }), () => [OPEN]);
      const many = page({ rows: rows(30, { deletedAt: 5 }), at: 5000 });
      await ledger.recordLocalPage(many, () => [{ type: 'delete' }]);
      expect(await standing()).toEqual(['mass-deletion:-:30']);

      expect(await ledger.confirm(6000)).toEqual({ deliveries: 0, brakes: 1 });

      expect(await ledger.recordLocalPage({ ...many, at: 7000 }, () => [{ type: 'delete' }])).toMatchObject({
        changed: 30,
      });
      expect([await standing(), (await caseOf('30')).deletedAt]).toEqual([[], 5]);
    });

    it('counts those of the hour before, but none of a page that was not recorded', async () => {
      const { ledger, standing } = makeScene();
      await ledger.recordLocalPage(page({ rows: rows(60, {}) }), () => [OPEN]);
      const raise = (from: number, count: number) =>
        ledger.recordLocalPage(
          page({ rows: rows(60, { privacy: { anonymous: true, secret: false } }).slice(from, from + count) }),
          () => [RAISE, NOTE],
        );

      await raise(0, 15);
      expect(await raise(15, 6)).toBe('braked');
      await ledger.clearAlarms(['mass-privacy'], 2000);
      await raise(15, 5);

      expect(await standing()).toEqual([]);
    });
  });
}

function message(id: string): LocalNews {
  return { type: 'message', followUp: makeFollowUp({ id }), nationalId: null, internal: false };
}

function factsOfRows(makeScene: MakeScene): void {
  describe('what is decided on', () => {
    it('is a row that nobody knows', async () => {
      const { see } = makeScene();

      const { counts, facts } = await see([], { localId: '1' });

      expect(facts).toEqual({
        ...NOTHING_SENT,
        case: null,
        messages: [],
        filing: null,
        numberTaken: false,
        changed: true,
        twins: [],
      });
      expect(counts).toEqual({ new: 0, changed: 0, quarantined: 0 });
    });

    it('is not a row that says what the ledger has seen', async () => {
      const { see, open } = makeScene();
      await open({ localId: '1', ticket: 'T' });

      const { counts, facts } = await see([NOTE], { localId: '1', ticket: 'T' });

      expect(facts).toBeNull();
      expect(counts).toEqual({ new: 0, changed: 0, quarantined: 0 });
    });

    it('is a changed row with its messages and the state of its filing', async () => {
      const { see, file } = makeScene();
      const create = await file('doubt', { localId: '1' });
      await see([{ type: 'message', followUp: makeFollowUp({ id: '9' }), nationalId: null, internal: false }], {
        localId: '1',
        title: 'Lain',
      });

      const { counts, facts } = await see([NOTE], { localId: '1', title: 'Lain lagi' });

      expect(facts).toMatchObject({ case: { id: create.caseId }, filing: 'doubt', numberTaken: false, changed: true });
      expect(facts?.messages.map((message) => message.localId)).toEqual(['9']);
      expect(counts).toEqual({ new: 0, changed: 1, quarantined: 0 });
    });

    it.each(['ready', 'doubt', 'parked'] as const)('looks behind a hold: it was %s', async (state) => {
      const { see, file, ledger } = makeScene();
      await file(state, { localId: '1' });
      await ledger.hold('1', 5000);

      const { facts } = await see([NOTE], { localId: '1', title: 'Lain' });

      expect(facts).toMatchObject({ filing: state });
    });

    it('takes what a lost ledger may have filed for in doubt', async () => {
      const { see, open, owe } = makeScene();
      const { id } = await open({ localId: '1' });
      await owe(id, { ...NEW_CREATE, state: 'held', reason: 'ledger-lost' });

      const { facts } = await see([NOTE], { localId: '1', title: 'Lain' });

      expect(facts).toMatchObject({ filing: 'doubt' });
    });
  });
}

function furtherFactsOfRows(makeScene: MakeScene): void {
  describe('what is decided on', () => {
    it('is what was sent, how it read before, and what was said about it already', async () => {
      const { ledger, see, file, owe, begin, caseOf } = makeScene();
      const { caseId } = await file('doubt', { localId: '1', text: 'Lama.' });
      await see([message('9'), message('10')], { localId: '1', text: 'Lama.', title: 'Lain' });
      const [sent, waiting] = await ledger.messagesOf(caseId);
      await begin(await owe(caseId, { kind: 'follow-up', key: 'follow-up:9:1', messageId: Number(sent?.id) }));
      await owe(caseId, { kind: 'follow-up', key: 'follow-up:10:1', messageId: Number(waiting?.id) });
      await ledger.raiseAlarm({ kind: 'reopened-locally', caseId, detail: null, at: 1000 });

      const { facts } = await see([NOTE], { localId: '1', text: 'Baru.' });

      expect(facts).toMatchObject({ arrived: true, sent: [sent?.id], raised: ['reopened-locally'] });
      expect(facts?.before).toMatchObject({ text: 'Lama.' });
      expect((await caseOf('1')).localId).toBe('1');
    });

    it.each([
      ['of another case is taken', '3', true],
      ['of its own is not', '1', false],
    ])('says that a number %s', async (_, localId, numberTaken) => {
      const { see, open } = makeScene();
      await open({ localId: '1', nationalId: '77' }, 'linked');
      await open({ localId: '3' });

      const { facts } = await see([], { localId, nationalId: '77', title: 'Lain' });

      expect(facts?.numberTaken).toBe(numberTaken);
    });

    it('does not count a changed row of which nothing was news', async () => {
      const { see, open } = makeScene();
      await open({ localId: '1' });

      expect((await see([], { localId: '1', title: 'Lain' })).counts.changed).toBe(0);
    });
  });
}

function newsOfKnownCases(makeScene: MakeScene): void {
  describe('news of a known case', () => {
    it('notes what is seen of it, and its content only where that changed', async () => {
      const { ledger, see, file, caseOf, now, events } = makeScene();
      await file('ready', { localId: '1', text: 'Dulu' });
      const report = async () =>
        (await ledger.dueDeliveries({ side: 'national', now: now(), limit: 1, creates: true }))[0]?.report;

      await see([NOTE], { localId: '1', text: 'Lain', status: 'selesai', category: 'Taman' });
      expect(await caseOf('1')).toMatchObject({ localStatus: 'selesai', category: 'Taman' });
      expect((await report())?.text).toBe('Dulu');

      await see([{ type: 'note', contentChanged: true }], { localId: '1', text: 'Kini' });
      expect((await report())?.text).toBe('Kini');
      expect(events()).toContain('content-changed');
    });

    it('only ever raises its privacy', async () => {
      const { see, open, caseOf } = makeScene();
      await open({ localId: '1' });
      const raise = (privacy: { anonymous: boolean; secret: boolean }, title: string) =>
        see([{ type: 'raise-privacy', privacy }], { localId: '1', title, privacy });

      await raise({ anonymous: true, secret: false }, 'a');
      await raise({ anonymous: false, secret: true }, 'b');
      const known = await caseOf('1');
      await see([{ type: 'raise-privacy', privacy: known }], { localId: '1', title: 'c' });

      expect(await caseOf('1')).toMatchObject({ anonymous: true, secret: true });
      await see([OPEN, { type: 'raise-privacy', privacy: known }], { localId: '2' });
      expect(await caseOf('2')).toMatchObject({ anonymous: true, secret: true });
    });

    it('takes note of its deletion and of what wants a person', async () => {
      const { ledger, see, open, caseOf, now } = makeScene();
      await open({ localId: '1' });
      const alarm = { type: 'alarm', kind: 'number-conflict', detail: '78' } as const;

      await see([{ type: 'delete' }, alarm], { localId: '1', deletedAt: 500 });
      expect((await caseOf('1')).deletedAt).toBe(500);
      expect((await ledger.readAttention()).alarms).toMatchObject([{ kind: 'number-conflict', localId: '1' }]);
      await see([{ type: 'delete' }], { localId: '1', title: 'Lain' });
      expect((await caseOf('1')).deletedAt).toBe(now());
    });

    it('is nothing without a case', async () => {
      const { ledger, see } = makeScene();

      expect((await see([NOTE], { localId: '1' })).counts).toEqual({ new: 0, changed: 0, quarantined: 0 });
      expect(await ledger.findCase('1')).toBeNull();
    });
  });
}

function ends(makeScene: MakeScene): void {
  describe('a known case', () => {
    it('ends what it said of its number, its id and its authors and says no more', async () => {
      const { see, open, standing } = makeScene();
      const { id } = await open({ localId: '1' });
      const alarm = (kind: AlarmKind, detail: string) => ({ type: 'alarm', kind, detail }) as const;

      await see([alarm('number-conflict', '78'), alarm('privacy-raised', '-')], { localId: '1', title: 'A' });
      await see([alarm('number-conflict', '79'), alarm('number-taken', '79')], { localId: '1', title: 'B' });
      expect(await standing()).toEqual([`number-conflict:${id}:79`, `number-taken:${id}:79`, `privacy-raised:${id}:-`]);
      await see([alarm('id-reused', '-'), alarm('unknown-author', '9')], { localId: '1', title: 'C' });
      expect(await standing()).toEqual([`id-reused:${id}:-`, `privacy-raised:${id}:-`, `unknown-author:${id}:9`]);
      await see([NOTE], { localId: '1', title: 'D' });

      expect(await standing()).toEqual([`privacy-raised:${id}:-`]);
    });

    it('lets go on what was held for its deletion, once it is restored', async () => {
      const { ledger, see, file, again, caseOf, events } = makeScene();
      const create = await file('ready', { localId: '1' });
      await see([{ type: 'delete' }], { localId: '1', deletedAt: 500 });
      await ledger.setAside(create.id, { event: 'hold', reason: 'deleted', at: 600 });
      expect((await ledger.readAttention()).stuck).toEqual([]);

      await see([{ type: 'restore' }, NOTE], { localId: '1' });

      expect(await again(create)).toMatchObject({ state: 'ready', reason: null });
      expect((await caseOf('1')).deletedAt).toBeNull();
      expect(events().slice(-2)).toEqual(['restored-locally', 'delivery-release']);
    });
  });
}

function numbers(makeScene: MakeScene): void {
  describe('a number that a row names', () => {
    it.each(['ready', 'doubt', 'parked'] as const)(
      'ends a create that is %s with the number it names',
      async (state) => {
        const { see, file, caseOf, again, events } = makeScene();
        const create = await file(state, { localId: '1' });

        await see([{ type: 'link', nationalId: '77' }], { localId: '1', nationalId: '77' });

        expect(await again(create)).toMatchObject({ state: 'done', peerId: '77', reason: null });
        expect(await caseOf('77')).toMatchObject({ localId: '1', route: 'file' });
        expect(events()).toContain('linked');
      },
    );

    it('makes a case that nobody files a linked one', async () => {
      const { see, open, caseOf, query } = makeScene();
      await open({ localId: '1' }, 'before-since');

      await see([{ type: 'link', nationalId: '77' }], { localId: '1', nationalId: '77' });

      expect(await caseOf('1')).toMatchObject({ route: 'linked', nationalId: '77' });
      expect(query('select owes_national, owes_local from cases')).toEqual([{ owes_national: 1, owes_local: 1 }]);
    });

    it('waits while the report is being sent: no news may say it then', async () => {
      const { see, file, again } = makeScene();
      const create = await file('sending', { localId: '1' });

      const linked = see([{ type: 'link', nationalId: '77' }], { localId: '1', nationalId: '77' });

      await expect(linked).rejects.toMatchObject({ name: 'ForbiddenMoveError', state: 'sending', event: 'found' });
      expect(await again(create)).toEqual(create);
    });

    it('never gives it a second number, nor one that another case has', async () => {
      const { see, open, caseOf } = makeScene();
      await open({ localId: '1', nationalId: '77' }, 'linked');
      await open({ localId: '2' });

      await expect(see([{ type: 'link', nationalId: '78' }], { localId: '1', title: 'Lain' })).rejects.toThrow(
        'another',
      );
      await expect(see([{ type: 'link', nationalId: '77' }], { localId: '2', title: 'Lain' })).rejects.toThrow(
        'UNIQUE',
      );
      expect(await caseOf('1')).toMatchObject({ nationalId: '77' });
      expect(await caseOf('2')).toMatchObject({ nationalId: null });
    });
  });
}

function messages(makeScene: MakeScene): void {
  const answer = (given: Partial<LocalNews & { type: 'message' }> = {}): LocalNews => ({
    type: 'message',
    followUp: makeFollowUp({ id: '9' }),
    nationalId: null,
    internal: false,
    ...given,
  });

  describe('answers of a row', () => {
    it.each([
      ['the city', answer(), { origin: 'local', nationalId: null }],
      ['the nation, by its number', answer({ nationalId: '55' }), { origin: 'national', nationalId: '55' }],
      [
        'the nation, by its author',
        answer({ followUp: makeFollowUp({ id: '9', author: 'national' }) }),
        { origin: 'national', author: 'national' },
      ],
      ['nobody else’s business', answer({ internal: true }), { origin: 'local', internal: true }],
    ])('are known as those of %s', async (_, news, expected) => {
      const { ledger, see, open, query } = makeScene();
      const { id } = await open({ localId: '1' });

      await see([news], { localId: '1', title: 'Lain' });

      expect(await ledger.messagesOf(id)).toMatchObject([{ localId: '9', ...expected }]);
      expect(query('select owes_national from cases')).toEqual([{ owes_national: 1 }]);
    });

    it('are recorded once', async () => {
      const { ledger, see, open, events } = makeScene();
      const { id } = await open({ localId: '1' });

      await see([answer(), answer()], { localId: '1', title: 'Lain' });

      expect(await ledger.messagesOf(id)).toHaveLength(1);
      expect(events().filter((event) => event === 'message-seen')).toHaveLength(1);
    });

    it.each([
      ['ready', [], 'message-edited'],
      ['held', ['hold'], 'message-edited'],
      ['refused for its words', ['begin', 'refuse'], 'message-edited'],
      ['on its way', ['begin'], 'message-edited-after-sending'],
      ['held in doubt', ['begin', 'lose', 'hold'], 'message-edited-after-sending'],
    ] as const)('take new words while nothing of them was sent: %s', async (_, steps, event) => {
      const { ledger, see, open, owe, begin, settle, events, now } = makeScene();
      const { id: caseId } = await open({ localId: '1' });
      await see([answer()], { localId: '1', title: 'Lain' });
      const messageId = Number((await ledger.messagesOf(caseId))[0]?.id);
      const delivery = await owe(caseId, { kind: 'follow-up', key: 'follow-up:9:1', messageId });
      for (const step of steps) {
        if (step === 'begin') await begin(delivery);
        if (step === 'lose' || step === 'refuse') await settle(delivery, step === 'lose' ? LOST : REFUSED);
        if (step === 'hold') await ledger.hold('1', now());
      }

      const followUp = makeFollowUp({ id: '9', text: 'Kata lain' });
      await see([{ type: 'reword-message', messageId, followUp }], { localId: '1', title: 'Lain lagi' });

      expect(events().at(-1)).toBe(event);
    });

    it('are bound to what was written there, and published when they no longer are internal', async () => {
      const { ledger, see, open, hear } = makeScene();
      const { id } = await open({ localId: '1' });
      await hear(id, [{ type: 'answer', answer: makeAnswer('55') }]);
      await see([answer({ internal: true })], { localId: '1', title: 'Lain' });
      const [national, local] = await ledger.messagesOf(id);

      await see(
        [
          { type: 'bind-message', messageId: national?.id ?? 0, localId: '10' },
          { type: 'publish-message', messageId: local?.id ?? 0 },
        ],
        { localId: '1', title: 'Lain lagi' },
      );

      expect(await ledger.messagesOf(id)).toMatchObject([
        { nationalId: '55', localId: '10' },
        { localId: '9', internal: false },
      ]);
    });
  });
}

function makeAnswer(id: string) {
  return { id, text: 'Laporan diterima.', institution: null, template: null, attachments: [], createdAt: 1 };
}

function quarantine(makeScene: MakeScene): void {
  const rejected = { key: '1', path: 'created_at', reason: 'not-a-time', fingerprint: 'a' };

  describe('a row that cannot be read', () => {
    it('is kept with its reason and told once for everything that it says', async () => {
      const { ledger, events } = makeScene();
      const read = (at: number, fingerprint: string) =>
        ledger.recordLocalPage(page({ at, rejected: [{ ...rejected, fingerprint }] }), () => []);

      expect(await read(1000, 'a')).toEqual({ new: 0, changed: 0, quarantined: 1 });
      await read(2000, 'a');
      await read(3000, 'b');

      expect((await ledger.readAttention()).quarantined).toEqual([
        {
          side: 'local',
          key: '1',
          path: 'created_at',
          reason: 'not-a-time',
          fingerprint: 'b',
          firstAt: 1000,
          lastAt: 3000,
        },
      ]);
      expect(events()).toEqual(['row-quarantined', 'row-quarantined']);
    });

    it('is silent once a person has seen it, until it says something else', async () => {
      const { ledger } = makeScene();
      const read = (fingerprint: string) =>
        ledger.recordLocalPage(page({ rejected: [{ ...rejected, fingerprint }] }), () => []);
      const told = async () => (await ledger.readAttention()).quarantined.length;
      await read('a');

      expect(await ledger.confirmOne('1', 5000)).toEqual({ ok: true, count: 1 });
      await read('a');
      expect(await told()).toBe(0);
      await read('b');

      expect(await told()).toBe(1);
    });

    it('comes up again when it was not read for long, or at a time still to come', async () => {
      const { ledger } = makeScene();
      for (const [key, at] of [
        ['1', 1000],
        ['2', 500],
        ['3', 9001],
        ['4', 5000],
      ] as const)
        await ledger.recordLocalPage(page({ at, rejected: [{ ...rejected, key }] }), () => []);
      await ledger.confirmOne('1', 5000);

      const unread = await ledger.quarantinedBefore('local', { before: 5000, now: 9000, limit: 9 });
      expect(unread.map(({ key }) => key)).toEqual(['2', '1', '3']);
      expect(await ledger.quarantinedBefore('local', { before: 5000, now: 9000, limit: 1 })).toHaveLength(1);
      await ledger.dismissRejected('local', '2');
      expect((await ledger.readAttention()).quarantined.map(({ key }) => key)).toEqual(['4', '3']);
    });

    it.each([
      ['something new', 'Lain'],
      ['what it said before it broke', 'Jalan berlubang'],
    ])('is let go once it says %s', async (_, title) => {
      const { ledger, see, open } = makeScene();
      await open({ localId: '1', ticket: 'T' });
      await ledger.recordLocalPage(page({ rejected: [rejected] }), () => []);

      await see([NOTE], { localId: '1', ticket: 'T', title });

      expect((await ledger.readAttention()).quarantined).toEqual([]);
    });
  });
}
