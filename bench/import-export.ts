import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { DateTime } from 'luxon';
import writeXlsxFile from 'write-excel-file/node';
import type { Report } from '../src/report/report.ts';
import { CITY_INSTITUTION } from '../src/simulate/national-institutions.ts';
import { daemonFolder } from './daemon-folder.ts';
import type { Figure } from './figure.ts';
import { openBenchBridge } from './open-bench-bridge.ts';
import type { Servers } from './start-servers.ts';

const ROWS = 10_000;
/** Of them the first ones are reports of the city, which nothing filed: each is looked for among these. */
const KNOWN = 2_000;
/** Rows that are no reports, and rows that are there twice. */
const BAD = 10;
const TWICE = 5;

const HEADINGS = ['Tracking ID', 'Judul', 'Isi Laporan', 'Tanggal Laporan', 'Instansi', 'Pelapor', 'Anonim', 'Rahasia'];
/** What the process itself says of its memory (kB at most) and its time on the processor (µs), when it ends. */
const USAGE = `data:text/javascript,process.on("exit",()=>{
  const used = process.resourceUsage(); console.error("used", used.maxRSS, used.userCPUTime + used.systemCPUTime) })`;
/** Between two rows: 10,000 are what a city has in a year. */
const APART_MS = (365 * 86_400_000) / ROWS;

interface Told {
  readonly rows: number;
  readonly twice: number;
  readonly verdicts: Readonly<Record<string, readonly string[]>>;
  readonly rejected: readonly unknown[];
}

/**
 * `import --apply` of an export with 10,000 rows, in both formats: the reports of a year, in a
 * whole process from start to exit. Linux only.
 */
export async function importExport(
  name: string,
  { servers, reports }: { readonly servers: Servers; readonly reports: readonly Report[] },
): Promise<readonly Figure[]> {
  const now = Date.now();
  const recent = reports.map((report, index) => ({ ...report, createdAt: Math.round(now - index * APART_MS) }));
  const rows = [HEADINGS, ...rowsOf(recent)];
  const files = {
    CSV: Buffer.from(stringify(rows)),
    XLSX: await writeXlsxFile(rows.map((row) => row.map((cell) => ({ value: cell })))).toBuffer(),
  };
  const figures: Figure[] = [];
  for (const [format, bytes] of Object.entries(files)) {
    const { seconds, cpuSeconds, peakMb, told } = await importOnce(servers, { bytes, reports: recent.slice(0, KNOWN) });
    const counts = Object.entries(told.verdicts).filter(([, ids]) => ids.length > 0);
    const said = counts.map(([verdict, ids]) => `${ids.length} ${verdict}`).join(', ');
    const cpu = `${cpuSeconds.toFixed(1)} s of the processor`;
    const detail = `${name}, ${(bytes.length / 1e6).toFixed(1)} MB, ${KNOWN} reports known: ${said}, ${told.rejected.length} rejected; ${cpu}`;
    figures.push(
      { name: `import, 10,000 rows, ${format}`, value: seconds, unit: 's', target: { atMost: 10 }, detail },
      { name: `its memory at most, ${format}`, value: peakMb, unit: 'MB', target: { atMost: 200 }, detail: 'peak RSS' },
    );
  }
  return figures;
}

interface Imported {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly told: Told;
}

async function importOnce(
  servers: Servers,
  { bytes, reports }: { readonly bytes: Uint8Array; readonly reports: readonly Report[] },
): Promise<Imported> {
  const { folder, args, remove } = daemonFolder(servers.baseUrl);
  try {
    const bench = await openBenchBridge(servers.baseUrl, folder);
    await bench.take(reports);
    await bench.close();
    const file = join(folder, 'ekspor');
    writeFileSync(file, bytes);
    const command = ['--import', USAGE, ...args('import', file, '--apply', '--json')];
    const startedAt = performance.now();
    const { stdout, stderr } = spawnSync(process.execPath, command, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const seconds = (performance.now() - startedAt) / 1000;
    const used = /used (\d+) (\d+)/.exec(stderr);
    if (used === null || stdout === '') throw new Error(`import: ${stdout}${stderr}`);
    const told: Told = JSON.parse(stdout);
    expectAll(told);
    return { seconds, cpuSeconds: Number(used[2]) / 1e6, peakMb: Number(used[1]) / 1024, told };
  } finally {
    remove();
  }
}

/** A time for less than every row would mean nothing. */
function expectAll({ rows, twice, verdicts, rejected }: Told): void {
  const known = Object.values(verdicts).flat();
  const isWhole = rows === ROWS && rejected.length === BAD && twice === TWICE && known.length + BAD + TWICE === ROWS;
  if (!isWhole || new Set(known).size !== known.length)
    throw new Error(
      `of ${ROWS} rows: ${known.length} told, ${twice} twice, ${rejected.length} rejected (${rows} read)`,
    );
}

function rowsOf(reports: readonly Report[]): readonly (readonly string[])[] {
  const filed = Array.from({ length: ROWS - BAD - TWICE }, (_, index) => rowOf(reports, index));
  const bad = Array.from({ length: BAD }, (_, index) => [String(8_000_000 + index), 'Tanpa tanggal', 'Isi', 'kemarin']);
  return [...filed, ...filed.slice(0, TWICE), ...bad];
}

function rowOf(reports: readonly Report[], index: number): readonly string[] {
  const report = reports[index % reports.length];
  if (report === undefined) throw new Error('no reports');
  const { title, text, createdAt, reporter, privacy } = report;
  const day = DateTime.fromMillis(createdAt, { zone: 'Asia/Jakarta' }).toFormat('dd-MM-yyyy HH:mm:ss');
  const flag = (is: boolean) => (is ? 'Ya' : 'Tidak');
  const number = String(9_000_000 + index);
  const flags = [flag(privacy.anonymous), flag(privacy.secret)];
  return [number, title, text, day, CITY_INSTITUTION.name, reporter.name ?? '', ...flags];
}
