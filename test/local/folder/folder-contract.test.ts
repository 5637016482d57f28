import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { formatLocalTime } from '../../../src/report/format-time.ts';
import { localContract } from '../contract/local-contract.ts';
import { impossible, type LocalStage, NEVER } from '../contract/local-stage.ts';
import { openFolder } from './open-folder.ts';

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
] as const;

localContract({ name: 'the folder form', features: FEATURES, open });

type Row = Record<string, string>;

/** A city that exports all its reports whenever one of them changes, with a row for each answer. */
async function open({ pageSize }: { readonly pageSize: number }): Promise<LocalStage> {
  const { clock, folder, drop, rows: written, ...opened } = openFolder();
  const local = opened.open({ pageSize });
  const reports = new Map<string, Row>();
  const answers = new Map<string, Row[]>();
  const time = () => formatLocalTime(clock.now(), 'Asia/Jakarta');
  let exports = 0;

  function exportAll(): void {
    exports += 1;
    const rows = [...reports].flatMap(([id, report]) =>
      (answers.get(id) ?? [{}]).map((answer) => ({ ...NO_ANSWER, ...report, ...answer })),
    );
    drop(`ekspor-${String(exports).padStart(3, '0')}.csv`, stringify(rows, { header: true, delimiter: ';' }));
  }

  function change(id: string, changes: Row): void {
    reports.set(id, { ...reports.get(id), ...changes });
    exportAll();
  }

  /** What was written goes out with the next reading. */
  const publish = () => local.readPage({ sinceMs: clock.now() + 1, page: 1 }, NEVER);

  return {
    local,
    now: clock.now,
    advance: clock.advance,
    fail: () => void impossible(),
    staff: {
      statusName: 'dalam proses',
      async file({ title = 'Jalan berlubang', text = 'Ada lubang besar.', privacy, files = [] } = {}) {
        const id = String(1001 + reports.size);
        mkdirSync(join(folder, 'inbox', 'foto', id), { recursive: true });
        for (const { name, bytes } of files) writeFileSync(join(folder, 'inbox', 'foto', id, name), bytes);
        const { anonymous = false, secret = false } = privacy ?? {};
        change(id, {
          ID: id,
          Judul: title,
          'Isi Laporan': text,
          Status: 'menunggu',
          'Nama Pelapor': 'Warga Contoh',
          Anonim: anonymous ? 'Ya' : 'Tidak',
          Rahasia: secret ? 'Ya' : 'Tidak',
          Lampiran: files.map(({ name }) => `foto/${id}/${name}`).join('\n'),
          'Tanggal Laporan': time(),
          deleted_at: '',
        });
        // One export for each, so that each has a time of its own.
        await publish();
        return id;
      },
      async answer(id, { text, author = 'institution', internal = false }) {
        const before = answers.get(id) ?? [];
        answers.set(id, [
          ...before,
          {
            Tanggapan: text,
            'ID Tanggapan': `${id}-${before.length + 1}`,
            'Penulis Tanggapan': author === 'reporter' ? 'pelapor' : 'opd',
            'tanggapan.internal': internal ? 'ya' : 'tidak',
            'Tanggal Tanggapan': time(),
          },
        ]);
        exportAll();
      },
      edit: async (id, text) => change(id, { 'Isi Laporan': text }),
      remove: async (id) => change(id, { deleted_at: time() }),
      spoil: async (id) => change(id, { 'Tanggal Laporan': 'kemarin' }),
      async stored(id) {
        await publish();
        const last = (await written('outbox', 'status')).findLast((row) => row.id === id);
        const added = (await written('outbox', 'tanggapan')).filter((row) => row.id === id);
        return {
          nationalId: last?.lapor_id ?? null,
          nationalStatus: last?.lapor_status ?? null,
          status: last?.status ?? null,
          answers: added.map((row) => ({
            text: row['tanggapan.isi'] ?? '',
            externalRef: row['tanggapan.external_ref'] ?? null,
          })),
        };
      },
      async count(reference) {
        await publish();
        return (await written('outbox', 'laporan')).filter((row) => row.external_ref === reference).length;
      },
    },
  };
}

const NO_ANSWER: Row = {
  Tanggapan: '',
  'ID Tanggapan': '',
  'Penulis Tanggapan': '',
  'tanggapan.internal': '',
  'Tanggal Tanggapan': '',
};
