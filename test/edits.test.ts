import { describe, expect, it } from 'vitest';
import { createFakeBridge, type FakeBridge } from './support/fake-bridge.ts';
import { makeFollowUp } from './support/make-report.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ONCE = { once: true } as const;

/** A bridge whose one report, with one answer, is at LAPOR!. */
async function filed(): Promise<{ bridge: FakeBridge; number: string }> {
  const bridge = createFakeBridge();
  bridge.local.file({ localId: '1042', responses: [makeFollowUp()] });
  await bridge.cycle(ONCE);
  const [number] = bridge.national.complaints.keys();
  if (number === undefined) throw new Error('it was not filed');
  return { bridge, number };
}

async function round(bridge: FakeBridge, afterMs = MINUTE_MS): Promise<void> {
  bridge.clock.advance(afterMs);
  await bridge.cycle(ONCE);
}

/** Number of writes that reached either side. */
function effects({ local, national }: FakeBridge): number {
  const complaints = [...national.complaints.values()];
  return local.writes.length + complaints.reduce((sum, one) => sum + 1 + one.followUps.length + one.log.length, 0);
}

describe('what is changed after it is on the other side', () => {
  it('is told, and sent to nobody, where a report or its answer is edited', async () => {
    const { bridge } = await filed();
    const before = effects(bridge);
    bridge.local.change('1042', {
      text: 'Lubangnya di seberang masjid.',
      responses: [makeFollowUp({ text: 'Belum.' })],
    });
    await round(bridge);
    await round(bridge);
    expect(effects(bridge)).toBe(before);
    expect(await bridge.alarms()).toEqual(['answer-edited', 'report-edited']);
    await bridge.ledger.confirmOne('1042', bridge.clock.now());
    await round(bridge);
    expect(await bridge.alarms()).toEqual([]);
  });

  it('goes with its new words where nothing was sent yet', async () => {
    const bridge = createFakeBridge();
    bridge.local.file({ localId: '1042', responses: [makeFollowUp()] });
    bridge.national.faults.always(['create'], 'unreachable');
    await bridge.cycle();
    bridge.local.change('1042', {
      text: 'Lubangnya di seberang masjid.',
      responses: [makeFollowUp({ text: 'Belum.' })],
    });
    bridge.national.faults.heal();
    await round(bridge, 5 * MINUTE_MS);
    const [complaint] = bridge.national.complaints.values();
    expect(complaint?.report?.content).toContain('Lubangnya di seberang masjid.');
    expect(complaint?.followUps).toMatchObject([{ content: expect.stringMatching(/^Belum\./) }]);
    expect(await bridge.alarms()).toEqual([]);
  });

  it.each([
    ['made internal', [makeFollowUp({ internal: true })]],
    ['removed', []],
  ])('is told at once where an answer is %s, until it is there again', async (_name, responses) => {
    const { bridge, number } = await filed();
    bridge.local.change('1042', { responses });
    await round(bridge);
    expect(await bridge.alarms()).toEqual(['answer-withdrawn']);
    bridge.local.change('1042', { responses: [makeFollowUp()] });
    await round(bridge);
    expect(await bridge.alarms()).toEqual([]);
    expect(bridge.national.complaint(number).followUps).toHaveLength(1);
  });

  it('stays at LAPOR! where the report is deleted; nothing more of it leaves until it is restored', async () => {
    const { bridge, number } = await filed();
    const { deletedAt } = bridge.local.report('1042');
    bridge.local.respond('1042', { id: '10', text: 'Rahasia.' });
    bridge.local.change('1042', { deletedAt: bridge.clock.now() });
    await round(bridge);
    expect(bridge.national.complaint(number).followUps).toHaveLength(1);
    expect(await bridge.alarms()).toEqual(['deleted-after-filing']);
    bridge.local.change('1042', { deletedAt });
    await round(bridge);
    expect(bridge.national.complaint(number).followUps).toHaveLength(2);
    expect(await bridge.alarms()).toEqual([]);
  });

  it('is of no more interest once LAPOR! has ended what was deleted', async () => {
    const { bridge, number } = await filed();
    bridge.local.change('1042', { deletedAt: bridge.clock.now() });
    await round(bridge);
    bridge.national.setStatus(number, 'Diarsipkan');
    await round(bridge);
    expect(await bridge.alarms()).toEqual([]);
  });

  it('is told where LAPOR! edits an answer that is here already, and goes with its new words where it is not', async () => {
    const { bridge, number } = await filed();
    bridge.national.answer(number, { id: '501', text: 'Lama.' });
    await round(bridge);
    bridge.national.answer(number, { id: '502', text: 'Baru saja.' });
    bridge.local.faults.always(['addResponse'], 'unreachable');
    await round(bridge);
    bridge.national.editAnswers(number, (text) => `Ralat: ${text}`);
    await round(bridge, 2 * DAY_MS);
    expect(await bridge.alarms()).toEqual(['edited-there']);
    bridge.local.faults.heal();
    await round(bridge);
    await round(bridge);
    const texts = bridge.local.report('1042').responses?.map(({ text }) => text);
    expect(texts?.slice(1)).toEqual(['Lama.', 'Ralat: Baru saja.']);
  });

  it('is told where the city reopens what LAPOR! closed, until LAPOR! reopens it; nothing is written for it', async () => {
    const { bridge, number } = await filed();
    bridge.national.setStatus(number, 'Selesai');
    await round(bridge);
    await round(bridge);
    expect(bridge.local.report('1042').status).toBe('selesai');
    const before = effects(bridge);
    bridge.local.change('1042', { status: 'dalam proses' });
    await round(bridge);
    bridge.local.change('1042', { category: 'Taman' });
    await round(bridge, 25 * 60 * MINUTE_MS);
    expect([effects(bridge), bridge.local.report('1042').status]).toEqual([before, 'dalam proses']);
    expect(await bridge.alarms()).toEqual(['reopened-locally']);
    bridge.national.setStatus(number, 'Dalam Proses');
    await round(bridge, DAY_MS);
    expect(await bridge.alarms()).toEqual([]);
  });

  it('is written once where both sides close it, however often either says so again', async () => {
    const { bridge, number } = await filed();
    bridge.local.change('1042', { status: 'selesai' });
    bridge.national.setStatus(number, 'Selesai');
    await round(bridge);
    const before = effects(bridge);
    bridge.local.change('1042', { status: 'Selesai' });
    bridge.national.setStatus(number, 'Selesai');
    for (let day = 0; day < 3; day += 1) await round(bridge, DAY_MS);
    // LAPOR!'s own log has grown by its second closing.
    expect(effects(bridge) - before).toBe(1);
    expect(bridge.local.report('1042')).toMatchObject({ status: 'Selesai', nationalStatus: 'Selesai' });
  });
});
