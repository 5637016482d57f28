import { describe, expect, it } from 'vitest';
import { makeJpeg } from '../../src/simulate/make-jpeg.ts';
import type { FaultName } from '../support/call-faults.ts';
import { createLatch } from '../support/create-latch.ts';
import { createFakeBridge, type FakeBridge } from '../support/fake-bridge.ts';
import { makeConfig } from '../support/make-config.ts';
import { openTestLedger } from '../support/make-ledger.ts';
import { makeFollowUp } from '../support/make-report.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ONCE = { once: true } as const;
const NATIONAL_READS = ['ping', 'detail', 'answers', 'institutions'] as const;

/** A bridge with one report that was filed, and its number. */
async function filed(
  given: Parameters<typeof createFakeBridge>[0] = {},
): Promise<{ bridge: FakeBridge; number: string }> {
  const bridge = createFakeBridge(given);
  bridge.local.file({ localId: '1042' });
  await bridge.cycle(ONCE);
  return { bridge, number: theNumber(bridge) };
}

/** A bridge that owes the city the number of one report and LAPOR! another report, and what is done before a call. */
async function owedBothWays() {
  const before = new Map<string, () => Promise<FaultName | null>>([['writeBack', async () => 'unreachable']]);
  const strike = async (operation: string) => (await before.get(operation)?.()) ?? null;
  const bridge = createFakeBridge({ local: { strike }, national: { strike } });
  bridge.local.file({ localId: '1' });
  await bridge.cycle();
  bridge.local.file({ localId: '2' });
  return { bridge, before };
}

function theNumber({ national }: FakeBridge): string {
  const [number, ...others] = national.complaints.keys();
  if (number === undefined || others.length > 0) throw new Error(`${national.complaints.size} reports at LAPOR!`);
  return number;
}

/** Cycles of the daemon, minutes apart. */
async function cycles(bridge: FakeBridge, count: number, apartMs = 2 * MINUTE_MS): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    bridge.clock.advance(apartMs);
    await bridge.cycle();
  }
}

/** Number of writes that reached either side. */
function effects({ local, national }: FakeBridge): number {
  const complaints = [...national.complaints.values()];
  return local.writes.length + complaints.reduce((sum, one) => sum + 1 + one.followUps.length + one.log.length, 0);
}

async function states(bridge: FakeBridge, id = '1042'): Promise<Readonly<Record<string, string>>> {
  const deliveries = await bridge.deliveriesOf(id);
  return Object.fromEntries(
    deliveries.map(({ key, state, reason }) => [key, reason === null ? state : `${state}: ${reason}`]),
  );
}

