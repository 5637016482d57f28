import { drain } from './drain.ts';
import { type Figure, figureTable } from './figure.ts';
import { idleCycle } from './idle-cycle.ts';
import { importExport } from './import-export.ts';
import { makeReports, readTexts } from './make-reports.ts';
import { mysqlCity } from './mysql-city.ts';
import { page } from './page.ts';
import { roundTrip } from './round-trip.ts';
import { rss } from './rss.ts';
import { start } from './start.ts';
import { startServers } from './start-servers.ts';
import { twins } from './twins.ts';

/**
 * `npm run bench [-- drain | round-trip | idle-cycle | rss | start | page | twins | import | mysql]`: measures, prints a table,
 * judges nobody.
 */

const REPORTS = 2_000;
const EXPORTED = 10_000;
const CITY = 5_000;

const servers = await startServers();
const load = { name: 'made-up texts', servers, reports: makeReports(REPORTS) };
const MEASURES: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  drain: async () => [...(await drain(load)), ...(await drainOwnTexts())],
  'round-trip': () => roundTrip(load),
  'idle-cycle': () => idleCycle(servers),
  rss: () => rss(servers),
  start: () => start(servers),
  page: () => page(servers),
  twins: async () => [...(await twins('made-up texts', load.reports)), ...(await twinsOfOwnTexts())],
  import: () => importExport(textsName(), { servers, reports: makeReports(EXPORTED, ownTexts()) }),
  mysql: () => mysqlCity(textsName(), makeReports(CITY, ownTexts())),
};

process.exitCode = await run(process.argv.slice(2));
await servers.stop();

async function run(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => MEASURES[name] === undefined);
  if (unknown.length > 0) {
    process.stderr.write(`bench: ${unknown.join(', ')}? One of ${Object.keys(MEASURES).join(', ')}\n`);
    return 2;
  }
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    process.stderr.write(`bench: ${name} …\n`);
    figures.push(...(await measure()));
  }
  process.stdout.write(`${figureTable(figures)}\n`);
  return 0;
}

/** `JEMBATAN_BENCH_LOAD` may name a gzipped table (id, category, text) of complaints to be sent besides. */
async function drainOwnTexts(): Promise<readonly Figure[]> {
  const file = process.env.JEMBATAN_BENCH_LOAD;
  if (file === undefined) return [];
  return await drain({ name: 'own texts', servers, reports: makeReports(REPORTS, readTexts(file)) });
}

function ownTexts(): readonly string[] {
  const file = process.env.JEMBATAN_BENCH_LOAD;
  return file === undefined ? [] : readTexts(file);
}

function textsName(): string {
  return process.env.JEMBATAN_BENCH_LOAD === undefined ? 'made-up texts' : 'own texts';
}

async function twinsOfOwnTexts(): Promise<readonly Figure[]> {
  const file = process.env.JEMBATAN_BENCH_LOAD;
  return file === undefined ? [] : await twins('own texts', makeReports(REPORTS, readTexts(file)));
}
