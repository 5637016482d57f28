import { describe, expect, it } from 'vitest';
import type { ListedFacts, ListedNews, ListedRow } from '../../../src/ledger/listed-news.ts';
import type { Adopted } from '../../../src/ledger/twin.ts';
import type { NationalListed } from '../../../src/national/national-system.ts';
import { wording } from '../../../src/report/wording.ts';
import { makeListed } from '../../support/make-listed.ts';
import type { Scene } from '../make-scene.ts';

const PLACE: Adopted = {
  kind: 'aspirasi',
  category: 'Lampu',
  institution: 'DPUPR',
  privacy: { anonymous: false, secret: true },
  dueAt: 5000,
};
const ADOPT: ListedNews = { type: 'adopt', adopted: PLACE };

function rowOf(given: Partial<NationalListed> = {}, namedId: string | null = null): ListedRow {
  const listed = makeListed(given);
  return { listed, namedId, wording: wording(listed.title, listed.text) };
}

/** Records one row with this news of it; gives what was known of it before. */
async function see({ ledger, now }: Scene, row: ListedRow, news: readonly ListedNews[]): Promise<ListedFacts | null> {
  let facts: ListedFacts | null = null;
  await ledger.recordListPage({ rows: [row], rejected: [], position: null, at: now() }, (_, known) => {
    facts = known;
    return news;
  });
  return facts;
}

export function recordListPageContract(makeScene: () => Scene): void {
  adopts(makeScene);
  knows(makeScene);
  makes(makeScene);
}

function adopts(makeScene: () => Scene): void {
  describe('recordListPage()', () => {
    it('opens a case that is owed to the local side, and moves the cursor with the last page', async () => {
      const { ledger, caseOf, now } = makeScene();
      const page = { rows: [rowOf({ id: '77' }), rowOf({ id: '78' })], rejected: [], position: null, at: now() };
      expect(await ledger.recordListPage(page, () => [ADOPT])).toBe(2);
      expect(await ledger.readCursor('national')).toBeNull();

      expect(await ledger.recordListPage({ ...page, position: 900 }, () => [])).toBe(0);

      expect([await ledger.readCursor('national'), await ledger.readCursor()]).toEqual([900, null]);
      const { dueAt, privacy, ...named } = PLACE;
      expect(await caseOf('77')).toMatchObject({
        ...named,
        ...privacy,
        dueAt,
        route: 'national',
        localId: null,
        nextPollAt: now(),
        localFingerprint: null,
      });
      expect(await ledger.countToMake()).toBe(2);
      expect(await ledger.readTally()).toMatchObject({ open: 2 });
    });

    it.each<ListedNews>([{ type: 'renew' }, { type: 'raise-privacy', privacy: { anonymous: true, secret: true } }])(
      'throws at $type of a report that no case carries, and records nothing',
      async (news) => {
        const scene = makeScene();
        await expect(see(scene, rowOf({ id: '77' }), [ADOPT, news])).rejects.toThrow('which no case carries');
        expect(await scene.ledger.readTally()).toMatchObject({ open: 0 });
      },
    );

    it('keeps what cannot be read or belongs to nobody, until it does', async () => {
      const scene = makeScene();
      const { ledger, open, now } = scene;
      await open({ localId: '1', nationalId: '76' }, 'linked');
      const rejected = ['75', '76'].map((key) => ({ key, path: 'content', reason: 'missing', fingerprint: 'f' }));
      await ledger.recordListPage({ rows: [], rejected, position: null, at: now() }, () => []);
      await see(scene, rowOf({ id: '77' }), [{ type: 'set-apart', reason: 'near-match' }]);

      expect((await ledger.readAttention()).quarantined).toMatchObject([
        { side: 'national', key: '75', reason: 'missing' },
        { side: 'national', key: '77', reason: 'near-match' },
      ]);
      await see(scene, rowOf({ id: '75' }), []);
      await see(scene, rowOf({ id: '77' }), [ADOPT]);
      expect((await ledger.readAttention()).quarantined).toEqual([]);
    });
  });
}