describe('runCycle(): the journey of a report', () => {
  it('files it once, and writes its number and status back', async () => {
    const { bridge, number } = await filed();
    expect(bridge.national.complaint(number).report).toMatchObject({
      title: 'Jalan berlubang',
      content: expect.stringMatching(/^\[Ref: kota-serang-1042\]\nAda lubang/),
      institutionId: 12001,
    });
    expect(bridge.local.report('1042')).toMatchObject({
      nationalId: number,
      nationalStatus: 'Belum Terverifikasi',
      status: 'menunggu',
    });
  });

  it('mirrors what the nation decides, step by step', async () => {
    const { bridge, number } = await filed();
    const seen: (string | null)[] = [];
    for (const status of ['Terverifikasi', 'Dalam Proses', 'Selesai', 'Dalam Proses', 'Selesai']) {
      // A closed case is asked for once a day.
      bridge.clock.advance(25 * HOUR_MS);
      bridge.national.setStatus(number, status);
      await bridge.cycle(ONCE);
      seen.push(bridge.local.report('1042').status);
      expect(bridge.local.report('1042').nationalStatus).toBe(status);
    }
    // A reopening is a step back that is mirrored, too.
    expect(seen).toEqual(['menunggu', 'dalam proses', 'selesai', 'dalam proses', 'selesai']);
  });

  it('carries answers each way once, and then writes nothing more', async () => {
    const { bridge, number } = await filed();
    bridge.local.respond('1042', { id: '9' });
    bridge.local.respond('1042', { id: '10', author: 'reporter', text: 'Belum selesai.' });
    bridge.national.answer(number, { id: '501', text: 'Kami teruskan.' });
    bridge.clock.advance(MINUTE_MS);
    const result = await bridge.cycle(ONCE);
    expect(result.done).toEqual({ create: 0, reject: 0, 'follow-up': 2, report: 0, 'write-back': 0, response: 1 });
    expect(bridge.national.complaint(number).followUps.map(({ content }) => content)).toEqual([
      'Sudah ditindaklanjuti.\n[Ref: kota-serang-1042/9]',
      'Balasan pelapor:\nBelum selesai.\n[Ref: kota-serang-1042/10]',
    ]);
    expect(bridge.local.report('1042').responses?.at(-1)).toMatchObject({
      text: 'Kami teruskan.',
      author: 'national',
      externalRef: 'lapor-followup:501',
    });
    const before = effects(bridge);
    await cycles(bridge, 3);
    await bridge.cycle(ONCE);
    expect(effects(bridge)).toBe(before);
    expect(await states(bridge)).toEqual({
      create: 'done',
      'write-back:1': 'done',
      'write-back:2': 'done',
      'follow-up:9:1': 'done',
      'follow-up:10:1': 'done',
      'response:501': 'done',
    });
    expect(await bridge.alarms()).toEqual([]);
  });

  it.each<readonly [string, (text: string) => string]>([
    ['as they came', (text) => text],
    ['as a paragraph', (text) => `<p>${text}</p>`],
    ['with breaks', (text) => text.replaceAll('\n', '<br />\r\n')],
  ])('takes its own answers, shown again by LAPOR! %s, for no news', async (_name, show) => {
    const bridge = createFakeBridge({ national: { show } });
    bridge.local.file({ localId: '1042', responses: [makeFollowUp()] });
    await bridge.cycle(ONCE);
    await cycles(bridge, 8);
    expect(bridge.local.report('1042').responses).toHaveLength(1);
    expect((await bridge.messagesOf('1042')).map(({ nationalId }) => nationalId)).toEqual([
      bridge.national.complaint(theNumber(bridge)).answers[0]?.id,
    ]);
  });

  it('sends a long answer in parts, in their order, and binds each to its id', async () => {
    const config = makeConfig({ national: { followUp: { maxLength: 120 } } });
    const { bridge, number } = await filed({ config });
    bridge.local.respond('1042', {
      id: '9',
      text: Array<string>(6).fill('Kami sudah menindaklanjuti laporan.').join(' '),
    });
    bridge.clock.advance(MINUTE_MS);
    await bridge.cycle(ONCE);
    const heads = bridge.national.complaint(number).followUps.map(({ content }) => content.split('\n')[0]);
    expect(heads).toEqual(['(1/3)', '(2/3)', '(3/3)']);
    await cycles(bridge, 10);
    const parts = (await bridge.deliveriesOf('1042')).filter(({ kind }) => kind === 'follow-up');
    expect(parts.map(({ peerId }) => peerId)).toEqual(bridge.national.complaint(number).answers.map(({ id }) => id));
    expect(bridge.local.report('1042').responses).toHaveLength(1);
  });

  it('sends cleaned photos along', async () => {
    const bridge = createFakeBridge();
    bridge.local.files.set('/1.jpg', makeJpeg({ exifText: 'Rahmat Hidayat', gps: true }));
    bridge.local.file({ attachments: [{ url: '/1.jpg', name: 'Rahmat.jpg', mimeType: null, sizeBytes: null }] });
    await bridge.cycle(ONCE);
    expect(bridge.national.complaint(theNumber(bridge)).report?.attachmentIds).toEqual([
      ...bridge.national.uploads.keys(),
    ]);
    const [photo] = bridge.national.uploads.values();
    expect(photo?.fileName).toBe('lampiran-1.jpg');
    expect(Buffer.from(photo?.bytes ?? []).includes('Rahmat')).toBe(false);
  });

  it('keeps internal notes in the city, and sends one that is published later', async () => {
    const { bridge, number } = await filed();
    bridge.local.respond('1042', { id: '9', internal: true });
    await cycles(bridge, 3);
    expect(bridge.national.complaint(number).followUps).toEqual([]);
    bridge.local.change('1042', { responses: [makeFollowUp({ id: '9', internal: false })] });
    await cycles(bridge, 1);
    expect(bridge.national.complaint(number).followUps).toHaveLength(1);
  });

  it.each([
    ['made internal', [makeFollowUp({ id: '9', internal: true })]],
    ['removed', []],
  ] as const)(
    'never sends an answer that was %s before its turn came, and sends it once it is back',
    async (_, responses) => {
      const { bridge, number } = await filed();
      bridge.national.faults.next('addFollowUp', 'unreachable');
      bridge.local.respond('1042', { id: '9' });
      await cycles(bridge, 1);
      bridge.local.change('1042', { responses });
      await cycles(bridge, 3, HOUR_MS);
      expect(bridge.national.complaint(number).followUps).toEqual([]);
      expect((await states(bridge))['follow-up:9:1']).toBe('held: withdrawn');
      bridge.local.change('1042', { responses: [makeFollowUp({ id: '9', internal: false })] });
      await cycles(bridge, 2);
      expect(bridge.national.complaint(number).followUps).toHaveLength(1);
    },
  );

  it('sends an answer with the words it has when its turn comes', async () => {
    const { bridge, number } = await filed();
    bridge.national.faults.next('addFollowUp', 'unreachable');
    bridge.local.respond('1042', { id: '9', text: 'Kata lama.' });
    await cycles(bridge, 1);
    bridge.local.change('1042', { responses: [makeFollowUp({ id: '9', text: 'Kata baru.' })] });
    await cycles(bridge, 2, HOUR_MS);
    const [answer] = bridge.national.complaint(number).followUps;
    expect(JSON.stringify(answer)).toContain('Kata baru.');
    expect(JSON.stringify(answer)).not.toContain('Kata lama.');
  });
});

