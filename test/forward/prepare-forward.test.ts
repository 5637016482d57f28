import { describe, expect, it } from 'vitest';
import { prepareForward } from '../../src/forward/prepare-forward.ts';
import type { Prepared } from '../../src/lane/lane.ts';
import type { Work } from '../../src/ledger/verbs/due-deliveries.ts';
import type { Attachment } from '../../src/report/report.ts';
import { makeJpeg } from '../../src/simulate/make-jpeg.ts';
import { makePdf } from '../../src/simulate/make-pdf.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';
import { createFakeLocal, type FakeLocal } from '../support/fake-local.ts';
import { createFakeNational, type FakeNational } from '../support/fake-national.ts';
import { makeCase, makeDelivery } from '../support/make-case.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeFollowUp, makeReport } from '../support/make-report.ts';
import { makeFollowUpWork, makeWork } from '../support/make-work.ts';
import { openWatch } from '../support/open-watch.ts';

const NEVER = new AbortController().signal;
const HOUR_MS = 3_600_000;
const CONFIG = makeConfig();
const PHOTO = at('/1.jpg');

function at(url: string, name: string | null = null): Attachment {
  return { url, name, mimeType: null, sizeBytes: null };
}

interface Stage {
  readonly clock: FakeClock;
  readonly local: FakeLocal;
  readonly national: FakeNational;
  localIsUp: boolean;
  prepare(work: Work, config?: typeof CONFIG): Promise<Prepared>;
}

async function start(): Promise<Stage> {
  const clock = createFakeClock();
  const local = createFakeLocal({ clock });
  const national = createFakeNational({ clock });
  const watch = await openWatch('national', clock);
  local.files.set('/1.jpg', makeJpeg({ exifText: 'Rahmat', gps: true }));
  local.files.set('/2.pdf', makePdf({ author: 'Rahmat' }));
  const stage: Stage = {
    clock,
    local,
    national,
    localIsUp: true,
    prepare: (work, config = CONFIG) =>
      prepareForward({ local, national, config, clock, watch, localIsUp: () => stage.localIsUp, halt: NEVER }, work),
  };
  return stage;
}

/** Sends what was prepared, as the lane does. */
async function send({ national }: Stage, prepared: Prepared) {
  if (prepared.type !== 'send') throw new Error(prepared.type);
  const permit = await national.gate.enter();
  if (permit === null) throw new Error('no permit');
  return await prepared.send({ permit, stop: NEVER });
}

function withFiles(...attachments: readonly Attachment[]): Work {
  return makeWork({ report: makeReport({ attachments }) });
}

function setAside(event: 'hold' | 'refused', reason: string) {
  return { type: 'set-aside', event, reason };
}

