import type { JsonValue } from '../../report/canonical-json.ts';
import { fingerprint } from '../../report/fingerprint.ts';
import { asList } from '../rest/as-list.ts';
import type { RestRow } from '../rest/rest-row.ts';
import type { ContractRow, FileRow } from './file-rows.ts';
import type { Rejected } from './folder-entry-wire.ts';
import type { FolderState } from './folder-state.ts';

export interface Taken {
  /** What is new, or other than known. */
  readonly rows: readonly { readonly localId: string; readonly row: { readonly [name: string]: JsonValue } }[];
  readonly rejected: readonly (Rejected & { readonly numbers: readonly number[] })[];
}

export interface TakeOptions {
  readonly state: FolderState;
  /** Name of the file, for rows that have no id. */
  readonly name: string;
  readonly readRow: (row: unknown) => RestRow;
}

type Judged =
  | { readonly type: 'take'; readonly localId: string; readonly row: ContractRow }
  | { readonly type: 'known' }
  | { readonly type: 'reject'; readonly key: string; readonly path: string; readonly reason: string };

/**
 * What a file's rows change of what is known: a row as it is known changes nothing, an older version neither, and a report
 * that a newer file leaves out stays. Answers are added to those that are known.
 */
export function decideTaken(rows: readonly FileRow[], options: TakeOptions): Taken {
  const taken = new Map<string, ContractRow>();
  const rejected: (Rejected & { numbers: readonly number[] })[] = [];
  const numbers = numberedIds(options.state);
  for (const row of rows) {
    const judged = judge(row, { ...options, numbers });
    if (judged.type === 'take') taken.set(judged.localId, judged.row);
    if (judged.type !== 'reject') numbers.set(withoutZeros(row.id), row.id);
    if (judged.type !== 'reject') continue;
    const { key, path, reason } = judged;
    rejected.push({ key, path, reason, fingerprint: fingerprint(plain(row.row)), numbers: row.numbers });
  }
  return { rows: [...taken].map(([localId, row]) => ({ localId, row: plain(row) })), rejected };
}

function judge(
  file: FileRow,
  { state, name, readRow, numbers }: TakeOptions & { readonly numbers: ReadonlyMap<string, string> },
): Judged {
  const localId = localIdOf(file, state);
  const known = state.rows.get(localId);
  const place = `${name}#${file.numbers[0] ?? ''}`;
  const key = file.id === '' ? place : localId;
  if (file.id === '') return { type: 'reject', key, path: 'id', reason: 'missing' };
  if (file.fault !== null) return { type: 'reject', key, ...file.fault };
  const twin = numbers.get(withoutZeros(file.id));
  if (twin !== undefined && twin !== file.id) return { type: 'reject', key, path: 'id', reason: 'lost-zeros' };
  if (!file.isReport && known === undefined) return { type: 'reject', key, path: 'isi', reason: 'unknown-report' };
  const row = merged(file, known?.row);
  const read = readRow(row);
  if (!read.ok) {
    const { path, reason } = read.rejected;
    // An id that is none is no key, either.
    return { type: 'reject', key: path === 'id' ? place : key, path, reason };
  }
  if (known === undefined) return { type: 'take', localId, row };
  const isOlder = known.read.ok && file.isReport && read.report.updatedAt < known.read.report.updatedAt;
  const isSame = fingerprint(plain(row)) === fingerprint(plain(known.row));
  // What was rejected since is right again, though it says nothing new.
  return isOlder || (isSame && !state.rejected.has(localId)) ? { type: 'known' } : { type: 'take', localId, row };
}

/** A report that the bridge made keeps the id that it got then; it is recognised by its reference or its number. */
function localIdOf({ id, row }: FileRow, { made, takenOver }: FolderState): string {
  const known = takenOver.get(id);
  if (known !== undefined) return known;
  const { external_ref: reference, lapor_id: number } = row;
  return [reference, `lapor:${number ?? ''}`].find((ref) => typeof ref === 'string' && made.has(ref))?.toString() ?? id;
}

function merged({ row, isReport }: FileRow, known: ContractRow | undefined): ContractRow {
  const { tanggapan: told, ...report } = row;
  const { tanggapan: before, ...knownReport } = known ?? {};
  const answers = new Map<JsonValue, JsonValue>();
  for (const answer of [...(asList(before) ?? []), ...(asList(told) ?? [])] as JsonValue[]) {
    answers.set(idOf(answer), answer);
  }
  const isUntold = told === undefined && before === undefined;
  return { ...(isReport ? report : knownReport), ...(isUntold ? {} : { tanggapan: [...answers.values()] }) };
}

function idOf(answer: JsonValue): JsonValue {
  const isObject = typeof answer === 'object' && answer !== null && !Array.isArray(answer);
  const id = isObject ? (answer as { readonly id?: JsonValue }).id : undefined;
  return id === undefined ? JSON.stringify(answer) : String(id);
}

/** A spreadsheet makes 42 of `00042`: with the other it would be a second report. */
function numberedIds({ rows, takenOver }: FolderState): Map<string, string> {
  const cityIds = new Map([...takenOver].map(([cityId, localId]) => [localId, cityId]));
  return new Map([...rows.keys()].map((id) => cityIds.get(id) ?? id).map((id) => [withoutZeros(id), id]));
}

function withoutZeros(id: string): string {
  return /^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, '') : id;
}

function plain(row: ContractRow): { readonly [name: string]: JsonValue } {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
