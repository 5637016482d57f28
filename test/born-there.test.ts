import { describe, expect, it } from 'vitest';
import type { FaultName } from './support/call-faults.ts';
import { createFakeBridge, type FakeBridge } from './support/fake-bridge.ts';
import { makeConfig } from './support/make-config.ts';
import { openTestLedger } from './support/make-ledger.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LIST = { list: { lagMs: 0 } } as const;

/** A bridge with a list and one citizen's report in it. */
function start(given: Parameters<typeof createFakeBridge>[0] = {}): { bridge: FakeBridge; number: string } {
  const bridge = createFakeBridge({ ...given, national: { ...LIST, ...given.national } });
  return { bridge, number: bridge.national.adopt() };
}

async function cycles(bridge: FakeBridge, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    bridge.clock.advance(2 * MINUTE_MS);
    await bridge.cycle();
  }
}

/** Local reports that came from LAPOR!. */
function made({ local }: FakeBridge) {
  return local.writes
    .filter(({ operation }) => operation === 'createReport')
    .map(({ localId }) => local.report(localId));
}

describe('runCycle(): a report that was born at LAPOR!', () => {
  it('appears locally once, marked, with its number and status', async () => {
    const { bridge, number } = start();
    const result = await bridge.cycle();
    expect([result.national.new, result.done.report]).toEqual([1, 1]);
    expect(made(bridge)).toMatchObject([
      { title: 'Lampu jalan mati', externalRef: `lapor:${number}`, nationalId: number, institution: null },
    ]);
    await cycles(bridge, 5);
    expect(made(bridge)).toMatchObject([{ nationalStatus: 'Belum Terverifikasi' }]);
    expect(bridge.national.complaints.size).toBe(1);
    const writes = bridge.local.writes.length;
    await cycles(bridge, 10);
    expect(bridge.local.writes).toHaveLength(writes);
    expect(await bridge.alarms()).toEqual([]);
  });

  it('has its answers mirrored, and what the city answers goes back at once', async () => {
    const { bridge, number } = start();
    await bridge.cycle();
    const [report] = made(bridge);
    bridge.national.answer(number, { id: '501', text: 'Kami teruskan.' });
    bridge.local.respond(report?.localId ?? '', { text: 'Lampu sudah diganti.' });
    bridge.national.setStatus(number, 'Dalam Proses');
    bridge.clock.advance(HOUR_MS);
    await bridge.cycle();
    expect(bridge.local.report(report?.localId ?? '')).toMatchObject({
      status: 'dalam proses',
      responses: [{ text: 'Lampu sudah diganti.' }, { text: 'Kami teruskan.', externalRef: 'lapor-followup:501' }],
    });
    expect(bridge.national.complaint(number).followUps).toMatchObject([
      { content: expect.stringMatching(/^Lampu sudah diganti\.\n\[Ref: /) },
    ]);
    await cycles(bridge, 10);
    expect(bridge.national.complaint(number).followUps).toHaveLength(1);
  });

  it('is the same report here, however old it is there, and when it is edited here', async () => {
    const bridge = createFakeBridge({ national: LIST });
    bridge.national.adopt(undefined, { createdAt: bridge.clock.now() - 90 * 24 * HOUR_MS });
    await cycles(bridge, 2);
    const [report] = made(bridge);
    bridge.local.change(report?.localId ?? '', { text: 'Lampu di depan sekolah dasar mati.' });
    await cycles(bridge, 2);
    expect(await bridge.alarms()).toEqual([]);
    expect(made(bridge)).toHaveLength(1);
  });

  it.each<FaultName>(['lost-answer', 'lost-request', 'no-id', 'html', 'unreachable'])(
    'appears once where its making meets %s',
    async (fault) => {
      const { bridge } = start();
      bridge.local.faults.next('createReport', fault);
      await cycles(bridge, 16);
      const [report, ...others] = [...made(bridge)];
      expect(others).toEqual([]);
      expect((await bridge.caseOf(report?.externalRef?.slice('lapor:'.length) ?? '')).localId).toBe(report?.localId);
      expect(await bridge.alarms()).toEqual([]);
    },
  );

  it('is known again by its mark where nobody ever heard its id', async () => {
    const { bridge, number } = start();
    bridge.local.faults.next('createReport', 'lost-answer');
    bridge.local.faults.always(['findByExternalRef'], 'html');
    await cycles(bridge, 1);
    bridge.local.faults.heal();
    await cycles(bridge, 2);
    expect(made(bridge)).toHaveLength(1);
    expect(await bridge.caseOf(number)).toMatchObject({ localId: made(bridge)[0]?.localId });
    expect((await bridge.deliveriesOf(number)).find(({ kind }) => kind === 'report')).toMatchObject({ state: 'done' });
  });

  it('appears once for a bridge that lost its ledger', async () => {
    const { bridge } = start();
    await cycles(bridge, 2);
    const again = bridge.again({ ledger: openTestLedger().ledger });
    again.local.faults.next('readPage', 'html');
    await cycles(again, 3);
    expect(made(again)).toHaveLength(1);
    expect(await again.alarms()).toEqual([]);
  });

  it('is not made where somebody keyed it in meanwhile', async () => {
    const { bridge, number } = start({ config: makeConfig({ policy: { writeBack: false } }) });
    await bridge.cycle();
    bridge.local.file({ localId: '7', nationalId: number });
    const writing = bridge.again({ config: makeConfig() });
    await cycles(writing, 2);
    expect(made(writing)).toEqual([]);
    expect(await writing.caseOf(number)).toMatchObject({ localId: '7' });
    expect(writing.national.complaints.size).toBe(1);
  });

  it('is never filed back, nor is one of ours in doubt taken for it', async () => {
    const bridge = createFakeBridge({ national: LIST });
    bridge.national.faults.next('create', 'lost-answer');
    bridge.local.file({ localId: '1042' });
    await cycles(bridge, 15);
    expect(made(bridge)).toEqual([]);
    expect(bridge.national.complaints.size).toBe(1);
    expect(await bridge.alarms()).toEqual([]);
  });

  it.each([
    [{ anonymous: false, secret: false }, 'Sari'],
    [{ anonymous: true, secret: false }, null],
    [{ anonymous: false, secret: true }, 'Sari'],
    [{ anonymous: true, secret: true }, null],
  ])('keeps its privacy: %o', async (privacy, name) => {
    const bridge = createFakeBridge({ national: LIST });
    bridge.national.adopt(undefined, { privacy, reporter: { name: 'Sari', email: null, phone: null } });
    await bridge.cycle();
    expect(made(bridge)).toMatchObject([{ privacy, reporter: { name } }]);
  });

  it('appears as it was edited and hidden before it could be made', async () => {
    const { bridge, number } = start();
    bridge.local.faults.always(['findByExternalRef'], 'html');
    await bridge.cycle();
    bridge.clock.advance(MINUTE_MS);
    bridge.national.relist(number, { text: 'Lampu menyala lagi.', privacy: { anonymous: true, secret: true } });
    await cycles(bridge, 1);
    bridge.local.faults.heal();
    await cycles(bridge, 3);
    expect(made(bridge)).toMatchObject([
      { text: 'Lampu menyala lagi.', privacy: { anonymous: true, secret: true }, reporter: { name: null } },
    ]);
  });

  it('says so where it is hidden after it was made', async () => {
    const { bridge, number } = start();
    await bridge.cycle();
    bridge.national.relist(number, { privacy: { anonymous: true, secret: true } });
    await cycles(bridge, 1);
    expect(await bridge.alarms()).toEqual(['privacy-raised']);
  });

  it('says once that it was edited there after it was made, and leaves the city’s words alone', async () => {
    const { bridge, number } = start();
    await bridge.cycle();
    bridge.national.relist(number, { text: 'Lampu menyala lagi.' });
    await cycles(bridge, 1);
    expect(await bridge.alarms()).toEqual(['edited-there']);
    await bridge.ledger.confirmOne(number, bridge.clock.now());
    await cycles(bridge, 5);
    expect(await bridge.alarms()).toEqual([]);
    expect(made(bridge)).toMatchObject([{ text: expect.not.stringContaining('menyala') }]);
  });

  it('writes nothing outside production, in shadow or before a person confirmed too many', async () => {
    const sandbox = start({ config: makeConfig({ national: { environment: 'sandbox' } }) });
    await cycles(sandbox.bridge, 2);
    const shadow = start();
    await shadow.bridge.cycle({ sends: false });
    const guarded = start({ config: makeConfig({ policy: { guard: { maxNewPerCycle: 1 } } }) });
    guarded.bridge.national.adopt();
    await cycles(guarded.bridge, 2);
    expect([sandbox, shadow, guarded].map(({ bridge }) => bridge.local.writes)).toEqual([[], [], []]);
    expect(await guarded.bridge.alarms()).toEqual(['guard']);
    await guarded.bridge.ledger.confirm(guarded.bridge.clock.now());
    await cycles(guarded.bridge, 1);
    expect(made(guarded.bridge)).toHaveLength(2);
  });

  it('is found however many pages there are, and late', async () => {
    const bridge = createFakeBridge({ national: { list: { lagMs: 9 * MINUTE_MS, pageSize: 2 } } });
    for (let index = 0; index < 5; index += 1) bridge.national.adopt();
    await cycles(bridge, 3);
    expect(made(bridge)).toEqual([]);
    bridge.national.adopt(undefined, { createdAt: bridge.clock.now() - HOUR_MS });
    await cycles(bridge, 6);
    expect(made(bridge)).toHaveLength(6);
  });

  it('is no reason to leave LAPOR! alone where the list alone cannot be read', async () => {
    const { bridge } = start();
    bridge.national.faults.always(['list'], 'html');
    bridge.local.file({ localId: '1042' });
    await cycles(bridge, 2);
    expect(bridge.local.report('1042').nationalId).not.toBeNull();
    expect(await bridge.alarms()).toEqual(['list-unreadable']);
    bridge.national.faults.heal();
    await cycles(bridge, 1);
    expect(await bridge.alarms()).toEqual([]);
    expect(made(bridge)).toHaveLength(1);
  });

  it('raises pages that do not end', async () => {
    const { bridge } = start({ national: { list: { lagMs: 0, pageSize: 0 } } });
    await bridge.cycle();
    expect(await bridge.alarms()).toEqual(['list-unreadable']);
    expect(made(bridge)).toEqual([]);
  });
});
