import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NationalSystem } from '../../../src/national/national-system.ts';
import {
  createNationalSimulator,
  DEFAULT_NATIONAL_AUTH,
  DEFAULT_NATIONAL_TOKEN,
} from '../../../src/simulate/create-national-simulator.ts';
import { admitted, FOLLOW_UP, NEVER, OPTIONS, openLapor, REPORT } from './lapor.ts';

/** Two readings of the contract page meet here: the adapter's, and that of a server which knows nothing of it. */
describe('createLaporV3() and the simulated LAPOR!', () => {
  const simulator = createNationalSimulator({ now: () => Date.UTC(2026, 6, 31, 5), pageSize: 2, pageSizeMax: 3 });
  let baseUrl = '';

  beforeAll(async () => {
    baseUrl = (await simulator.start()).baseUrl;
  });
  afterAll(() => simulator.stop());

  function open(options = OPTIONS): NationalSystem {
    const headers = { Authorization: `Bearer ${DEFAULT_NATIONAL_AUTH}`, token: DEFAULT_NATIONAL_TOKEN };
    return openLapor(options, { baseUrl, headers });
  }

  async function file(lapor: NationalSystem, change: Partial<typeof REPORT> = {}): Promise<string> {
    const sent = await lapor.create({ ...REPORT, attachmentIds: [], ...change }, await admitted(lapor));
    if (sent.kind !== 'done') throw new Error(`not filed: ${sent.kind}`);
    return sent.value;
  }

  it('reads every page of its institutions', async () => {
    const lapor = open();
    const read = await lapor.institutions(NEVER);
    expect((await lapor.ping(NEVER)).ok).toBe(true);
    expect(read.ok && read.value.length).toBeGreaterThan(3);
    expect(read.ok && read.value).toContainEqual(expect.objectContaining({ id: '151345' }));
  });

  it.each(['json', 'json-dot'] as const)('files a report with its attachments as %s', async (attachments) => {
    const lapor = open({ ...OPTIONS, create: { ...OPTIONS.create, attachments } });
    const pdf = { bytes: Buffer.from('%PDF-1.4'), fileName: 'lampiran-1.pdf', mimeType: 'application/pdf' };
    const stored = await lapor.upload([pdf], NEVER);
    const id = await file(lapor, { attachmentIds: stored.ok ? stored.value : [] });
    expect(simulator.world.complaint(id)).toMatchObject({ title: REPORT.title, content: REPORT.content });
    expect(simulator.world.complaint(id)?.attachments).toHaveLength(1);
  });

  it('passes a report on and sees by E6 that it took', async () => {
    const lapor = open();
    const id = await file(lapor);
    const before = await lapor.detail(id, NEVER);
    expect((await lapor.reject(id, 12838, await admitted(lapor))).kind).toBe('done');
    const after = await lapor.detail(id, NEVER);
    expect(before.ok && before.value?.institutionId).toBe('151345');
    expect(after.ok && after.value?.institutionId).toBe('12838');
    expect(after.ok && after.value?.fingerprint).not.toBe(before.ok && before.value?.fingerprint);
    expect(after.ok && after.value?.log.map(({ text }) => text).join('\n')).not.toMatch(/\{\{|^$/m);
  });

  it('answers a report and finds every answer by E7', async () => {
    const lapor = open();
    const id = await file(lapor);
    for (const line of ['Satu', 'Dua', 'Tiga']) {
      const content = `${line} & <selesai>\n[Ref: kota-serang-1042/${line}]`;
      const sent = await lapor.addFollowUp({ ...FOLLOW_UP, nationalId: id, content }, await admitted(lapor));
      expect(sent.kind).toBe('done');
    }
    const read = await lapor.answers(id, NEVER);
    expect(read.ok && read.value.unreadable).toBe(0);
    expect(read.ok && read.value.answers.map(({ text }) => text.split('\n').at(-1))).toEqual(
      expect.arrayContaining(['Satu', 'Dua', 'Tiga'].map((line) => `[Ref: kota-serang-1042/${line}]`)),
    );
  });

  it('is told that there is no such report', async () => {
    expect(await open().detail('999', NEVER)).toEqual({ ok: true, value: null });
  });
});