describe('runCycle(): a report in doubt', () => {
  it.each(['lost-answer', 'no-id'] as const)(
    'parks one whose answer was lost (%s), and files it never again',
    async (fault) => {
      const bridge = createFakeBridge();
      bridge.local.file({ localId: '1042' });
      bridge.national.faults.next('create', fault);
      await bridge.cycle(ONCE);
      await cycles(bridge, 5, HOUR_MS);
      expect(bridge.national.complaints.size).toBe(1);
      expect(await states(bridge)).toEqual({ create: 'parked: outcome-unknown' });
      const number = theNumber(bridge);
      expect(await bridge.ledger.resolve('1042', number, bridge.clock.now())).toMatchObject({ ok: true });
      await bridge.cycle(ONCE);
      expect(bridge.local.report('1042').nationalId).toBe(number);
      expect((await states(bridge)).create).toBe('done');
    },
  );

  it('files it again once a person says that it is not there', async () => {
    const bridge = createFakeBridge();
    bridge.local.file({ localId: '1042' });
    bridge.national.faults.next('create', 'lost-request');
    await bridge.cycle(ONCE);
    expect(bridge.national.complaints.size).toBe(0);
    await bridge.ledger.resolve('1042', null, bridge.clock.now());
    await bridge.cycle(ONCE);
    expect(bridge.local.report('1042').nationalId).toBe(theNumber(bridge));
  });

  it('takes the number that a person keys into the city’s own application', async () => {
    const bridge = createFakeBridge();
    bridge.local.file({ localId: '1042' });
    bridge.national.faults.next('create', 'lost-answer');
    await bridge.cycle(ONCE);
    bridge.clock.advance(MINUTE_MS);
    bridge.local.change('1042', { nationalId: theNumber(bridge) });
    await bridge.cycle(ONCE);
    expect((await states(bridge)).create).toBe('done');
    expect(bridge.local.report('1042').nationalStatus).toBe('Belum Terverifikasi');
  });

  it('costs one manual case, and lets one go at a time until one succeeds', async () => {
    const bridge = createFakeBridge();
    for (let index = 0; index < 20; index += 1) bridge.local.file();
    bridge.national.faults.next('create', 'html');
    await bridge.cycle();
    const tally = await bridge.ledger.readTally();
    expect(tally.deliveries).toMatchObject({ parked: 1, ready: 0 });
    expect(bridge.national.complaints.size).toBe(19);
  });

  it('costs no more than three in one run, and waits longer from one to the next', async () => {
    const bridge = createFakeBridge();
    for (let index = 0; index < 20; index += 1) bridge.local.file();
    bridge.national.faults.always(['create'], 'html');
    await bridge.cycle(ONCE);
    expect((await bridge.ledger.readTally()).deliveries).toMatchObject({ parked: 3, ready: 17 });
    await cycles(bridge, 30);
    expect((await bridge.ledger.readTally()).deliveries.parked).toBeLessThanOrEqual(8);
    bridge.national.faults.heal();
    await cycles(bridge, 31);
    const { deliveries } = await bridge.ledger.readTally();
    expect(deliveries.ready).toBe(0);
    expect(bridge.national.complaints.size).toBe(20 - deliveries.parked);
  });

  it('leaves the rest where the side answers nothing more behind a doubt', async () => {
    const bridge = createFakeBridge();
    for (let index = 0; index < 5; index += 1) bridge.local.file();
    bridge.national.faults.next('create', 'lost-request');
    bridge.national.faults.next('ping', 'unreachable', { times: 9, after: 1 });
    await bridge.cycle();
    expect((await bridge.ledger.readTally()).deliveries).toMatchObject({ parked: 1, ready: 4 });
    expect(bridge.national.faults.count('create')).toBe(1);
  });

  it('asks something cheap before the first write of a round, so that a maintenance page costs nothing', async () => {
    const bridge = createFakeBridge();
    await bridge.cycle();
    expect(bridge.national.faults.count('ping')).toBe(0);
    bridge.local.file({ localId: '1042' });
    bridge.local.file();
    bridge.national.faults.always(['ping', 'create'], 'html');
    await cycles(bridge, 5);
    expect(bridge.national.faults.count('create')).toBe(0);
    bridge.national.faults.heal();
    await cycles(bridge, 1);
    expect(bridge.national.complaints.size).toBe(2);
  });

  it('sends again by itself what certainly was not received', async () => {
    const bridge = createFakeBridge();
    bridge.local.file({ localId: '1042' });
    bridge.national.faults.next('create', 'unreachable');
    await bridge.cycle();
    expect(await states(bridge)).toEqual({ create: 'ready: not-sent' });
    await cycles(bridge, 1);
    expect(bridge.local.report('1042').nationalId).toBe(theNumber(bridge));
  });

  it('parks what is refused for its content, and goes on with the others', async () => {
    const bridge = createFakeBridge();
    bridge.local.file({ localId: '1' });
    bridge.local.file({ localId: '2' });
    bridge.national.faults.next('create', 'refused');
    await bridge.cycle(ONCE);
    expect(await states(bridge, '1')).toEqual({ create: 'parked: refused' });
    expect((await states(bridge, '2')).create).toBe('done');
  });
});

describe('runCycle(): other writes in doubt', () => {
  it('finds an answer whose own answer was lost, and never gives it twice', async () => {
    const { bridge, number } = await filed();
    bridge.local.respond('1042', { id: '9' });
    bridge.national.faults.next('addFollowUp', 'lost-answer');
    await cycles(bridge, 3);
    expect((await states(bridge))['follow-up:9:1']).toBe('done');
    await cycles(bridge, 5, HOUR_MS);
    expect(bridge.national.complaint(number).followUps).toHaveLength(1);
    expect(bridge.local.report('1042').responses).toHaveLength(1);
  });

  it('finds it also where LAPOR! shows it late', async () => {
    const { bridge, number } = await filed({ national: { lagMs: 10 * MINUTE_MS } });
    bridge.local.respond('1042', { id: '9' });
    bridge.national.faults.next('addFollowUp', 'lost-answer');
    await cycles(bridge, 30);
    expect((await states(bridge))['follow-up:9:1']).toBe('done');
    expect(bridge.national.complaint(number).followUps).toHaveLength(1);
  });

  it('gives an answer again only after two complete look-ups found nothing', async () => {
    const { bridge, number } = await filed();
    bridge.local.respond('1042', { id: '9' });
    bridge.national.faults.next('addFollowUp', 'lost-request');
    await cycles(bridge, 10);
    expect((await states(bridge))['follow-up:9:1']).toBe('doubt: lost-answer');
    expect(bridge.national.complaint(number).followUps).toHaveLength(0);
    await cycles(bridge, 3);
    expect(bridge.national.complaint(number).followUps).toHaveLength(1);
    expect((await states(bridge))['follow-up:9:1']).toBe('done');
  });

  it.each<readonly [FaultName, number]>([
    ['lost-answer', 1],
    ['lost-request', 1],
  ])('passes a report on once although that went into doubt (%s)', async (fault, times) => {
    const bridge = createFakeBridge();
    bridge.local.file({ localId: '1042', institution: 'PLN' });
    bridge.national.faults.next('reject', fault);
    await bridge.cycle(ONCE);
    await cycles(bridge, 30);
    const complaint = bridge.national.complaint(theNumber(bridge));
    expect(complaint.institutionId).toBe('12838');
    expect(complaint.log.filter(({ toInstitutionId }) => toInstitutionId === '12838')).toHaveLength(times);
    expect((await states(bridge)).reject).toBe('done');
  });

  it.each<readonly [FaultName, number]>([
    ['lost-answer', 1],
    ['lost-request', 1],
  ])('writes back once although that went into doubt (%s)', async (fault, times) => {
    const { bridge, number } = await filed();
    bridge.clock.advance(MINUTE_MS);
    bridge.national.setStatus(number, 'Selesai');
    bridge.local.faults.next('writeBack', fault);
    await bridge.cycle(ONCE);
    await cycles(bridge, 30);
    expect(bridge.local.report('1042').status).toBe('selesai');
    const closing = bridge.local.writes.filter(
      (write) => write.operation === 'writeBack' && write.values.localStatus === 'selesai',
    );
    expect(closing).toHaveLength(times);
  });

  it.each<readonly [FaultName, number]>([
    ['lost-answer', 1],
    ['lost-request', 1],
  ])('tells a national answer once although that went into doubt (%s)', async (fault, times) => {
    const { bridge, number } = await filed();
    bridge.national.answer(number, { id: '501' });
    bridge.local.faults.next('addResponse', fault);
    await cycles(bridge, 40);
    expect(bridge.local.report('1042').responses).toHaveLength(times);
    expect((await states(bridge))['response:501']).toBe('done');
  });
});

