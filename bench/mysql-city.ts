import type { RowDataPacket } from 'mysql2/promise';
import { type Bridge, createBridge } from '../src/bridge.ts';
import type { Report } from '../src/report/report.ts';
import {
  createNationalSimulator,
  DEFAULT_NATIONAL_AUTH,
  DEFAULT_NATIONAL_TOKEN,
} from '../src/simulate/create-national-simulator.ts';
import { systemClock } from '../src/system-clock.ts';
import { CITY_TABLES } from '../test/local/mysql/city-tables.ts';
import { hasMariaDb, type MariaDb, startMariaDb } from '../test/local/mysql/start-mariadb.ts';
import { makeConfig } from '../test/support/make-config.ts';
import { openTestLedger } from '../test/support/make-ledger.ts';
import type { Figure } from './figure.ts';

const NEVER = new AbortController().signal;
const LIMITS = { perMinute: 1_000_000, concurrency: 4 };
const SEEN_ONLY = 200;
const AT_ONCE = 500;
const TABLES = 'pengaduan, tanggapan, jembatan_lapor';
const STATUSES = {
  national: { 'Belum Terverifikasi': 'received' },
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

/**
 * A city of the classic tables in a MariaDB: a pass files all of it, a second one writes nothing, as the simulated LAPOR!
 * and the database's own log tell; then an account that may only read. Nothing where no MariaDB is installed.
 */
export async function mysqlCity(name: string, reports: readonly Report[]): Promise<readonly Figure[]> {
  if (!hasMariaDb) return [];
  const server = await startMariaDb();
  try {
    await server.root.query("CREATE USER tulis@'127.0.0.1' IDENTIFIED BY 't', baca@'127.0.0.1' IDENTIFIED BY 'b'");
    return [...(await twoPasses(server, { name, reports })), await readOnly(server, reports.slice(0, SEEN_ONLY))];
  } finally {
    await server.stop();
  }
}

interface Load {
  readonly name: string;
  readonly reports: readonly Report[];
}

async function twoPasses(server: MariaDb, { name, reports }: Load): Promise<readonly Figure[]> {
  const city = await openCity(server, 'tulis:t', reports);
  const first = await secondsOf(() => round(city.bridge));
  const filed = new Set(city.national.world.complaints().map(({ content }) => content.split('\n')[0]));
  const shown = await city.rows('SELECT COUNT(DISTINCT lapor_id) AS n FROM jembatan_lapor');
  const isOnce = filed.size === city.national.world.complaints().length && Number(shown[0]?.n) === filed.size;
  const before = JSON.stringify(await city.rows(`CHECKSUM TABLE ${TABLES}`));
  const posted = city.writes();
  await server.root.query("SET GLOBAL log_output = 'TABLE', GLOBAL general_log = 1");
  const second = await secondsOf(() => round(city.bridge));
  await server.root.query('SET GLOBAL general_log = 0');
  const [log] = await city.rows(
    `SELECT COUNT(*) AS n, SUM(argument RLIKE '^[[:space:]]*(insert|update|delete|replace|alter|create)') AS written
     FROM mysql.general_log WHERE user_host LIKE 'tulis%'`,
  );
  const isSame = JSON.stringify(await city.rows(`CHECKSUM TABLE ${TABLES}`)) === before;
  await city.close();
  const said = `${name}, first pass ${first.toFixed(0)} s, second ${second.toFixed(0)} s`;
  return [
    {
      name: `a MariaDB of ${reports.length}, filed once`,
      value: isOnce ? filed.size / reports.length : 0,
      unit: 'part',
      target: { atLeast: 1 },
      detail: `${said}; at LAPOR! and in jembatan_lapor`,
    },
    {
      name: 'written by the second pass',
      value: city.writes() - posted + Number(log?.written) + (isSame ? 0 : 1),
      unit: 'count',
      target: { atMost: 0 },
      detail: `at LAPOR! and among ${Number(log?.n)} lines of the database’s log; checksums of the tables ${isSame ? 'equal' : 'DIFFER'}`,
    },
  ];
}

async function readOnly(server: MariaDb, reports: readonly Report[]): Promise<Figure> {
  const city = await openCity(server, 'baca:b', reports);
  await round(city.bridge);
  const { stuck } = await city.bridge.ledger.readAttention();
  const told = stuck.filter(({ kind, reason }) => kind === 'write-back' && reason === 'read-only').length;
  const filed = city.national.world.complaints().length;
  await city.close();
  return {
    name: 'an account that may only read: told instead of written',
    value: told / reports.length,
    unit: 'part',
    target: { atLeast: 1 },
    detail: `${filed} of ${reports.length} filed, ${told} numbers shown to a person`,
  };
}

async function openCity(server: MariaDb, user: 'tulis:t' | 'baca:b', reports: readonly Report[]) {
  const database = await server.database(CITY_TABLES.classic);
  await server.root.query(`GRANT ALL ON ${database}.* TO tulis@'127.0.0.1'`);
  await server.root.query(`GRANT SELECT ON ${database}.* TO baca@'127.0.0.1'`);
  for (let from = 0; from < reports.length; from += AT_ONCE) {
    const rows = reports
      .slice(from, from + AT_ONCE)
      .map(({ text }) => ['2026-08-03', '9999010101010001', text, '', '0']);
    await server.root.query('INSERT INTO pengaduan (tgl_pengaduan, nik, isi_laporan, foto, status) VALUES ?', [rows]);
  }
  const national = createNationalSimulator({ now: systemClock.now });
  const { baseUrl } = await national.start();
  const headers = { Authorization: `Bearer ${DEFAULT_NATIONAL_AUTH}`, token: DEFAULT_NATIONAL_TOKEN };
  const url = `mysql://${user}@127.0.0.1:${server.port}/${database}`;
  const config = makeConfig({
    national: { baseUrl, headers, limits: LIMITS },
    policy: { guard: { maxNewPerCycle: 1_000_000 } },
    statuses: STATUSES,
    top: { local: { kind: 'mysql', url, preset: 'classic', limits: LIMITS, pageSize: 500 } },
  });
  const world = { clock: systemClock, random: () => 0.5, version: 'bench', environmentProxy: null };
  const bridge = createBridge({ config, ledger: openTestLedger().ledger }, world);
  return {
    bridge,
    national,
    rows: async (sql: string) => (await server.root.query<RowDataPacket[]>(sql))[0],
    writes: () => national.requests.filter(({ method }) => method === 'POST').length,
    async close() {
      await bridge.close();
      await national.stop();
    },
  };
}

async function secondsOf(act: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await act();
  return (performance.now() - begun) / 1000;
}

async function round(bridge: Bridge): Promise<void> {
  await bridge.cycle({ once: true, sends: true, halt: NEVER, stop: NEVER });
}
