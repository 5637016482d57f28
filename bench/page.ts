import { randomBytes } from 'node:crypto';
import { Database } from '../src/ledger/sqlite/database.ts';
import { systemClock } from '../src/system-clock.ts';
import { createPage } from '../src/web/page/create-page.ts';
import type { Figure } from './figure.ts';
import { makeReports } from './make-reports.ts';
import { multiplyCases } from './multiply-cases.ts';
import { openBenchBridge } from './open-bench-bridge.ts';
import type { Servers } from './start-servers.ts';

const CASES = 1_000;
const TIMES = 100;
const ROUNDS = 20;
const MOST_MS = 200;

const ADDRESSES = [
  '/',
  '/attention',
  '/reports',
  '/reports?show=late',
  '/reports?show=closed&born=national',
  '/reports?opd=DPUPR',
  '/reports?q=R',
  '/report',
  '/deadlines',
  '/health',
] as const;

/** How long each page takes with 100,000 cases in the ledger, 1,000 of which wait for a person: the slowest page counts. */
export async function page({ baseUrl }: Servers): Promise<readonly Figure[]> {
  const bench = await openBenchBridge(baseUrl);
  await bench.take(makeReports(CASES));
  await bench.roundTrip();
  mix(bench.ledgerFile);
  multiplyCases(bench.ledgerFile, TIMES);
  const { config, ledger } = bench.bridge;
  const routes = createPage({ config, ledger, clock: systemClock, version: 'bench', randomBytes });
  const slowest: { address: string; p95: number } = { address: '', p95: 0 };
  for (const address of ADDRESSES) {
    const [path, query = ''] = address.split('?');
    const route = routes.find((one) => one.method === 'GET' && one.path === path);
    const asked = new URLSearchParams(path === '/report' ? { id: `${await someId(bench.ledgerFile)}` } : query);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now();
      await route?.handle({ query: asked, headers: { host: 'localhost' }, body: new Uint8Array() });
      times.push(performance.now() - begun);
    }
    const p95 = times.toSorted((a, b) => a - b)[Math.ceil(ROUNDS * 0.95) - 1] ?? Number.NaN;
    process.stderr.write(`bench: ${address} ${p95.toFixed(0)} ms\n`);
    if (p95 > slowest.p95) Object.assign(slowest, { address, p95 });
  }
  await bench.close();
  const detail = `p95 of ${ROUNDS}; the slowest of ${ADDRESSES.length} pages is ${slowest.address}`;
  return [{ name: 'page, 100,000 cases', value: slowest.p95, unit: 'ms', target: { atMost: MOST_MS }, detail }];
}

/** As after some years: nine cases of ten are closed, some are late, some born at LAPOR!, one of a hundred is stuck. */
function mix(file: string): void {
  const database = new Database(file);
  const now = systemClock.now();
  const day = 86_400_000;
  database.exec(`
    update cases set first_seen_at = ${now} - (id % 900) * ${day}, created_at = ${now} - (id % 900) * ${day},
      due_at = ${now} + (id % 40 - 20) * ${day}, secret = (id % 30 = 0);
    update cases set closed_at = first_seen_at + ${day} where id % 10 <> 0;
    update cases set route = 'national' where id % 7 = 0;
    update delivery set ended_at = ${now} - (case_id % 900) * ${day};
    update delivery set state = 'parked', reason = 'outcome-unknown' where kind = 'create' and case_id % 100 = 0;
  `);
  database.close();
}

function someId(file: string): unknown {
  const database = new Database(file);
  const id = database.prepare('select local_id from cases where id > 50000 and secret = 0 limit 1').pluck().get();
  database.close();
  return id;
}
