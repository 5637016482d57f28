import type { RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewReport, NewResponse } from '../../../src/local/local-system.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { admitted, NEVER, REPORT, RESPONSE, VALUES } from '../contract/local-stage.ts';
import { readOne, scanList } from '../contract/reading.ts';
import { CITY_TABLES } from './city-tables.ts';
import { openMysql } from './open-mysql.ts';
import { hasMariaDb, type MariaDb, startMariaDb } from './start-mariadb.ts';
import { openTcpCut, type TcpCut } from './tcp-cut.ts';

const NIK = '9999010101010001';
const WRITE_BACK = { ...VALUES, localStatus: 'proses' };

it('is tried on a MariaDB wherever CI runs', () => {
  expect(hasMariaDb || process.env.CI !== 'true').toBe(true);
});

if (hasMariaDb)
  describe('the MySQL form', () => {
    let server: MariaDb;
    let way: TcpCut;
    beforeAll(async () => {
      server = await startMariaDb();
      way = await openTcpCut(server.port);
      await server.root.query(
        "CREATE USER tulis@'127.0.0.1' IDENTIFIED BY 'a@b/c', baca@'127.0.0.1' IDENTIFIED BY 'r'",
      );
    });
    afterAll(async () => {
      await way.stop();
      await server.stop();
    });

    async function city(statements: readonly string[] = CITY_TABLES.classic) {
      const name = await server.database(statements);
      await server.root.query(`GRANT ALL ON ${name}.* TO tulis@'127.0.0.1'`);
      await server.root.query(`GRANT SELECT ON ${name}.* TO baca@'127.0.0.1'`);
      const rows = async (sql: string) => (await server.root.query<RowDataPacket[]>(sql))[0];
      return {
        name,
        rows,
        url: `mysql://tulis:a%40b%2Fc@127.0.0.1:${way.port}/${name}`,
        readUrl: `mysql://baca:r@127.0.0.1:${way.port}/${name}`,
      };
    }

    async function file(text = 'Ada lubang.', foto = '', id = 'NULL'): Promise<void> {
      await server.root.query(`INSERT INTO pengaduan VALUES (${id}, '2026-07-01', '${NIK}', ?, ?, '0')`, [text, foto]);
    }

    describe('with the classic tables', () => {
      it('reads a report of a day, with its reporter and answers, and the status as it is written', async () => {
        const { url } = await city();
        await file('Jalan rusak', 'a b.jpg');
        await server.root.query("INSERT INTO tanggapan VALUES (NULL, 1, '2026-07-02', 'Akan ditinjau', 4)");
        const { local } = openMysql(url, { preset: 'classic' });
        expect((await scanList(local)).reports).toEqual([
          {
            localId: '1',
            ticket: null,
            title: '',
            text: 'Jalan rusak',
            kind: 'pengaduan',
            category: null,
            severity: null,
            status: '0',
            institution: null,
            incidentDate: null,
            location: { address: null, district: null, village: null, latitude: null, longitude: null },
            reporter: { name: 'Warga Contoh', email: null, phone: '081200000000', nik: NIK },
            privacy: { anonymous: false, secret: false },
            attachments: [{ url: 'a b.jpg', name: null, mimeType: null, sizeBytes: null }],
            responses: [
              {
                id: '1',
                author: 'institution',
                institution: null,
                text: 'Akan ditinjau',
                internal: false,
                attachments: [],
                externalRef: null,
                createdAt: Date.UTC(2026, 6, 1, 17),
              },
            ],
            nationalId: null,
            nationalStatus: null,
            externalRef: null,
            createdAt: Date.UTC(2026, 5, 30, 17),
            updatedAt: Date.UTC(2026, 5, 30, 17),
            deletedAt: null,
          },
        ]);
      });

      it('reads the whole table each time: nothing in it tells what changed', async () => {
        const { url } = await city();
        await file();
        const { local, clock } = openMysql(url, { preset: 'classic' });
        await server.root.query("UPDATE pengaduan SET isi_laporan = 'Diubah'");
        expect((await scanList(local, clock.now())).reports).toMatchObject([{ text: 'Diubah' }]);
      });

      it('sets a zero date apart and gives the others', async () => {
        const { url } = await city();
        await file('baik');
        await server.root.query("SET SESSION sql_mode = ''");
        await server.root.query(`INSERT INTO pengaduan VALUES (NULL, '0000-00-00', '${NIK}', 'nol', '', '')`);
        const { local } = openMysql(url, { preset: 'classic' });
        const { reports, rejected } = await scanList(local);
        expect(reports.map(({ text }) => text)).toEqual(['baik']);
        expect(rejected).toMatchObject([{ key: '2', path: 'created_at', reason: 'missing' }]);
      });

      it('writes number and status, an answer by the officer kept for it, and a report by the resident kept for it', async () => {
        const { url, rows } = await city();
        await file();
        await server.root.query("INSERT INTO masyarakat VALUES ('LAPOR', 'SP4N-LAPOR!', 'lapor', '', '')");
        const { local } = openMysql(url, { preset: 'classic' });
        expect(await local.writeBack('1', WRITE_BACK, await admitted(local))).toMatchObject({ kind: 'done' });
        expect(await local.addResponse('1', RESPONSE, await admitted(local))).toMatchObject({
          kind: 'done',
          value: '1',
        });
        expect(await local.createReport(REPORT, await admitted(local))).toMatchObject({ kind: 'done', value: '2' });
        expect(await rows('SELECT pengaduan_id, lapor_id, lapor_status, lapor_url FROM jembatan_lapor')).toEqual([
          {
            pengaduan_id: 1,
            lapor_id: VALUES.nationalId,
            lapor_status: VALUES.nationalStatus,
            lapor_url: VALUES.nationalUrl,
          },
        ]);
        expect(await rows('SELECT tanggapan, id_petugas FROM tanggapan')).toEqual([
          { tanggapan: `${RESPONSE.text}\n\nLampiran:\nhttps://lapor.example.test/foto.jpg`, id_petugas: 9 },
        ]);
        expect(await rows('SELECT nik, isi_laporan, foto, status FROM pengaduan WHERE id_pengaduan = 2')).toEqual([
          { nik: 'LAPOR', isi_laporan: `${REPORT.title}\n\n${REPORT.text}`, foto: '', status: '0' },
        ]);
        const { reports } = await scanList(local);
        expect(reports).toMatchObject([
          { status: 'proses', nationalId: VALUES.nationalId, nationalStatus: VALUES.nationalStatus },
          { externalRef: REPORT.externalRef },
        ]);
      });

      it('writes what was written before no second time, and says where it is', async () => {
        const { url, rows } = await city();
        await file();
        const { local } = openMysql(url, { preset: 'classic' });
        for (let time = 1; time <= 2; time += 1) {
          expect(await local.addResponse('1', RESPONSE, await admitted(local))).toMatchObject({
            kind: 'done',
            value: '1',
          });
          expect(await local.createReport(REPORT, await admitted(local))).toMatchObject({ kind: 'done', value: '2' });
        }
        expect(await rows('SELECT COUNT(*) AS n FROM tanggapan')).toEqual([{ n: 1 }]);
        expect(await rows('SELECT COUNT(*) AS n FROM pengaduan')).toEqual([{ n: 2 }]);
      });

      it('refuses a status that the column does not have, and leaves everything as it was', async () => {
        const { url, rows } = await city();
        await file();
        const { local } = openMysql(url, { preset: 'classic' });
        const values = { ...WRITE_BACK, localStatus: 'dibatalkan' };
        expect(await local.writeBack('1', values, await admitted(local))).toMatchObject({
          kind: 'refused',
          cause: 'content',
        });
        expect(await rows('SELECT * FROM jembatan_lapor')).toEqual([]);
      });

      it('writes no new row into a table that no transaction covers', async () => {
        const { url, rows } = await city(
          CITY_TABLES.classic.map((sql) => sql.replace('ENGINE=InnoDB', 'ENGINE=MyISAM')),
        );
        await file();
        const { local } = openMysql(url, { preset: 'classic' });
        expect(await local.addResponse('1', RESPONSE, await admitted(local))).toMatchObject({ cause: 'read-only' });
        expect(await rows('SELECT * FROM tanggapan')).toEqual([]);
      });
    });

    describe('characters', () => {
      const SIGNS = 'Harga €5 – “murah”, Café';

      it('reads latin1 and utf8mb4 columns alike, and writes what latin1 lacks by its number', async () => {
        const { url, rows } = await city();
        await file(SIGNS);
        const { local } = openMysql(url, { preset: 'classic' });
        expect((await readOne(local, '1')).text).toBe(SIGNS);
        const response: NewResponse = { ...RESPONSE, text: `${SIGNS} 🙏`, attachments: [] };
        expect(await local.addResponse('1', response, await admitted(local))).toMatchObject({ kind: 'done' });
        expect(await rows('SELECT tanggapan FROM tanggapan')).toEqual([{ tanggapan: `${SIGNS} [U+1F64F]` }]);
      });

      it('speaks to an application that writes UTF-8 over a latin1 session as that application does', async () => {
        const { url, rows } = await city();
        const broken = Buffer.from('Jalan “rusak” 🙏', 'utf8');
        await server.root.query(`INSERT INTO pengaduan VALUES (NULL, '2026-07-01', '${NIK}', ?, '', '0')`, [broken]);
        const { local } = openMysql(`${url}?charset=latin1`, { preset: 'classic' });
        expect((await readOne(local, '1')).text).toBe('Jalan “rusak” 🙏');
        await local.addResponse('1', { ...RESPONSE, text: 'Siap 🙏', attachments: [] }, await admitted(local));
        const [answer] = await rows('SELECT CAST(tanggapan AS BINARY) AS bytes FROM tanggapan');
        expect(answer?.bytes.toString('utf8')).toBe('Siap 🙏');
        expect((await readOne(local, '1')).responses?.[0]?.text).toBe('Siap 🙏');
      });
    });

    describe('an account that may only read', () => {
      it('reads, and says of each write that it was not allowed', async () => {
        const { readUrl, rows } = await city();
        await file();
        const { local } = openMysql(readUrl, { preset: 'classic' });
        expect((await scanList(local)).reports).toHaveLength(1);
        const denied = { kind: 'refused', cause: 'read-only' };
        expect(await local.writeBack('1', WRITE_BACK, await admitted(local))).toMatchObject(denied);
        expect(await local.addResponse('1', RESPONSE, await admitted(local))).toMatchObject(denied);
        expect(await local.createReport(REPORT, await admitted(local))).toMatchObject(denied);
        expect(await rows("SHOW TABLES LIKE 'jembatan%'")).toEqual([]);
      });

      it('lacks every write where the configuration says readOnly, and its sessions could not write', async () => {
        const { url } = await city();
        await file();
        const { local } = openMysql(url, { preset: 'classic', readOnly: true });
        expect([...local.lacks]).toEqual(['report', 'write-back', 'response']);
        const own = { reports: "SELECT 1 AS id, 'x' AS isi, SLEEP(0) AS created_at FROM pengaduan FOR UPDATE" };
        const writing = openMysql(url, { own, readOnly: true }).local;
        expect(await writing.readPage({ sinceMs: 0, page: 1 }, NEVER)).toMatchObject({
          ok: false,
          failure: { status: 1792 },
        });
        expect((await scanList(local)).reports).toHaveLength(1);
      });
    });

    describe('statements of the deployment', () => {
      const BY_ID = `SELECT id_pengaduan AS id, isi_laporan AS isi, tgl_pengaduan AS created_at, 0 AS anonim, b'1' AS rahasia
      FROM pengaduan WHERE tgl_pengaduan >= :since AND id_pengaduan > :after_id ORDER BY id_pengaduan LIMIT :limit;`;
      const BY_CHANGE = `SELECT id, isi, waktu AS created_at, waktu AS updated_at, 0 AS anonim, 0 AS rahasia FROM aduan
      WHERE waktu > :since OR (waktu = :since AND id > :after_id) ORDER BY waktu, id LIMIT :limit`;

      it('pages by id where the statement does', async () => {
        const { url } = await city();
        for (let count = 1; count <= 5; count += 1) await file(`Laporan ${count}`);
        const { local } = openMysql(url, { own: { reports: BY_ID }, pageSize: 2 });
        const { end, reports } = await scanList(local);
        expect({ end, ids: reports.map(({ localId }) => localId) }).toEqual({
          end: 'proven',
          ids: ['1', '2', '3', '4', '5'],
        });
        expect(reports[0]).toMatchObject({ text: 'Laporan 1', privacy: { anonymous: false, secret: true } });
        expect((await readOne(local, '4')).text).toBe('Laporan 4');
        expect(await local.readReport('987654', NEVER)).toEqual({ ok: true, value: null });
        expect([...local.lacks]).toEqual(['report', 'write-back', 'response']);
      });

      it('pages by time of change where the statement does, also where many changed at once, with ids beyond 2^53', async () => {
        const { url } = await city([
          'CREATE TABLE aduan (id BIGINT UNSIGNED PRIMARY KEY, isi TEXT, waktu TIMESTAMP NOT NULL)',
          ...[7, 2, 9, 4, 5, 3].map(
            (id, index) =>
              `INSERT INTO aduan VALUES (1844674407370955160${id}, 'Laporan ${id}', '2026-07-0${index < 4 ? 1 : 2} 08:00:00')`,
          ),
        ]);
        const { local } = openMysql(url, { own: { reports: BY_CHANGE }, pageSize: 2 });
        const { end, reports } = await scanList(local);
        expect({ end, count: new Set(reports.map(({ localId }) => localId)).size }).toEqual({
          end: 'proven',
          count: 6,
        });
        expect(reports.every(({ localId }) => /^1844674407370955160\d$/.test(localId))).toBe(true);
        expect((await readOne(local, reports[3]?.localId ?? '')).text).toBe(reports[3]?.text);
      });

      it('finds the way to a page that was not asked before, as after a restart', async () => {
        const { url } = await city();
        for (let count = 1; count <= 7; count += 1) await file(`Laporan ${count}`);
        const { local } = openMysql(url, { preset: 'classic', pageSize: 2 });
        const third = await local.readPage({ sinceMs: 0, page: 3 }, NEVER);
        expect(third.ok && third.value.reports.map(({ localId }) => localId)).toEqual(['5', '6']);
        const beyond = await local.readPage({ sinceMs: 0, page: 9 }, NEVER);
        expect(beyond).toMatchObject({ ok: true, value: { rowCount: 0, more: false } });
      });

      it('reads answers and files, and writes by them, with the reference in the table of the bridge', async () => {
        const { url, rows } = await city();
        await server.root.query('CREATE TABLE berkas (pengaduan INT, tanggapan INT NULL, jalur VARCHAR(99))');
        await file();
        await server.root.query("INSERT INTO tanggapan VALUES (5, 1, '2026-07-02', 'Ya', 4)");
        await server.root.query("INSERT INTO berkas VALUES (1, NULL, 'a.jpg'), (1, 5, 'b.jpg')");
        const { local } = openMysql(url, {
          own: {
            reports: BY_ID,
            responses: 'SELECT id_tanggapan AS id, tanggapan AS isi FROM tanggapan WHERE id_pengaduan = :report_id',
            attachments: 'SELECT jalur AS url, tanggapan AS response_id FROM berkas WHERE pengaduan = :report_id',
            writeStatus: 'UPDATE pengaduan SET status = COALESCE(:status, status) WHERE id_pengaduan = :report_id',
            insertResponse: `INSERT INTO tanggapan VALUES (NULL, :report_id, DATE(:now), CONCAT(:isi, ' (12:30 ?)'), 0)`,
          },
        });
        expect(await local.addResponse('1', RESPONSE, await admitted(local))).toMatchObject({
          kind: 'done',
          value: '6',
        });
        expect(await local.writeBack('1', WRITE_BACK, await admitted(local))).toMatchObject({ kind: 'done' });
        expect(await local.writeBack('77', WRITE_BACK, await admitted(local))).toMatchObject({
          kind: 'refused',
          cause: 'not-found',
        });
        expect(await rows('SELECT pengaduan_id FROM jembatan_lapor')).toEqual([{ pengaduan_id: '1' }]);
        expect(await readOne(local, '1')).toMatchObject({
          nationalId: VALUES.nationalId,
          attachments: [{ url: 'a.jpg' }],
          responses: [
            { id: '5', author: 'institution', attachments: [{ url: 'b.jpg' }] },
            { id: '6', author: 'national', externalRef: RESPONSE.externalRef },
          ],
        });
      });

      it('says that a statement is wrong as something of the list, not of one report', async () => {
        const { url } = await city();
        const { local } = openMysql(url, { own: { reports: 'SELECT nama FROM pengaduan' } });
        expect(await local.readPage({ sinceMs: 0, page: 1 }, NEVER)).toMatchObject({
          ok: false,
          failure: { kind: 'malformed', detail: 'statement', status: 1054 },
        });
      });
    });

    describe('what becomes of a write', () => {
      async function open(own = {}) {
        const { url, rows } = await city();
        await file();
        const { local } = openMysql(url, { preset: 'classic', own });
        await local.writeBack('1', WRITE_BACK, await admitted(local));
        const answers = async () => (await rows('SELECT COUNT(*) AS n FROM tanggapan'))[0]?.n;
        return {
          local,
          rows,
          answers,
          send: async () => await local.addResponse('1', RESPONSE, await admitted(local)),
        };
      }

      it('was not sent where the session was lost before its end was asked for', async () => {
        const { answers, send } = await open();
        way.cutAt('INSERT INTO `tanggapan`', 'after');
        expect(await send()).toMatchObject({ kind: 'not-sent' });
        way.cutAt('COMMIT', 'before');
        expect(await send()).toMatchObject({ kind: 'doubt', cause: 'reset' });
        expect(await answers()).toBe(0);
      });

      it('is in doubt where the answer to its end was lost, and is found by its reference', async () => {
        const { local, answers, send } = await open();
        way.cutAt('COMMIT', 'after');
        expect(await send()).toEqual({ kind: 'doubt', cause: 'reset', status: null });
        expect((await readOne(local, '1')).responses).toMatchObject([{ externalRef: RESPONSE.externalRef }]);
        expect(await send()).toMatchObject({ kind: 'done', value: '1' });
        expect(await answers()).toBe(1);
      });

      it('is in doubt once an own statement was sent: its table may be any', async () => {
        const own = { insertResponse: "INSERT INTO tanggapan VALUES (NULL, :report_id, '2026-07-02', :isi, 0)" };
        const { send } = await open(own);
        way.cutAt('INSERT INTO tanggapan', 'after');
        expect(await send()).toMatchObject({ kind: 'doubt' });
      });

      it('goes on in a new session where the old one had gone stale', async () => {
        const { local, send } = await open();
        way.cutAll();
        expect(await send()).toMatchObject({ kind: 'done' });
        way.cutAll();
        expect((await scanList(local)).reports).toHaveLength(1);
      });

      it('waits for another session that is writing the same, and gives up when it is told to', async () => {
        const { local, rows, answers, send } = await open();
        await server.root.query('START TRANSACTION');
        await server.root.query(`INSERT INTO jembatan_ref VALUES ('${RESPONSE.externalRef}', 1, '7', '2026-07-02')`);
        const stop = new AbortController();
        const sending = local.addResponse('1', RESPONSE, await admitted(local, stop.signal));
        await untilSaid(rows, 'INSERT INTO jembatan_ref');
        stop.abort();
        expect(await sending).toEqual({ kind: 'not-sent', cause: 'stopped' });
        await server.root.query('ROLLBACK');
        expect(await send()).toMatchObject({ kind: 'done' });
        expect(await answers()).toBe(1);
      });

      it('did not reach where the account is refused or nobody listens', async () => {
        const { url } = await city();
        const wrong = openMysql(url.replace('a%40b%2Fc', 'salah'), { preset: 'classic' }).local;
        expect(await wrong.createReport(REPORT, await admitted(wrong))).toMatchObject({
          kind: 'not-reached',
          cause: 'credentials',
        });
        expect(await wrong.readPage({ sinceMs: 0, page: 1 }, NEVER)).toMatchObject({
          failure: { kind: 'unauthorized' },
        });
        const nobody = openMysql('mysql://u:p@127.0.0.1:1/x', { preset: 'classic' }).local;
        expect(await nobody.createReport(REPORT, await admitted(nobody))).toEqual({
          kind: 'not-sent',
          cause: 'refused',
        });
        expect(await nobody.readPage({ sinceMs: 0, page: 1 }, NEVER)).toMatchObject({
          failure: { kind: 'unreachable' },
        });
      });

      it('is not sent in the clear where TLS is asked for and the server has none', async () => {
        const { url } = await city();
        const { local } = openMysql(`${url}?ssl=true`, { preset: 'classic' });
        expect(await local.createReport(REPORT, await admitted(local))).toEqual({ kind: 'not-sent', cause: 'tls' });
      });

      it('is refused where the text is longer than its column, and nothing of it is cut', async () => {
        const { local, rows } = await open();
        await server.root.query('ALTER TABLE pengaduan MODIFY isi_laporan VARCHAR(20) NOT NULL');
        const long: NewReport = { ...REPORT, text: 'x'.repeat(100) };
        expect(await local.createReport(long, await admitted(local))).toMatchObject({
          kind: 'refused',
          cause: 'content',
        });
        expect(await rows('SELECT COUNT(*) AS n FROM pengaduan')).toEqual([{ n: 1 }]);
      });
    });

    it('takes the time of a TIMESTAMP from the server and that of a DATETIME from the zone', async () => {
      const { url } = await city([
        'CREATE TABLE aduan (id CHAR(36) PRIMARY KEY, a TIMESTAMP NULL, b DATETIME)',
        "SET time_zone = '+00:00'",
        "INSERT INTO aduan VALUES ('0f8fad5b-d9cb-469f-a165-70867728950e', '2026-07-01 01:00:00', '2026-07-01 08:00:00')",
      ]);
      const reports =
        "SELECT id, 'x' AS isi, b AS created_at, a AS updated_at FROM aduan WHERE id > :after_id ORDER BY id LIMIT :limit";
      const { local } = openMysql(url, { own: { reports } }, createFakeClock());
      const report = await readOne(local, '0f8fad5b-d9cb-469f-a165-70867728950e');
      expect([report.createdAt, report.updatedAt]).toEqual([Date.UTC(2026, 6, 1, 1), Date.UTC(2026, 6, 1, 1)]);
      // What the statement does not tell hides.
      expect(report.privacy).toEqual({ anonymous: true, secret: true });
    });

    /** Until another session is saying this. */
    async function untilSaid(rows: (sql: string) => Promise<RowDataPacket[]>, words: string): Promise<void> {
      for (;;) {
        const sql = `SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST WHERE ID <> CONNECTION_ID() AND INFO LIKE '%${words}%'`;
        if (Number((await rows(sql))[0]?.n) > 0) return;
      }
    }
  });
