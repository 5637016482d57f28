import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../src/ledger/sqlite/database.ts';
import { type HistoryRow, replayHistory, verifyHistory } from '../ledger/verify-history.ts';

/** A ledger that no process has open, and what was seen of it before. */
export interface KeptLedger {
  /** In which it lies. */
  readonly folder: string;
  /** In which its backups lie. */
  readonly backups: string;
  /** Of its history, as they were shown, oldest first. */
  readonly heads: readonly string[];
}

/** What the bridge leaves in its folder. */
const FILES = /^ledger\.(?:head|sqlite(?:-wal|-shm|\.lock\.db|\.key)?)$/;

/**
 * The ledger is whole, its history verifies and holds, in order, every head that was ever shown or backed up, and nothing
 * else lies beside it.
 */
export function checkKeptLedger({ folder, backups, heads }: KeptLedger): readonly string[] {
  const file = join(folder, 'ledger.sqlite');
  if (!existsSync(file)) return ['there is no ledger'];
  return read(file, (database) => {
    const rows = historyOf(database);
    return [
      ...isSound(database, 'the ledger'),
      ...keepsHeads(rows, heads),
      ...tellsStates(database, rows),
      ...checkBackups(rows, backups),
      ...leftovers(folder),
    ];
  });
}

function read<T>(file: string, act: (database: Database) => T): T {
  const database = new Database(file, { readonly: true });
  try {
    return act(database);
  } finally {
    database.close();
  }
}

function historyOf(database: Database): readonly HistoryRow[] {
  return database.prepare('select * from history order by seq').all() as readonly HistoryRow[];
}

function isSound(database: Database, name: string): readonly string[] {
  const found = database.pragma('integrity_check(1)', { simple: true });
  if (found !== 'ok') return [`I29 ${name} is damaged: ${found}`];
  const broken = verifyHistory(historyOf(database));
  return broken === null ? [] : [`I25 entry ${broken} of ${name} does not follow from those before it`];
}

/** What was shown once was on the disk: a kill that took it away again would be a lost commit. */
function keepsHeads(rows: readonly HistoryRow[], heads: readonly string[]): readonly string[] {
  const places = new Map(rows.map(({ hash, seq }) => [hash, seq]));
  let last = 1;
  return heads.flatMap((head) => {
    const place = places.get(head) ?? 0;
    const isKept = place >= last;
    last = Math.max(last, place);
    return isKept ? [] : [`I25 the history lost ${head.slice(0, 12)}, which was its head`];
  });
}

function tellsStates(database: Database, rows: readonly HistoryRow[]): readonly string[] {
  const { states } = replayHistory(rows);
  const now = database.prepare('select id, state from delivery').all() as { id: number; state: string }[];
  return now
    .filter(({ id, state }) => states.get(id) !== state)
    .map(({ id, state }) => `I24 delivery ${id} is ${state}, but its history ends with ${states.get(id)}`);
}

/** A backup that has its name is whole, also where the next one was killed. */
function checkBackups(rows: readonly HistoryRow[], folder: string): readonly string[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sqlite')) : [];
  return names.flatMap((name) =>
    read(join(folder, name), (database) => {
      const head = historyOf(database).at(-1);
      const isPrefix = head === undefined || rows[head.seq - 1]?.hash === head.hash;
      return [...isSound(database, name), ...(isPrefix ? [] : [`I25 backup ${name} tells another history`])];
    }),
  );
}

function leftovers(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !FILES.test(name))
    .map((name) => `left behind: ${name}`);
}