describe('runCycle(): what it does not do', () => {
  it('sends nothing in shadow mode, and keeps its ledger', async () => {
    const bridge = createFakeBridge();
    bridge.national.adopt('77');
    bridge.local.file({ localId: '1' });
    bridge.local.file({ localId: '2', nationalId: '77', responses: [makeFollowUp()] });
    const before = effects(bridge);
    await bridge.cycle({ sends: false });
    await bridge.cycle({ sends: false, once: true });
    expect(effects(bridge)).toBe(before);
    expect(await states(bridge, '1')).toEqual({ create: 'ready' });
    expect(await bridge.caseOf('2')).toMatchObject({ nationalStatus: 'Belum Terverifikasi' });
    await bridge.cycle();
    expect((await states(bridge, '1')).create).toBe('done');
  });

  it('writes nothing back outside production', async () => {
    const { bridge } = await filed({ config: makeConfig({ national: { environment: 'sandbox' } }) });
    await cycles(bridge, 3);
    expect(bridge.national.complaints.size).toBe(1);
    expect(bridge.local.writes).toEqual([]);
  });

  it('begins nothing more once it is told to halt', async () => {
    const bridge = createFakeBridge();
    bridge.local.file();
    const halt = AbortSignal.abort();
    const result = await bridge.cycle({ halt });
    expect(result).toMatchObject({ moved: 0, local: { seen: 0 } });
    expect(effects(bridge)).toBe(0);
    expect([result.sides.local.health().state, result.sides.national.health().state]).toEqual(['up', 'up']);
  });

  it('files nothing of what was deleted before its turn came', async () => {
    const bridge = createFakeBridge();
    bridge.local.file({ localId: '1042' });
    bridge.national.faults.next('create', 'unreachable');
    await bridge.cycle();
    bridge.clock.advance(2 * MINUTE_MS);
    bridge.local.change('1042', { deletedAt: bridge.clock.now() });
    await bridge.cycle();
    expect(bridge.national.complaints.size).toBe(0);
    expect(await states(bridge)).toEqual({ create: 'held: deleted' });
  });

  it('sends nothing of a case on hold, also of what comes up meanwhile', async () => {
    const { bridge, number } = await filed();
    await bridge.ledger.hold('1042', bridge.clock.now());
    bridge.local.respond('1042', { id: '9' });
    bridge.national.answer(number, { id: '501' });
    const before = effects(bridge);
    await cycles(bridge, 10);
    expect(effects(bridge)).toBe(before);
    expect(await states(bridge)).toMatchObject({ 'follow-up:9:1': 'held: operator', 'response:501': 'held: operator' });
    await bridge.ledger.release('1042', bridge.clock.now());
    await cycles(bridge, 1);
    expect(await states(bridge)).toMatchObject({ 'follow-up:9:1': 'done', 'response:501': 'done' });
  });

  it('holds the further parts of a long answer that was held between them', async () => {
    const config = makeConfig({ national: { followUp: { maxLength: 120 } } });
    const { bridge, number } = await filed({ config });
    bridge.local.respond('1042', {
      id: '9',
      text: Array<string>(6).fill('Kami sudah menindaklanjuti laporan.').join(' '),
    });
    bridge.national.faults.next('addFollowUp', 'lost-answer');
    await cycles(bridge, 1);
    const held = bridge.national.complaint(number).followUps.length;
    await bridge.ledger.hold('1042', bridge.clock.now());
    await cycles(bridge, 5);
    expect(bridge.national.complaint(number).followUps).toHaveLength(held);
    await bridge.ledger.release('1042', bridge.clock.now());
    await cycles(bridge, 5);
    expect(bridge.national.complaint(number).followUps).toHaveLength(3);
  });
});