describe('prepareForward() of a report', () => {
  it('uploads the cleaned files and files it with their ids', async () => {
    const stage = await start();
    const result = await send(stage, await stage.prepare(withFiles(PHOTO, at('/2.pdf'))));
    const filed = stage.national.complaint(result.kind === 'done' ? (result.value ?? '') : '').report;
    expect(filed).toMatchObject({
      title: 'Jalan berlubang',
      attachmentIds: [...stage.national.uploads.keys()],
      anonymous: false,
    });
    expect([...stage.national.uploads.values()].map(({ fileName }) => fileName)).toEqual([
      'lampiran-1.jpg',
      'lampiran-2.pdf',
    ]);
  });

  it('is set aside where its reference would show an identity number, unless ids here are none', async () => {
    const stage = await start();
    const report = makeReport({ localId: '3604120301850001' });
    const config = makeConfig({ policy: { maskNik: false } });

    expect(await stage.prepare(makeWork({ report }))).toEqual(setAside('refused', 'identity-number'));
    expect(await stage.prepare(makeWork({ report }), config)).toMatchObject({ type: 'send' });
  });

  it('sends nothing by itself, and hashes what it will send', async () => {
    const stage = await start();
    const [first, same, other] = [
      await stage.prepare(makeWork()),
      await stage.prepare(makeWork()),
      await stage.prepare(makeWork({ report: makeReport({ text: 'Lain.' }) })),
    ].map((prepared) => (prepared.type === 'send' ? prepared.contentHash : prepared.type));
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect([same === first, other === first]).toEqual([true, false]);
    expect(stage.national.complaints.size).toBe(0);
  });

  it('takes the level of the case: a document stays where it is anonymous by now', async () => {
    const stage = await start();
    const work = { ...withFiles(PHOTO, at('/2.pdf')), case: makeCase({ anonymous: true, secret: true }) };
    const result = await send(stage, await stage.prepare(work));
    const filed = stage.national.complaint(result.kind === 'done' ? (result.value ?? '') : '').report;
    expect(filed).toMatchObject({ anonymous: true, secret: true, attachmentIds: { length: 1 } });
    expect(filed?.content).toContain('1 dokumen pelapor anonim');
  });

  it.each<readonly [string, Work, object]>([
    ['whose case is on hold', makeWork({ case: makeCase({ hold: true }) }), setAside('hold', 'operator')],
    ['that was deleted', makeWork({ case: makeCase({ deletedAt: 1 }) }), setAside('hold', 'deleted')],
    ['whose content is erased', makeWork({ report: null }), setAside('refused', 'empty-text')],
    [
      'that says nothing',
      makeWork({ report: makeReport({ title: '', text: ' ' }) }),
      setAside('refused', 'empty-text'),
    ],
  ])('sets one aside %s', async (_name, work, expected) => {
    const stage = await start();
    expect(await stage.prepare(work)).toEqual(expected);
    expect(stage.national.faults.count('upload')).toBe(0);
  });

  it('is a bug for what is owed to the local side', async () => {
    const stage = await start();
    const work = makeWork({ delivery: makeDelivery({ kind: 'response' }) });
    await expect(stage.prepare(work)).rejects.toThrow('response is not owed to the nation');
  });

  describe('whose files cannot be had', () => {
    it('waits for them, each time longer, up to ten minutes', async () => {
      const stage = await start();
      stage.local.faults.always(['fetchAttachment'], 'unreachable');
      const waits: number[] = [];
      for (const age of [0, 60_000, 30 * 60_000, 5 * HOUR_MS]) {
        const delivery = makeDelivery({ createdAt: stage.clock.now() - age });
        const prepared = await stage.prepare({ ...withFiles(PHOTO), delivery });
        waits.push(prepared.type === 'postpone' ? (prepared.dueAt - stage.clock.now()) / 1000 : -1);
      }
      expect(waits).toEqual([5, 15, 450, 600]);
      expect(stage.national.faults.count('upload')).toBe(0);
    });

    it('goes with a note after six hours', async () => {
      const stage = await start();
      const work = withFiles(PHOTO);
      stage.local.faults.always(['fetchAttachment'], 'unreachable');
      stage.clock.advance(6 * HOUR_MS - 1);
      expect(await stage.prepare(work)).toMatchObject({ type: 'postpone' });
      stage.clock.advance(1);
      const result = await send(stage, await stage.prepare(work));
      const filed = stage.national.complaint(result.kind === 'done' ? (result.value ?? '') : '').report;
      expect(filed).toMatchObject({ attachmentIds: [], content: expect.stringContaining('1 tidak dapat diambil') });
    });

    it('asks for none of them while the local side is down', async () => {
      const stage = await start();
      stage.localIsUp = false;
      expect(await stage.prepare(withFiles(PHOTO))).toMatchObject({ type: 'postpone' });
      expect(await stage.prepare(withFiles())).toMatchObject({ type: 'send' });
      stage.clock.advance(6 * HOUR_MS);
      expect(await stage.prepare(withFiles(PHOTO))).toMatchObject({ type: 'send' });
      expect(stage.local.faults.count('fetchAttachment')).toBe(0);
    });

    it('asks once for the addresses of all that ran out', async () => {
      const stage = await start();
      stage.local.file({ localId: '1042', attachments: [PHOTO, at('/2.pdf')] });
      const work = withFiles(at('/1.jpg?old'), at('/2.pdf?old'));
      const result = await send(stage, await stage.prepare(work));
      const filed = stage.national.complaint(result.kind === 'done' ? (result.value ?? '') : '').report;
      expect(filed?.attachmentIds).toHaveLength(2);
      expect(stage.local.faults.count('readReport')).toBe(1);
    });
  });

  describe('whose files are not taken', () => {
    it('goes with a note', async () => {
      const stage = await start();
      stage.national.faults.always(['upload'], 'refused');
      const result = await send(stage, await stage.prepare(withFiles(PHOTO)));
      const filed = stage.national.complaint(result.kind === 'done' ? (result.value ?? '') : '').report;
      expect(filed?.content).toContain('1 ditolak sistem penerima');
    });

    it('waits where the upload failed, and goes without them after six hours', async () => {
      const stage = await start();
      stage.national.faults.always(['upload'], 'error-before');
      expect(await stage.prepare(withFiles(PHOTO))).toMatchObject({ type: 'postpone' });
      stage.clock.advance(6 * HOUR_MS);
      expect(await stage.prepare(withFiles(PHOTO))).toMatchObject({ type: 'send' });
    });
  });
});

