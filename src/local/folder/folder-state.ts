import type { NewReport, WriteBack } from '../local-system.ts';
import type { RestRow } from '../rest/rest-row.ts';
import type { ContractRow } from './file-rows.ts';
import type { FolderEntry, Rejected, Written } from './folder-entry-wire.ts';

/** The newest version of one report that a file of the city told. */
export interface KnownRow {
  readonly row: ContractRow;
  readonly read: RestRow;
  readonly at: number;
  /** Number of its line in the journal. */
  readonly line: number;
}

export interface KnownRejected extends Rejected {
  readonly at: number;
  readonly line: number;
  readonly file: string | null;
  readonly source: string;
}

/** What was written to one report. `line`: the one that named its status last. */
export interface WrittenBack {
  readonly values: WriteBack;
  readonly line: number;
  readonly status: { readonly name: string; readonly line: number } | null;
}

/** Everything that the journal tells. Reports are known by the id under which the bridge has them. */
export interface FolderState {
  readonly hashes: Set<string>;
  readonly rows: Map<string, KnownRow>;
  readonly rejected: Map<string, KnownRejected>;
  /** Reports that the bridge made, by their reference, which is their id, too. */
  readonly made: Map<string, { readonly report: NewReport; readonly at: number; readonly line: number }>;
  /** Id in the city's application → reference, of reports that the bridge made and the city has taken over. */
  readonly takenOver: Map<string, string>;
  readonly writtenBack: Map<string, WrittenBack>;
  readonly responses: Map<string, readonly Extract<Written, { readonly kind: 'response' }>[]>;
  /** What is in no file of the outbox yet. */
  unpublished: Written[];
  readonly files: Set<string>;
  lines: number;
  lastAt: number;
}

export function emptyState(): FolderState {
  return {
    hashes: new Set(),
    rows: new Map(),
    rejected: new Map(),
    made: new Map(),
    takenOver: new Map(),
    writtenBack: new Map(),
    responses: new Map(),
    unpublished: [],
    files: new Set(),
    lines: 0,
    lastAt: 0,
  };
}

/** Notes one line of the journal in the state. `readRow` reads a row under the contract's names. */
export function applyEntry(state: FolderState, entry: FolderEntry, readRow: (row: unknown) => RestRow): void {
  state.lines += 1;
  state.lastAt = Math.max(state.lastAt, entry.at);
  const { at } = entry;
  const line = state.lines;
  switch (entry.kind) {
    case 'taken':
      applyTaken(state, entry, readRow);
      return;
    case 'report':
      state.made.set(entry.report.externalRef, { report: entry.report, at, line });
      break;
    case 'write-back': {
      const { localStatus: name } = entry.values;
      const before = state.writtenBack.get(entry.localId)?.status ?? null;
      const status = name === null ? before : { name, line };
      state.writtenBack.set(entry.localId, { values: entry.values, line, status });
      break;
    }
    case 'response':
      state.responses.set(entry.localId, [...(state.responses.get(entry.localId) ?? []), entry]);
      break;
    case 'published':
      state.unpublished = state.unpublished.slice(entry.count);
      for (const file of entry.files) state.files.add(file);
      return;
  }
  state.unpublished.push(entry);
}

function applyTaken(
  state: FolderState,
  entry: Extract<FolderEntry, { readonly kind: 'taken' }>,
  readRow: (row: unknown) => RestRow,
): void {
  const { at, name: source, rejectedFile: file } = entry;
  const line = state.lines;
  state.hashes.add(entry.hash);
  // A newer file of the same name speaks for all that was wrong in the older one.
  for (const [key, known] of state.rejected) if (known.source === source) state.rejected.delete(key);
  for (const rejected of entry.rejected) state.rejected.set(rejected.key, { ...rejected, at, line, file, source });
  for (const { localId, row } of entry.rows) {
    state.rows.set(localId, { row, read: readRow(row), at, line });
    state.rejected.delete(localId);
    const { id } = row;
    if (localId !== id && state.made.has(localId)) state.takenOver.set(String(id), localId);
  }
}