describe('runCycle(): what others did before', () => {
  it('links a report that carries a number, and gives no answer of it twice', async () => {
    const bridge = createFakeBridge();
    bridge.national.adopt('77');
    bridge.national.answer('77', { text: 'Sudah ditindaklanjuti.\n[Ref: kota-serang-1042/9]' });
    bridge.local.file({
      localId: '1042',
      nationalId: '77',
      responses: [makeFollowUp({ id: '9' }), makeFollowUp({ id: '10' })],
    });
    await cycles(bridge, 15);
    expect(bridge.national.complaints.size).toBe(1);
    expect(bridge.national.complaint('77').followUps.map(({ content }) => content)).toEqual([
      'Sudah ditindaklanjuti.\n[Ref: kota-serang-1042/10]',
    ]);
    expect(bridge.local.report('1042').responses).toHaveLength(2);
    expect(bridge.local.report('1042').nationalStatus).toBe('Belum Terverifikasi');
  });

  it('repeats nothing after its ledger is lost', async () => {
    const { bridge, number } = await filed();
    bridge.local.respond('1042', { id: '9' });
    bridge.national.answer(number, { id: '501' });
    bridge.clock.advance(MINUTE_MS);
    await bridge.cycle(ONCE);
    const before = effects(bridge);
    const anew = bridge.again({ ledger: openTestLedger().ledger });
    await cycles(anew, 20);
    expect(anew.national.complaints.size).toBe(1);
    expect(anew.national.complaint(number).followUps).toHaveLength(1);
    expect(anew.local.report('1042').responses).toHaveLength(2);
    // The number and status that are there already are written once more.
    expect(effects(anew) - before).toBe(1);
  });

  it('gives no answer twice to a report that came from LAPOR!, after the ledger is lost', async () => {
    const bridge = createFakeBridge();
    bridge.national.adopt('77');
    bridge.national.answer('77', { text: 'Sudah ditindaklanjuti.\n[Ref: kota-serang-1042/9]' });
    bridge.local.file({ localId: '1042', externalRef: 'lapor:77', responses: [makeFollowUp({ id: '9' })] });
    await cycles(bridge, 20);
    expect(bridge.national.complaints.size).toBe(1);
    expect(bridge.national.complaint('77').followUps).toEqual([]);
    expect(await bridge.caseOf('1042')).toMatchObject({ route: 'national', nationalId: '77' });
  });

  it.each(['lapor:77', 'lapor-2027/1'])('files nothing that came from the nation: %s', async (externalRef) => {
    const bridge = createFakeBridge();
    bridge.national.adopt('77');
    bridge.local.file({ externalRef });
    await cycles(bridge, 3);
    expect(bridge.national.complaints.size).toBe(1);
  });

  it('raises an alarm for two reports of one number, and goes on with the page', async () => {
    const bridge = createFakeBridge();
    bridge.national.adopt('77');
    bridge.local.file({ localId: '1', nationalId: '77' });
    bridge.local.file({ localId: '2', externalRef: 'lapor:77' });
    bridge.local.file({ localId: '3' });
    await bridge.cycle(ONCE);
    expect(await bridge.alarms()).toEqual(['number-taken']);
    expect((await states(bridge, '3')).create).toBe('done');
    expect(bridge.national.complaints.size).toBe(2);
  });

  it('does not pass on what a person filed by hand and linked', async () => {
    const bridge = createFakeBridge({ config: makeConfig({ policy: { since: '2026-09-01' } }) });
    bridge.national.adopt('77');
    bridge.local.file({ localId: '1042', institution: 'PLN' });
    await bridge.cycle(ONCE);
    expect(await states(bridge)).toEqual({ create: 'held: before-since' });
    bridge.clock.advance(MINUTE_MS);
    bridge.local.change('1042', { nationalId: '77' });
    await cycles(bridge, 3);
    expect(bridge.national.complaint('77').institutionId).toBe('151345');
  });
});

describe('runCycle(): an institution that is not ours', () => {
  it('files the report with the city and passes it on in the same run', async () => {
    const bridge = createFakeBridge();
    bridge.local.file({ localId: '1042', institution: 'PLN', responses: [makeFollowUp({ institution: 'PLN' })] });
    const result = await bridge.cycle(ONCE);
    const complaint = bridge.national.complaint(theNumber(bridge));
    expect(complaint.report?.institutionId).toBe(151345);
    expect(complaint.institutionId).toBe('12838');
    expect(result.done).toMatchObject({ create: 1, reject: 1, 'follow-up': 1 });
  });

  it('files it straight there where the policy says so', async () => {
    const bridge = createFakeBridge({ config: makeConfig({ policy: { foreign: 'disposition' } }) });
    bridge.local.file({ localId: '1042', institution: 'PLN' });
    const result = await bridge.cycle(ONCE);
    expect(bridge.national.complaint(theNumber(bridge)).report?.institutionId).toBe(12838);
    expect(result.done.reject).toBe(0);
  });
});

