import { describe, expect, it, onTestFinished } from 'vitest';
import { createBridge } from '../src/bridge.ts';
import { CITY_INSTITUTION } from '../src/simulate/national-institutions.ts';
import { startSimulation } from '../src/simulate/start-simulation.ts';
import { systemClock } from '../src/system-clock.ts';
import { MONDAY_MS } from './support/fake-clock.ts';
import { makeConfig } from './support/make-config.ts';
import { openTestLedger } from './support/make-ledger.ts';

const NEVER = new AbortController().signal;
const HOUR_MS = 3_600_000;

/** The bridge between both simulators, over HTTP, on a day that goes on only by `pass`. */
async function start() {
  let now = MONDAY_MS;
  const clock = { ...systemClock, now: () => now };
  const simulation = await startSimulation({
    seed: 1,
    reports: 1,
    faults: [{ side: 'national', operation: 'create', kind: 'lost-answer', times: 1, after: 0 }],
    latencyMs: 0,
    list: true,
    now: clock.now,
    content: () => ({ judul: 'Jalan berlubang', isi: 'Ada lubang & genangan <besar>.', opd: 'DPUPR' }),
  });
  const { local, national } = simulation.line;
  const limits = { perMinute: 100_000, concurrency: 2 };
  const config = makeConfig({
    national: {
      baseUrl: national.baseUrl,
      headers: { Authorization: `Bearer ${national.auth}`, token: national.token },
      paths: { list: '/complaints/list' },
      account: { institutionId: CITY_INSTITUTION.id },
      limits,
    },
    top: {
      local: { kind: 'rest', baseUrl: local.baseUrl, headers: { Authorization: `Bearer ${local.token}` }, limits },
    },
  });
  const world = { clock, random: () => 0.5, version: '0', environmentProxy: null };
  const bridge = createBridge({ config, ledger: openTestLedger().ledger }, world);
  onTestFinished(async () => {
    await bridge.close();
    await simulation.stop();
  });
  return {
    local: simulation.local.world,
    national: simulation.national.world,
    async round() {
      now += HOUR_MS;
      return await bridge.cycle({ once: true, sends: true, halt: NEVER, stop: NEVER });
    },
  };
}

describe('the bridge and a LAPOR! with a list', () => {
  it('carries reports both ways once, and finds the one whose answer was lost', async () => {
    const { local, national, round } = await start();
    const institutionId = CITY_INSTITUTION.id;
    const reporter = { name: 'Sari Wulandari', email: null, phone: '0813-1111-2222' };
    const filed = [{ anonymous: false }, { anonymous: true, secret: true }].map((given, index) =>
      national.fileCitizenReport({
        title: `Lampu ${index}`,
        content: '<p>Mati.</p>',
        institutionId,
        reporter,
        ...given,
      }),
    );
    const elsewhere = national.fileCitizenReport({ title: 'Air', content: 'Keruh.', institutionId: 1 });

    const first = await round();

    expect([first.national.new, first.done.report]).toEqual([2, 2]);
    const [ours, named, hidden, ...more] = local.reports();
    expect(more).toEqual([]);
    expect(national.complaints()).toHaveLength(4);
    expect(national.complaint(String(ours?.lapor_id))).toMatchObject({ title: 'Jalan berlubang', origin: 'api' });
    expect([named, hidden]).toMatchObject([
      { judul: 'Lampu 0', isi: 'Mati.', anonim: false, rahasia: false, pelapor: { nama: 'Sari Wulandari' } },
      { judul: 'Lampu 1', isi: 'Mati.', anonim: true, rahasia: true, pelapor: null },
    ]);
    expect([named, hidden].map((report) => [report?.external_ref, String(report?.lapor_id)])).toEqual(
      filed.map(({ id }) => [`lapor:${id}`, String(id)]),
    );

    national.answer(filed[0]?.id ?? 0, '<p>Kami periksa.</p>');
    local.respond(named?.id ?? 0, { isi: 'Lampu sudah diganti.', opd: 'DPUPR' });
    await round();
    await round();

    expect(local.report(named?.id ?? 0)?.tanggapan.map(({ isi }) => isi)).toEqual([
      'Lampu sudah diganti.',
      'Kami periksa.',
    ]);
    expect(national.complaint(filed[0]?.id ?? 0)?.followUps.map(({ received }) => received)).toEqual([
      null,
      expect.stringMatching(/^Lampu sudah diganti\./),
    ]);
    const effects = [local.effects.length, national.effects.length];
    await round();
    expect([local.effects.length, national.effects.length]).toEqual(effects);
    expect(local.reports().map(({ external_ref }) => external_ref)).not.toContain(`lapor:${elsewhere.id}`);
  });
});