describe('prepareForward() of a passing-on', () => {
  const delivery = makeDelivery({ kind: 'reject', key: 'reject', body: { targetInstitutionId: 12838 } });

  it('passes the report on to the institution', async () => {
    const stage = await start();
    stage.national.adopt('77');
    const prepared = await stage.prepare(makeWork({ delivery, case: makeCase({ nationalId: '77' }) }));
    expect(await send(stage, prepared)).toMatchObject({ kind: 'done' });
    expect(stage.national.complaint('77').institutionId).toBe('12838');
  });

  it('waits for the next number where a person took back the one that it had', async () => {
    const stage = await start();
    expect(await stage.prepare(makeWork({ delivery }))).toEqual(PARTED);
  });

  it('is a bug without institution', async () => {
    const stage = await start();
    const work = makeWork({ delivery: { ...delivery, body: {} } });
    const named = { ...work, case: makeCase({ nationalId: '77' }) };
    await expect(stage.prepare(named)).rejects.toThrow('a reject without target');
  });
});

const PARTED = { type: 'set-aside', event: 'hold', reason: 'unlinked' };

describe('prepareForward() of an answer', () => {
  it('waits for the next number where a person took back the one that it had', async () => {
    const stage = await start();
    const work = makeFollowUpWork({ followUp: makeFollowUp() });
    expect(await stage.prepare({ ...work, case: makeCase({ nationalId: null }) })).toEqual(PARTED);
  });

  it('gives it to the report, from the institution that wrote it, with its files', async () => {
    const stage = await start();
    stage.national.adopt('77');
    const work = makeFollowUpWork({ followUp: makeFollowUp({ attachments: [PHOTO] }) });
    const prepared = await stage.prepare({ ...work, case: makeCase({ nationalId: '77', secret: true }) });
    expect(prepared).toMatchObject({ body: { part: 1, parts: 1, withheld: [] } });
    await send(stage, prepared);
    expect(stage.national.complaint('77').followUps).toMatchObject([
      {
        content: 'Sudah ditindaklanjuti.\n[Ref: kota-serang-1042/9]',
        fromInstitutionId: 12001,
        toInstitutionId: 151345,
        secret: true,
        files: [{ fileName: 'lampiran-1.jpg' }],
      },
    ]);
  });

  it.each([
    ['of the reporter', { author: 'reporter', institution: null }, 151345],
    ['of an institution that is not ours', { institution: 'PLN' }, 151345],
    ['of one that is not known', { institution: 'tidak dikenal' }, 151345],
    ['of one that is not named', { institution: null }, 12001],
  ] as const)('comes, %s, from %s', async (_name, given, fromInstitutionId) => {
    const stage = await start();
    stage.national.adopt('77');
    await send(stage, await stage.prepare(makeFollowUpWork({ followUp: makeFollowUp(given) })));
    expect(stage.national.complaint('77').followUps).toMatchObject([{ fromInstitutionId }]);
  });

  it.each<readonly [string, Partial<Work>]>([
    ['answer is erased', { followUp: null }],
    ['report is erased', { report: null }],
    ['answer says nothing', { followUp: makeFollowUp({ text: ' ' }) }],
    ['part is not there any more', { delivery: makeDelivery({ kind: 'follow-up', body: { part: 4 } }) }],
  ])('is set aside where its %s', async (_name, given) => {
    const stage = await start();
    expect(await stage.prepare(makeFollowUpWork(given))).toEqual(setAside('refused', 'empty-text'));
  });

  it.each<readonly [string, Partial<Work>]>([
    ['of its report', { case: makeCase({ nationalId: '77', localId: '3604120301850001' }) }],
    ['of its own', { followUp: makeFollowUp({ id: '3604120301850001' }) }],
  ])('is set aside where the id %s would show an identity number', async (_name, given) => {
    const stage = await start();
    const config = makeConfig({ policy: { maskNik: false } });

    expect(await stage.prepare(makeFollowUpWork(given))).toEqual(setAside('refused', 'identity-number'));
    expect(await stage.prepare(makeFollowUpWork(given), config)).toMatchObject({ type: 'send' });
  });

  it('is set aside where the reference leaves no room for it', async () => {
    const stage = await start();
    const config = makeConfig({ national: { followUp: { maxLength: 50 } } });
    const owner = makeCase({ nationalId: '77', localId: 'x'.repeat(60) });
    expect(await stage.prepare(makeFollowUpWork({ case: owner }), config)).toEqual(setAside('refused', 'too-large'));
  });

  it('waits for its files', async () => {
    const stage = await start();
    stage.local.faults.next('fetchAttachment', 'unreachable');
    const work = makeFollowUpWork({ followUp: makeFollowUp({ attachments: [PHOTO] }) });
    expect(await stage.prepare(work)).toMatchObject({ type: 'postpone' });
  });

  it('takes no more files than an answer may have, and finds those whose address ran out in the answer', async () => {
    const stage = await start();
    stage.national.adopt('77');
    stage.local.file({ localId: '1042', responses: [makeFollowUp({ attachments: [PHOTO, at('/2.pdf')] })] });
    const config = makeConfig({ national: { followUp: { maxFiles: 1 } } });
    const followUp = makeFollowUp({ attachments: [at('/1.jpg?old'), at('/2.pdf?old')] });
    await send(stage, await stage.prepare(makeFollowUpWork({ followUp }), config));
    const [sent] = stage.national.complaint('77').followUps;
    expect(sent).toMatchObject({ files: [{ fileName: 'lampiran-1.jpg' }] });
    expect(sent?.content).toContain('1 melebihi jumlah maksimum');
  });

  it('keeps its split from part to part, although files and their note are settled with the first', async () => {
    const stage = await start();
    stage.national.adopt('77');
    const config = makeConfig({ national: { followUp: { maxLength: 200 } } });
    const text = Array<string>(8).fill('Kami sudah menindaklanjuti laporan tersebut.').join(' ');
    const followUp = makeFollowUp({ text, attachments: [PHOTO, at('/foto-ktp.jpg')] });
    const first = await stage.prepare(makeFollowUpWork({ followUp }), config);
    if (first.type !== 'send') throw new Error(first.type);
    await send(stage, first);
    const { parts = 0, withheld = [] } = first.body;
    stage.local.faults.always(['fetchAttachment'], 'unreachable');
    for (let part = 2; part <= parts; part += 1) {
      const delivery = makeDelivery({ kind: 'follow-up', body: { part, withheld } });
      const next = await stage.prepare(makeFollowUpWork({ followUp, delivery }), config);
      expect(next).toMatchObject({ body: { part, parts, withheld } });
      await send(stage, next);
    }
    const sent = stage.national.complaint('77').followUps;
    expect(sent.map(({ files }) => files.length)).toEqual([1, ...Array<number>(parts - 1).fill(0)]);
    const whole = sent.map(({ content }) => content.split('\n').slice(1, -1).join(' ')).join(' ');
    expect(whole).toBe(
      `${text} Catatan: 1 lampiran tidak diteruskan (1 tidak dapat diambil); tersedia di aplikasi asal.`,
    );
  });
});