describe('runCycle(): what wants a person', () => {
  it('holds more new reports than the guard allows, until they are confirmed', async () => {
    const bridge = createFakeBridge({ config: makeConfig({ policy: { guard: { maxNewPerCycle: 3 } } }) });
    for (let index = 0; index < 4; index += 1) bridge.local.file();
    await bridge.cycle(ONCE);
    expect(bridge.national.complaints.size).toBe(0);
    expect(await bridge.alarms()).toEqual(['guard']);
    bridge.clock.advance(MINUTE_MS);
    bridge.local.file();
    await bridge.cycle(ONCE);
    expect(bridge.national.complaints.size).toBe(1);
    expect(await bridge.ledger.confirm(bridge.clock.now())).toMatchObject({ deliveries: 4 });
    await bridge.cycle(ONCE);
    expect(bridge.national.complaints.size).toBe(5);
    expect(await bridge.alarms()).toEqual([]);
  });

  it('never weakens a flag, sends what comes after by the higher level, and raises an alarm', async () => {
    const { bridge, number } = await filed();
    expect(bridge.national.complaint(number).report).toMatchObject({ anonymous: false, secret: false });
    bridge.clock.advance(MINUTE_MS);
    bridge.local.change('1042', { privacy: { anonymous: true, secret: true } });
    await bridge.cycle(ONCE);
    expect(await bridge.alarms()).toEqual(['privacy-raised']);
    bridge.clock.advance(MINUTE_MS);
    bridge.local.change('1042', { privacy: { anonymous: false, secret: false } });
    bridge.local.respond('1042', { text: 'Yth. Bapak Rahmat Hidayat, sudah.' });
    await bridge.cycle(ONCE);
    const [followUp] = bridge.national.complaint(number).followUps;
    expect(followUp).toMatchObject({ secret: true, content: expect.not.stringMatching(/rahmat|hidayat/i) });
  });

  it('files what became anonymous before its turn as such', async () => {
    const bridge = createFakeBridge({ config: makeConfig({ national: { create: { reporter: 'reporter' } } }) });
    bridge.local.file({ localId: '1042' });
    bridge.national.faults.next('create', 'unreachable');
    await bridge.cycle();
    bridge.clock.advance(2 * MINUTE_MS);
    bridge.local.change('1042', { privacy: { anonymous: true, secret: false } });
    await bridge.cycle();
    expect(bridge.national.complaint(theNumber(bridge)).report).toMatchObject({ anonymous: true, reporter: null });
    expect(await bridge.alarms()).toEqual([]);
  });

  it('shows an unknown status, raises it once, and changes nothing by it', async () => {
    const bridge = createFakeBridge();
    bridge.local.file({ localId: '1' });
    bridge.local.file({ localId: '2' });
    await bridge.cycle(ONCE);
    for (const number of bridge.national.complaints.keys()) bridge.national.setStatus(number, 'Menunggu Disposisi');
    bridge.clock.advance(MINUTE_MS);
    await bridge.cycle(ONCE);
    await cycles(bridge, 3);
    expect(await bridge.alarms()).toEqual(['unknown-status']);
    expect(bridge.local.report('2')).toMatchObject({ nationalStatus: 'Menunggu Disposisi', status: 'menunggu' });
    expect(await bridge.caseOf('2')).toMatchObject({ bridgeStatus: 'received', closedAt: null });
  });

  it('obeys the map that was mended for an unknown status, although LAPOR! says nothing new', async () => {
    const { bridge, number } = await filed();
    bridge.national.setStatus(number, 'Tuntas');
    bridge.clock.advance(MINUTE_MS);
    await bridge.cycle(ONCE);
    expect(bridge.local.report('1042')).toMatchObject({ nationalStatus: 'Tuntas', status: 'menunggu' });
    const mended = makeConfig({ statuses: { national: { Tuntas: 'closed' }, local: { closed: 'selesai' } } });
    bridge.clock.advance(MINUTE_MS);
    await bridge.again({ config: mended }).cycle(ONCE);
    expect(bridge.local.report('1042').status).toBe('selesai');
    expect(await bridge.alarms()).toEqual([]);
  });

  it('files what was restored after its deletion, as if nothing had been', async () => {
    const bridge = createFakeBridge();
    bridge.local.file({ localId: '1042' });
    bridge.national.faults.next('create', 'unreachable');
    await bridge.cycle();
    bridge.clock.advance(2 * MINUTE_MS);
    bridge.local.change('1042', { deletedAt: bridge.clock.now() });
    await bridge.cycle();
    expect(bridge.national.complaints.size).toBe(0);
    expect((await bridge.ledger.readAttention()).stuck).toEqual([]);

    bridge.clock.advance(2 * MINUTE_MS);
    bridge.local.change('1042', { deletedAt: null });
    await bridge.cycle();

    expect(bridge.national.complaints.size).toBe(1);
    expect(await bridge.caseOf('1042')).toMatchObject({ deletedAt: null, nationalId: theNumber(bridge) });
  });
});

