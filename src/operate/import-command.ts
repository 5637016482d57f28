import { resolve } from 'node:path';
import type { Bridge } from '../bridge.ts';
import { exportNames } from '../config/export-names.ts';
import { foldName } from '../config/fold-name.ts';
import type { Config } from '../config/to-config.ts';
import { type ExportVerdict, recordExport } from '../intake/record-export.ts';
import { type ExportReader, exportReader } from '../national/export-reader.ts';
import type { Institution, NationalListed } from '../national/national-system.ts';
import { readTableFile } from '../national/read-table-file.ts';
import type { TableRows } from '../table/read-table.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { type Imported, importText } from './import-text.ts';
import { openConfig, openCopy, openOperatorBridge } from './open-bridge.ts';
import { say } from './say.ts';

export interface ImportOptions {
  readonly config: string;
  readonly file: string;
  /** Without it, nothing is written. */
  readonly apply: boolean;
  readonly json: boolean;
}

/** Above its headings an export may have a title, a period and the like. */
const HEADING_WITHIN = 20;
const NEVER = new AbortController().signal;

/** `jembatan import <file>`: takes in an export of LAPOR!'s admin page; without `--apply` only says what it would do. */
export async function importCommand(host: Host, options: ImportOptions): Promise<ExitCode> {
  const { config } = openConfig(host, options.config);
  const table = await tableOf(resolve(host.cwd, options.file));
  if (table === null) {
    host.err(`${say(config.locale, 'import.unreadable', { file: options.file })}\n`);
    return EXIT.usage;
  }
  const bridge = options.apply
    ? await openOperatorBridge(host, config)
    : await openCopy(host, config, { recover: false });
  try {
    const master = await bridge.national.institutions(NEVER);
    if (!master.ok) {
      host.err(`${say(config.locale, 'import.unreachable', { reason: master.failure.kind })}\n`);
      return EXIT.unreachable;
    }
    const found = readerOf(table, config, master.value);
    if (!found.reader.ok) {
      host.err(`${say(config.locale, 'import.no-headings', { missing: found.reader.missing.join(', ') })}\n`);
      return EXIT.usage;
    }
    const imported = await take(bridge, { table, read: found.reader.read, from: found.from, at: host.clock.now() });
    host.out(options.json ? `${JSON.stringify(imported)}\n` : importText(imported, config, options));
    const { rejected, verdicts } = imported;
    const isClear = [rejected, verdicts.twin, verdicts.unplaced, verdicts['set-apart']].every(
      (list) => list.length === 0,
    );
    return isClear ? EXIT.done : EXIT.needsPerson;
  } finally {
    await bridge.close();
  }
}

async function tableOf(path: string): Promise<TableRows | null> {
  try {
    return await readTableFile(path);
  } catch {
    return null;
  }
}

/** By the first row that has the headings; `from`: the row behind it. */
function readerOf(
  table: TableRows,
  config: Config,
  master: readonly Institution[],
): { readonly reader: ExportReader; readonly from: number } {
  const ids = exportNames(config, master);
  const told = { columns: config.import.columns, ids, fold: foldName };
  const readers = table.slice(0, HEADING_WITHIN).map((row) => exportReader(row, told));
  const index = readers.findIndex(({ ok }) => ok);
  return { reader: readers[index] ?? exportReader(table[0] ?? [], told), from: index + 1 };
}

interface Task {
  readonly table: TableRows;
  readonly read: (ExportReader & { readonly ok: true })['read'];
  readonly from: number;
  readonly at: number;
}

async function take(bridge: Bridge, { table, read, from, at }: Task): Promise<Imported> {
  const reports: NationalListed[] = [];
  const rejected: Imported['rejected'][number][] = [];
  for (const [index, cells] of table.entries()) {
    if (index < from || cells.every((cell) => cell.trim() === '')) continue;
    const row = read(cells);
    if (row.ok) reports.push(row.report);
    else rejected.push({ row: index + 1, path: row.rejected.path, reason: row.rejected.reason });
  }
  const byNumber = await recordExport(bridge, reports, at);
  const verdicts: Record<ExportVerdict, string[]> = {
    adopted: [],
    settled: [],
    linked: [],
    twin: [],
    known: [],
    older: [],
    elsewhere: [],
    unplaced: [],
    'set-apart': [],
  };
  for (const [id, verdict] of byNumber) verdicts[verdict].push(id);
  return { rows: reports.length + rejected.length, twice: reports.length - byNumber.size, verdicts, rejected };
}
