import { onTestFinished } from 'vitest';
import { createHttpClient } from '../../../src/http/create-http-client.ts';
import { createRestLocal } from '../../../src/local/rest/create-rest-local.ts';
import { createLocalSimulator, DEFAULT_LOCAL_TOKEN } from '../../../src/simulate/create-local-simulator.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { localContract } from '../contract/local-contract.ts';
import type { LocalStage } from '../contract/local-stage.ts';

const OPERATIONS = { report: 'create-report', response: 'respond' } as const;
const FAULTS = { lost: 'lost-answer', refused: 'reject' } as const;

const FEATURES = [
  'report',
  'write-back',
  'response',
  'anonymity',
  'secrecy',
  'internal-notes',
  'reporter-replies',
  'files',
  'deletion',
  'bad-rows',
  'lost-writes',
  'refusals',
] as const;
const CITIZEN = { nama: 'Warga Contoh', email: null, telepon: null, nik: null };

localContract({ name: 'the REST form', features: FEATURES, open });

async function open({ pageSize }: { readonly pageSize: number }): Promise<LocalStage> {
  const clock = createFakeClock();
  const simulator = createLocalSimulator({ now: clock.now });
  const { baseUrl } = await simulator.start();
  const client = createHttpClient({
    baseUrl,
    headers: { Authorization: `Bearer ${DEFAULT_LOCAL_TOKEN}` },
    limits: { perMinute: 10_000, concurrency: 1, timeoutMs: 5_000 },
    ca: null,
    proxy: null,
    foreignHosts: [],
    clock,
    userAgent: 'jembatan/test',
  });
  const options = {
    baseUrl,
    data: 'data',
    fields: {},
    pageSize,
    zone: 'Asia/Jakarta',
    login: null,
    attachmentHosts: [],
  };
  const local = createRestLocal({ client, options, clock, random: () => 0 });
  onTestFinished(async () => {
    await local.close();
    await simulator.stop();
  });
  const { world, faults } = simulator;
  return {
    local,
    now: clock.now,
    advance: clock.advance,
    fail: (write, fault) => faults.add({ side: 'local', operation: OPERATIONS[write], kind: FAULTS[fault] }),
    staff: {
      statusName: 'dalam proses',
      async file({ title = 'Jalan berlubang', text = 'Ada lubang besar.', privacy, files = [] } = {}) {
        const lampiran = files.map(({ name, mimeType, bytes }) => ({ nama: name, mime: mimeType, bytes }));
        const { anonymous: anonim = false, secret: rahasia = false } = privacy ?? {};
        return String(world.fileReport({ judul: title, isi: text, anonim, rahasia, pelapor: CITIZEN, lampiran }).id);
      },
      async answer(id, { text, author = 'institution', internal = false }) {
        if (author === 'reporter') world.replyAsReporter(id, text);
        else world.respond(id, { isi: text, opd: 'DPUPR', internal });
      },
      async edit(id, text) {
        world.edit(id, { isi: text });
      },
      async remove(id) {
        world.remove(id);
      },
      async spoil(id) {
        world.edit(id, { tanggapan: 'rusak' } as never);
      },
      async stored(id) {
        const report = world.report(id);
        const answers = (report?.tanggapan ?? []).filter(({ penulis }) => penulis === 'lapor');
        return {
          nationalId: report?.lapor_id === undefined || report.lapor_id === null ? null : String(report.lapor_id),
          nationalStatus: report?.lapor_status ?? null,
          status: report?.status ?? null,
          answers: answers.map(({ isi, external_ref }) => ({ text: isi, externalRef: external_ref })),
        };
      },
      count: async (reference) => world.reports().filter(({ external_ref }) => external_ref === reference).length,
    },
  };
}
