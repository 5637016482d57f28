import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { formatLocalTime } from '../../../src/report/format-time.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { localContract } from '../contract/local-contract.ts';
import type { LocalStage } from '../contract/local-stage.ts';
import { CITY_TABLES } from './city-tables.ts';
import { openMysql } from './open-mysql.ts';
import { hasMariaDb, type MariaDb, startMariaDb } from './start-mariadb.ts';
import { openTcpCut, type TcpCut } from './tcp-cut.ts';

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

it('is held by every form, this one on a MariaDB wherever CI runs', () => {
  expect(hasMariaDb || process.env.CI !== 'true').toBe(true);
});

if (hasMariaDb)
  describe('on a MariaDB', () => {
    let server: MariaDb;
    let way: TcpCut;
    let name: string;
    beforeAll(async () => {
      server = await startMariaDb();
      way = await openTcpCut(server.port);
      await server.root.query("CREATE USER jembatan@'127.0.0.1' IDENTIFIED BY 'rahasia'");
      name = await server.database(CITY_TABLES.laravel);
      await server.root.query(`GRANT ALL ON ${name}.* TO jembatan@'127.0.0.1'`);
      await server.root.query("SET time_zone = '+07:00'");
    });
    afterAll(async () => {
      await way.stop();
      await server.stop();
    });

    /** Emptying is far quicker than making the tables anew. */
    async function clean(): Promise<void> {
      await server.root.query(`DROP TRIGGER IF EXISTS ${name}.tolak`);
      await server.root.query(`DROP TABLE IF EXISTS ${name}.jembatan_lapor, ${name}.jembatan_ref`);
      for (const table of ['tanggapans', 'pengaduans']) await server.root.query(`DELETE FROM ${name}.${table}`);
    }

    localContract({ name: 'the MySQL form', features: FEATURES, open });

    async function open({ pageSize }: { readonly pageSize: number }): Promise<LocalStage> {
      const clock = createFakeClock();
      onTestFinished(clean);
      const photoBase = mkdtempSync(join(tmpdir(), 'jembatan-foto-'));
      onTestFinished(() => rmSync(photoBase, { recursive: true }));
      const url = `mysql://jembatan:rahasia@127.0.0.1:${way.port}/${name}`;
      const { local } = openMysql(url, { preset: 'laravel', pageSize, photoBase }, clock);
      const time = () => formatLocalTime(clock.now(), 'Asia/Jakarta');
      const run = (sql: string, values: readonly unknown[]) => server.root.query(`${sql}`, [...values]);
      const rows = async (sql: string, values: readonly unknown[]) =>
        (await server.root.query<RowDataPacket[]>(sql, [...values]))[0];

      return {
        local,
        now: clock.now,
        advance: clock.advance,
        fail(write, fault) {
          if (fault === 'lost') way.cutAt('COMMIT', 'after');
          else {
            const table = write === 'report' ? 'pengaduans' : 'tanggapans';
            void run(
              `CREATE TRIGGER ${name}.tolak BEFORE INSERT ON ${name}.${table} FOR EACH ROW SIGNAL SQLSTATE '45000'`,
              [],
            );
          }
        },
        staff: {
          statusName: 'dalam proses',
          async file({ title = 'Jalan berlubang', text = 'Ada lubang besar.', privacy, files = [] } = {}) {
            for (const file of files) writeFileSync(join(photoBase, file.name), file.bytes);
            const { anonymous = false, secret = false } = privacy ?? {};
            const foto = files.length === 0 ? null : JSON.stringify(files.map((file) => file.name));
            await run(
              `INSERT INTO ${name}.pengaduans (user_id, kategori_id, judul, deskripsi, foto, is_anonymous, is_rahasia, created_at, updated_at)
             VALUES (7, 3, ?, ?, ?, ?, ?, ?, ?)`,
              [title, text, foto, anonymous, secret, time(), time()],
            );
            return String((await rows('SELECT LAST_INSERT_ID() AS id', []))[0]?.id);
          },
          async answer(id, { text, author = 'institution', internal = false }) {
            await run(
              `INSERT INTO ${name}.tanggapans (pengaduan_id, isi_tanggapan, penulis, is_internal, created_at, updated_at)
             VALUES (?, ?, ?, ?, ?, ?)`,
              [id, text, author === 'reporter' ? 'pelapor' : 'opd', internal, time(), time()],
            );
          },
          async edit(id, text) {
            await run(`UPDATE ${name}.pengaduans SET deskripsi = ?, updated_at = ? WHERE id = ?`, [text, time(), id]);
          },
          async remove(id) {
            await run(`UPDATE ${name}.pengaduans SET deleted_at = ?, updated_at = ? WHERE id = ?`, [
              time(),
              time(),
              id,
            ]);
          },
          async spoil(id) {
            await run(`UPDATE ${name}.pengaduans SET created_at = NULL, updated_at = NULL WHERE id = ?`, [id]);
          },
          async stored(id) {
            const [report] = await rows(`SELECT status FROM ${name}.pengaduans WHERE id = ?`, [id]);
            const numbers = await side(`SELECT * FROM ${name}.jembatan_lapor WHERE pengaduan_id = ?`, [id]);
            const answers = await side(
              `SELECT t.isi_tanggapan AS text, r.external_ref FROM ${name}.tanggapans t
             JOIN ${name}.jembatan_ref r ON r.tanggapan_id = t.id WHERE t.pengaduan_id = ?`,
              [id],
            );
            return {
              nationalId: numbers[0]?.lapor_id ?? null,
              nationalStatus: numbers[0]?.lapor_status ?? null,
              status: report?.status ?? null,
              answers: answers.map((row) => ({ text: row.text, externalRef: row.external_ref })),
            };
          },
          async count(reference) {
            const found = await side(
              `SELECT p.id FROM ${name}.pengaduans p JOIN ${name}.jembatan_ref r ON r.pengaduan_id = p.id
             WHERE r.external_ref = ? AND r.tanggapan_id IS NULL`,
              [reference],
            );
            return found.length;
          },
        },
      };

      /** The side tables are made with the first write. */
      async function side(sql: string, values: readonly unknown[]): Promise<RowDataPacket[]> {
        const tables = await rows(`SHOW TABLES FROM ${name} LIKE 'jembatan_%'`, []);
        return tables.length === 0 ? [] : await rows(sql, values);
      }
    }
  });