describe('runCycle(): the brake', () => {
  async function manyFiled() {
    const bridge = createFakeBridge();
    for (let index = 1; index <= 30; index += 1) bridge.local.file({ localId: String(index) });
    await bridge.cycle(ONCE);
    bridge.clock.advance(MINUTE_MS);
    return bridge;
  }

  it('tells the city of no more closings, and of nothing else, until somebody confirms that they are right', async () => {
    const bridge = await manyFiled();
    for (const number of bridge.national.complaints.keys()) bridge.national.setStatus(number, 'Selesai');
    await bridge.cycle(ONCE);
    const closed = () => [...Array(30).keys()].filter((i) => bridge.local.report(String(i + 1)).status === 'selesai');
    const told = closed().length;
    expect(told).toBeLessThanOrEqual(20);
    expect(await bridge.alarms()).toEqual(['mass-closing']);
    bridge.clock.advance(MINUTE_MS);
    await bridge.cycle(ONCE);
    expect(closed()).toHaveLength(told);

    expect(await bridge.ledger.confirm(bridge.clock.now())).toEqual({ deliveries: 0, brakes: 1 });
    await bridge.cycle(ONCE);

    expect(closed()).toHaveLength(30);
    expect(await bridge.alarms()).toEqual([]);
  });

  it.each([
    ['mass-privacy', { privacy: { anonymous: true, secret: true } }, { anonymous: true, secret: true }],
    ['mass-deletion', { deletedAt: 5 }, { deletedAt: 5 }],
  ] as const)(
    'takes no note of a page of %s, and sends nothing, until it is confirmed',
    async (kind, change, noted) => {
      const bridge = await manyFiled();
      bridge.local.respond('30', { text: 'Sudah.' });
      for (let index = 1; index < 30; index += 1) bridge.local.change(String(index), change);
      await bridge.cycle(ONCE);
      expect(await bridge.alarms()).toEqual([kind]);
      expect(await bridge.caseOf('7')).toMatchObject({ anonymous: false, secret: false, deletedAt: null });
      const answers = () => [...bridge.national.complaints.values()].flatMap((complaint) => complaint.followUps).length;
      expect(answers()).toBe(0);

      await bridge.ledger.confirm(bridge.clock.now());
      await bridge.cycle(ONCE);

      expect(await bridge.caseOf('7')).toMatchObject(noted);
      expect(answers()).toBe(1);
      expect(await bridge.alarms()).not.toContain(kind);
    },
  );

  it('lets go by itself what the city took back', async () => {
    const bridge = await manyFiled();
    for (let index = 1; index <= 30; index += 1) bridge.local.change(String(index), { deletedAt: 5 });
    await bridge.cycle(ONCE);
    for (let index = 1; index <= 30; index += 1) bridge.local.change(String(index), { deletedAt: null });
    await bridge.cycle(ONCE);

    expect(await bridge.alarms()).toEqual([]);
    expect((await bridge.ledger.findCase('7'))?.deletedAt).toBeNull();
  });

  it('stops both ways at a list that lost everything, until it shows something again or somebody confirms', async () => {
    const bridge = await manyFiled();
    bridge.national.answer(String((await bridge.caseOf('7')).nationalId), { text: 'Sudah.' });
    const empty = { ok: true, value: { reports: [], rejected: [], rowCount: 0, more: false } } as const;
    const lost = { ...bridge.local, readPage: async () => empty };
    const writes = bridge.local.writes.length;
    await bridge.again({ local: lost }).cycle(ONCE);
    expect([await bridge.alarms(), bridge.local.writes.length]).toEqual([['empty-list'], writes]);

    await bridge.ledger.confirm(bridge.clock.now());
    await bridge.again({ local: lost }).cycle(ONCE);
    expect([await bridge.alarms(), bridge.local.writes.length]).toEqual([[], writes + 1]);
    await bridge.cycle(ONCE);
    await bridge.again({ local: lost }).cycle(ONCE);
    expect(await bridge.alarms()).toEqual(['empty-list']);
  });

  it('takes no first list for a lost one', async () => {
    const bridge = createFakeBridge();
    await bridge.cycle(ONCE);
    await bridge.cycle(ONCE);
    expect(await bridge.alarms()).toEqual([]);
  });
});

describe('runCycle(): one side down', () => {
  it.each(['unreachable', 'throttled', 'credentials', 'html'] as const)(
    'goes on with the city while LAPOR! is %s, and catches up',
    async (fault) => {
      const { bridge, number } = await filed();
      bridge.national.answer(number, { id: '501' });
      bridge.clock.advance(2 * MINUTE_MS);
      bridge.local.faults.next('addResponse', 'unreachable');
      await bridge.cycle(ONCE);
      bridge.national.faults.always([...NATIONAL_READS, 'create', 'addFollowUp', 'upload'], fault);
      bridge.local.file({ localId: '2' });
      await cycles(bridge, 3);
      expect((await states(bridge))['response:501']).toBe('done');
      expect(await states(bridge, '2')).toMatchObject({ create: expect.stringMatching(/^ready/) });
      bridge.national.faults.heal();
      await cycles(bridge, 10);
      expect((await states(bridge, '2')).create).toBe('done');
      expect(bridge.national.complaints.size).toBe(2);
    },
  );

  it('goes on with LAPOR! while the city is down, and catches up', async () => {
    const { bridge, number } = await filed();
    bridge.local.respond('1042', { id: '9' });
    bridge.national.faults.next('addFollowUp', 'unreachable');
    await cycles(bridge, 1);
    bridge.local.faults.always(['readPage', 'readReport', 'writeBack', 'addResponse'], 'unreachable');
    bridge.national.setStatus(number, 'Selesai');
    await cycles(bridge, 3);
    expect(bridge.national.complaint(number).followUps).toHaveLength(1);
    expect((await bridge.caseOf('1042')).nationalStatus).toBe('Selesai');
    bridge.local.faults.heal();
    await cycles(bridge, 10);
    expect(bridge.local.report('1042').status).toBe('selesai');
    const { deliveries } = await bridge.ledger.readTally();
    expect(deliveries).toMatchObject({ ready: 0, doubt: 0, parked: 0 });
  });

  it('keeps the attempts of what waits for the city through three days without it', async () => {
    const { bridge, number } = await filed();
    bridge.local.faults.always(['readPage', 'readReport', 'writeBack', 'addResponse'], 'unreachable');
    bridge.national.setStatus(number, 'Selesai');
    bridge.clock.advance(24 * HOUR_MS);
    await cycles(bridge, 216, 20 * MINUTE_MS);
    bridge.local.faults.heal();
    await cycles(bridge, 2, 20 * MINUTE_MS);
    expect(bridge.local.report('1042').status).toBe('selesai');
    expect(bridge.local.faults.count('writeBack')).toBeLessThan(10);
  });

  it('asks the city for a report before it writes there again in the same round', async () => {
    const { bridge, before } = await owedBothWays();
    const calls: string[] = [];
    before.set('writeBack', async () => {
      calls.push('writeBack');
      return calls.length === 1 ? 'unreachable' : null;
    });
    before.set('readReport', async () => {
      calls.push('readReport');
      return null;
    });
    before.set('detail', async () => {
      bridge.clock.advance(MINUTE_MS);
      return null;
    });
    await cycles(bridge, 1);
    expect(calls.slice(0, 3)).toEqual(['writeBack', 'readReport', 'writeBack']);
    expect(bridge.local.report('1').nationalId).not.toBeNull();
  });

  it('writes to the city while LAPOR! keeps it waiting', async () => {
    const { bridge, before } = await owedBothWays();
    const written = createLatch();
    before.set('writeBack', async () => written.open());
    before.set('create', () => written.opened);
    await cycles(bridge, 1);
    expect(bridge.local.report('1').nationalId).not.toBeNull();
    expect(bridge.national.complaints.size).toBe(2);
  });

  it('settles what is under way at LAPOR! before a bug at the city ends the round', async () => {
    const { bridge, before } = await owedBothWays();
    const [begun, thrown] = [createLatch(), createLatch()];
    before.set('create', () => {
      begun.open();
      return thrown.opened;
    });
    before.set('writeBack', async () => {
      await begun.opened;
      setImmediate(thrown.open);
      throw new Error('a bug');
    });
    bridge.clock.advance(2 * MINUTE_MS);
    await expect(bridge.cycle()).rejects.toThrow('a bug');
    expect((await states(bridge, '2')).create).toBe('done');
  });

  it('lets reports without files go while those with files wait for the city', async () => {
    const bridge = createFakeBridge();
    bridge.local.file({ localId: '1', attachments: [{ url: '/1.jpg', name: null, mimeType: null, sizeBytes: null }] });
    bridge.local.file({ localId: '2' });
    bridge.local.files.set('/1.jpg', makeJpeg());
    bridge.local.faults.always(['fetchAttachment'], 'unreachable');
    await bridge.cycle();
    expect([(await states(bridge, '1')).create, (await states(bridge, '2')).create]).toEqual(['ready', 'done']);
    bridge.local.faults.heal();
    await cycles(bridge, 1);
    expect((await states(bridge, '1')).create).toBe('done');
    expect(bridge.national.uploads.size).toBe(1);
  });

  it('lets reports without files go while LAPOR! takes no uploads', async () => {
    const bridge = createFakeBridge();
    bridge.local.file({ localId: '1', attachments: [{ url: '/1.jpg', name: null, mimeType: null, sizeBytes: null }] });
    bridge.local.file({ localId: '2' });
    bridge.local.files.set('/1.jpg', makeJpeg());
    bridge.national.faults.always(['upload'], 'error-before');
    await bridge.cycle();
    expect([(await states(bridge, '1')).create, (await states(bridge, '2')).create]).toEqual(['ready', 'done']);
    await cycles(bridge, 45, 10 * MINUTE_MS);
    expect((await states(bridge, '1')).create).toBe('done');
  });

  it('uses up no attempt of what waits during a long outage', async () => {
    const bridge = createFakeBridge();
    bridge.local.file({ localId: '1042' });
    bridge.national.faults.always(['ping', 'detail', 'create'], 'unreachable');
    await cycles(bridge, 100, 45 * MINUTE_MS);
    expect((await bridge.deliveriesOf('1042'))[0]).toMatchObject({ state: 'ready', attempts: 0 });
    bridge.national.faults.heal();
    await cycles(bridge, 2, 45 * MINUTE_MS);
    expect((await states(bridge)).create).toBe('done');
  });
});