function knows(makeScene: () => Scene): void {
  describe('recordListPage() of a known report', () => {
    it('tells what is known of it', async () => {
      const scene = makeScene();
      await scene.file('doubt', { localId: '1' });
      await see(scene, rowOf({ id: '77' }), [ADOPT]);

      const facts = await see(scene, rowOf({ id: '77' }, '1'), []);

      expect(facts).toMatchObject({
        case: { nationalId: '77' },
        named: { localId: '1' },
        unsettled: [{ localId: '1' }],
      });
    });

    it('takes its new words, raises its level, and says what is wrong', async () => {
      const scene = makeScene();
      const { ledger, caseOf, events } = scene;
      await see(scene, rowOf({ id: '77' }), [ADOPT]);
      const { id } = await caseOf('77');
      const edited = rowOf({ id: '77', text: 'Lain.' });

      await see(scene, edited, [
        { type: 'renew' },
        { type: 'raise-privacy', privacy: { anonymous: true, secret: true } },
        { type: 'alarm', kind: 'found-twice', caseId: id },
      ]);

      expect(await caseOf('77')).toMatchObject({ contentFingerprint: edited.wording, anonymous: true, secret: true });
      expect(events().slice(-3)).toEqual(['content-changed', 'privacy-raised', 'alarm-raised']);
      await scene.owe(id, { side: 'local', kind: 'report' });
      const query = { side: 'local', now: scene.now(), limit: 9, creates: true } as const;
      expect(await ledger.dueDeliveries(query)).toMatchObject([{ report: null, listed: { id: '77', text: 'Lain.' } }]);
    });

    it('knows how it was worded there last, whatever the row here says', async () => {
      const scene = makeScene();
      const [first, edited] = [rowOf({ id: '77' }), rowOf({ id: '77', text: 'Lain.' })];
      await see(scene, first, [ADOPT]);
      expect(await scene.caseOf('77')).toMatchObject({ listedWording: first.wording });
      await see(scene, edited, [{ type: 'note-wording' }]);
      expect(await scene.caseOf('77')).toMatchObject({
        listedWording: edited.wording,
        contentFingerprint: first.wording,
      });
    });
  });
}

function makes(makeScene: () => Scene): void {
  /** A report that was born there, and its delivery. */
  async function born(scene: Scene) {
    await see(scene, rowOf({ id: '77' }), [ADOPT]);
    const { id } = await scene.caseOf('77');
    return await scene.owe(id, { side: 'local', kind: 'report' });
  }

  describe('a report that is made locally', () => {
    it('learns its local id by the answer, and what follows is owed', async () => {
      const scene = makeScene();
      const report = await born(scene);
      await scene.begin(report);
      await scene.settle(report, { event: 'answered', peerId: '1', status: 201 });

      expect(await scene.caseOf('1')).toMatchObject({ nationalId: '77', localId: '1' });
      let seen: unknown = null;
      await scene.ledger.planOwed('local', { limit: 9, at: scene.now() }, (facts) => {
        seen = facts;
        return [];
      });
      expect(seen).toMatchObject({ case: { localId: '1' }, deliveries: [{ kind: 'report' }], madeHere: true });
    });

    it('learns it where it is found before it is made', async () => {
      const scene = makeScene();
      const report = await born(scene);
      await scene.ledger.settleFound(report.id, '1', scene.now());
      expect(await scene.again(report)).toMatchObject({ state: 'done', peerId: '1', attempts: 0 });
      expect(await scene.caseOf('1')).toMatchObject({ nationalId: '77' });
      await scene.ledger.settleFound(report.id, '2', scene.now());
      expect(await scene.again(report)).toMatchObject({ peerId: '1' });
    });

    it('learns it by the row that carries its number', async () => {
      const scene = makeScene();
      const report = await born(scene);
      await scene.begin(report);
      await scene.settle(report, { event: 'lost', reason: 'lost-answer', status: null });

      const given = { localId: '1', externalRef: 'lapor:77' };
      const { facts } = await scene.see([{ type: 'bind-report' }, { type: 'note', contentChanged: true }], given);

      expect(facts).toMatchObject({ case: { localId: null, nationalId: '77' }, filing: 'doubt', numberTaken: false });
      expect(await scene.caseOf('1')).toMatchObject({ nationalId: '77', ticket: 'RBG-2026-001042' });
      expect(await scene.again(report)).toMatchObject({ state: 'done', peerId: '1' });
    });

    it('does not take the id of another report', async () => {
      const scene = makeScene();
      await scene.open({ localId: '1' });
      const [report, other] = [await born(scene), rowOf({ id: '78' })];
      await scene.begin(report);
      await scene.settle(report, { event: 'answered', peerId: '1', status: 201 });
      expect(await scene.again(report)).toMatchObject({ state: 'doubt', reason: 'number-taken' });

      await see(scene, other, [ADOPT]);
      const second = await scene.owe((await scene.caseOf('78')).id, { side: 'local', kind: 'report' });
      await scene.ledger.settleFound(second.id, '1', scene.now());
      expect(await scene.again(second)).toMatchObject({ state: 'parked', reason: 'number-taken' });
      expect((await scene.ledger.readAttention()).alarms).toHaveLength(2);
    });

    it('can be let go, but not be named, by a person', async () => {
      const scene = makeScene();
      const report = await born(scene);
      await scene.begin(report);
      await scene.settle(report, { event: 'lost', reason: 'lost-answer', status: null });

      expect(await scene.ledger.resolve('77', '77', scene.now())).toMatchObject({
        ok: false,
        refusal: 'nothing-to-do',
      });
      expect(await scene.ledger.resolve('77', null, scene.now())).toMatchObject({ ok: true, count: 1 });
      expect(await scene.again(report)).toMatchObject({ state: 'ready' });
    });
  });
}
