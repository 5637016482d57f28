import type { RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Bridge, createBridge } from '../../../src/bridge.ts';
import {
  createNationalSimulator,
  DEFAULT_NATIONAL_AUTH,
  DEFAULT_NATIONAL_TOKEN,
  type NationalSimulator,
} from '../../../src/simulate/create-national-simulator.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { makeConfig } from '../../support/make-config.ts';
import { openTestLedger } from '../../support/make-ledger.ts';
import { CITY_TABLES } from './city-tables.ts';
import { hasMariaDb, type MariaDb, startMariaDb } from './start-mariadb.ts';

const NEVER = new AbortController().signal;
const LIMITS = { perMinute: 1_000_000, concurrency: 4 };
/** More, for a figure: `JEMBATAN_MYSQL_REPORTS=5000`. */
const REPORTS = Number(process.env.JEMBATAN_MYSQL_REPORTS ?? 300);
const STATUSES = {
  national: { 'Belum Terverifikasi': 'received', Terverifikasi: 'verified', 'Dalam Proses': 'in-progress' },
  local: {
    received: '0',
    verified: 'proses',
    'in-progress': 'proses',
    'waiting-reporter': 'ignore',
    closed: 'selesai',
    archived: 'selesai',
    rejected: 'ignore',
  },
};

it('is tried on a MariaDB wherever CI runs', () => {
  expect(hasMariaDb || process.env.CI !== 'true').toBe(true);
});

if (hasMariaDb)
  describe('a city of the classic tables', () => {
    let server: MariaDb;
    beforeAll(async () => {
      server = await startMariaDb();
      await server.root.query("CREATE USER tulis@'127.0.0.1' IDENTIFIED BY 't', baca@'127.0.0.1' IDENTIFIED BY 'b'");
    });
    afterAll(async () => {
      await server.stop();
    });

    async function open(user: 'tulis:t' | 'baca:b', reports: number) {
      const name = await server.database(CITY_TABLES.classic);
      await server.root.query(`GRANT ALL ON ${name}.* TO tulis@'127.0.0.1'`);
      await server.root.query(`GRANT SELECT ON ${name}.* TO baca@'127.0.0.1'`);
      await server.root.query(
        `INSERT INTO pengaduan SELECT seq, '2026-07-01', '9999010101010001', CONCAT('Jalan berlubang nomor ', seq), '', '0'
         FROM seq_1_to_${reports}`,
      );
      const national = createNationalSimulator({ now: systemClock.now });
      const { baseUrl } = await national.start();
      const headers = { Authorization: `Bearer ${DEFAULT_NATIONAL_AUTH}`, token: DEFAULT_NATIONAL_TOKEN };
      const url = `mysql://${user}@127.0.0.1:${server.port}/${name}`;
      const config = makeConfig({
        national: { baseUrl, headers, limits: LIMITS },
        policy: { guard: { maxNewPerCycle: 1_000_000 } },
        statuses: STATUSES,
        top: { local: { kind: 'mysql', url, preset: 'classic', limits: LIMITS, pageSize: 500 } },
      });
      const world = { clock: systemClock, random: () => 0.5, version: 'test', environmentProxy: null };
      const bridge = createBridge({ config, ledger: openTestLedger().ledger }, world);
      onTestFinished(async () => {
        await bridge.close();
        await national.stop();
      });
      const rows = async (sql: string) => (await server.root.query<RowDataPacket[]>(sql))[0];
      return { bridge, national, rows };
    }

    it('has every report forwarded once, its number written once, and a second round writes nothing anywhere', async () => {
      const { bridge, national, rows } = await open('tulis:t', REPORTS);
      await round(bridge);
      expect(national.world.complaints()).toHaveLength(REPORTS);
      expect(new Set(national.world.complaints().map(({ content }) => content)).size).toBe(REPORTS);
      expect(await rows('SELECT COUNT(*) AS n FROM jembatan_lapor')).toEqual([{ n: REPORTS }]);
      const before = await rows('CHECKSUM TABLE pengaduan, tanggapan, jembatan_lapor');
      const sent = writes(national);
      await round(bridge);
      expect(await rows('CHECKSUM TABLE pengaduan, tanggapan, jembatan_lapor')).toEqual(before);
      expect(writes(national)).toBe(sent);
      expect((await bridge.ledger.readTally()).deliveries).toMatchObject({ ready: 0, doubt: 0, parked: 0 });
    }, 600_000);

    it('is read by an account that may only read, and what would have been written is shown', async () => {
      const { bridge, national } = await open('baca:b', 5);
      await round(bridge);
      expect(national.world.complaints()).toHaveLength(5);
      const { stuck } = await bridge.ledger.readAttention();
      expect(stuck.map(({ kind, state, reason }) => `${kind} ${state} ${reason}`)).toEqual(
        Array(5).fill('write-back parked read-only'),
      );
      const [first] = stuck;
      const found = await bridge.ledger.findCase(first?.localId ?? '');
      const deliveries = await bridge.ledger.deliveriesOf(found?.id ?? 0);
      expect(deliveries.find(({ side }) => side === 'local')?.body).toMatchObject({ nationalId: found?.nationalId });
    });
  });

async function round(bridge: Bridge): Promise<void> {
  await bridge.cycle({ once: true, sends: true, halt: NEVER, stop: NEVER });
}

function writes({ requests }: NationalSimulator): number {
  return requests.filter(({ method }) => method === 'POST').length;
}