describe('runCycle(): by hand and as a daemon', () => {
  it('asks for every open case by hand, answers included, whenever its turn would be', async () => {
    const { bridge } = await filed();
    bridge.clock.advance(MINUTE_MS);
    const before = bridge.national.faults.count('answers');
    expect((await bridge.cycle()).national.polled).toBe(0);
    expect((await bridge.cycle(ONCE)).national.polled).toBe(1);
    expect(bridge.national.faults.count('answers')).toBe(before + 1);
  });

  it('asks again at once for what it asked for when its clock was a day ahead', async () => {
    const { bridge } = await filed();
    bridge.clock.setWall(26 * HOUR_MS);
    expect((await bridge.cycle()).national.polled).toBe(1);
    bridge.clock.setWall(-26 * HOUR_MS);
    expect((await bridge.cycle()).national.polled).toBe(1);
    expect((await bridge.cycle()).national.polled).toBe(0);
  });

  it('asks by hand for more cases than go into one slice, each once', async () => {
    const bridge = createFakeBridge();
    for (let index = 0; index < 25; index += 1) {
      const nationalId = bridge.national.adopt();
      bridge.local.file({ nationalId });
    }
    const result = await bridge.cycle(ONCE);
    expect(result.national).toEqual({ polled: 25, changed: 25, new: 0 });
    expect(bridge.national.faults.count('detail')).toBe(25);
  });

  it('tries a failed side at once by hand, but keeps a pause that it asked for', async () => {
    const bridge = createFakeBridge();
    bridge.local.faults.next('readPage', 'unreachable');
    await bridge.cycle();
    expect((await bridge.cycle()).local.seen).toBe(0);
    bridge.local.file();
    expect((await bridge.cycle(ONCE)).local.seen).toBe(1);
    bridge.local.faults.next('readPage', 'throttled');
    await bridge.cycle(ONCE);
    expect((await bridge.cycle(ONCE)).local.seen).toBe(0);
    bridge.clock.advance(MINUTE_MS);
    expect((await bridge.cycle()).local.seen).toBe(1);
  });

  it('tells what it does while it does it', async () => {
    const bridge = createFakeBridge();
    bridge.local.file();
    const steps: string[] = [];
    await bridge.cycle({ ...ONCE, onProgress: ({ step, count }) => steps.push(`${step} ${count}`) });
    expect(steps).toEqual(['local 1', 'delivered 1', 'national 1', 'delivered 2', 'delivered 3']);
  });

  it('gives every permit back', async () => {
    const { bridge } = await filed();
    bridge.local.respond('1042');
    bridge.national.faults.next('addFollowUp', 'lost-answer');
    await cycles(bridge, 3);
    expect([bridge.local.gate.out, bridge.national.gate.out]).toEqual([0, 0]);
  });
});
