import { readPath } from '../../http/read-path.ts';
import { asList } from './as-list.ts';
import { FILE, PLACE, PLAIN, REPORTER, RESPONSE } from './row-names.ts';

/** Our name → dotted path of theirs. */
type Paths = Readonly<Record<string, string>>;

/**
 * Gives a row of theirs the contract's names (local contract, section 1), so that it can be parsed as one. `fields`
 * says where they are otherwise. Nothing is judged here: a value of the wrong kind stays what it is.
 */
export function renameRow(row: unknown, fields: Paths): Readonly<Record<string, unknown>> {
  const files = pathsUnder('lampiran', fields);
  const response = pathsUnder('tanggapan', fields);
  const responseFiles = { ...files, ...pathsUnder('lampiran', response) };
  return {
    ...renameMembers(row, PLAIN, fields),
    lokasi: renameGroup(row, { name: 'lokasi', members: PLACE }, fields),
    pelapor: renameGroup(row, { name: 'pelapor', members: REPORTER }, fields),
    lampiran: renameFiles(readPath(row, fields.lampiran ?? 'lampiran'), files),
    tanggapan: renameItems(readPath(row, fields.tanggapan ?? 'tanggapan'), (item) => ({
      ...renameMembers(item, RESPONSE, response),
      lampiran: renameFiles(readPath(item, response.lampiran ?? 'lampiran'), responseFiles),
    })),
  };
}

function renameMembers(item: unknown, names: readonly string[], paths: Paths): Readonly<Record<string, unknown>> {
  return Object.fromEntries(names.map((name) => [name, readPath(item, paths[name] ?? name)]));
}

interface Group {
  readonly name: string;
  /** The first one is what a text (or `null`) in place of the group stands for: `"lokasi": "Jl. Contoh"`. */
  readonly members: readonly [string, ...string[]];
}

/** The members of a group lie in it, or wherever in the row `fields` says. */
function renameGroup(row: unknown, { name, members }: Group, fields: Paths): unknown {
  const value = readPath(row, fields[name] ?? name);
  const group = typeof value === 'string' || value === null ? { [members[0]]: value } : (value ?? {});
  // PHP writes an empty object as an empty list.
  if (typeof group !== 'object' || (Array.isArray(group) && group.length > 0)) return value;
  const elsewhere = pathsUnder(name, fields);
  return Object.fromEntries(
    members.map((member) => {
      const path = elsewhere[member];
      return [member, path === undefined ? readPath(group, member) : readPath(row, path)];
    }),
  );
}

/** A file may be its URL alone, and a single one needs no list. */
function renameFiles(value: unknown, paths: Paths): unknown {
  if (typeof value === 'string') return value.trim() === '' ? [] : [fileAt(value)];
  const files = renameItems(value, (item) => renameMembers(item, FILE, paths));
  return Array.isArray(files) ? files.map((file) => (typeof file === 'string' ? fileAt(file) : file)) : files;
}

function fileAt(url: string): Readonly<Record<string, unknown>> {
  return renameMembers({ url }, FILE, {});
}

function renameItems(value: unknown, rename: (item: object) => unknown): unknown {
  return asList(value)?.map((item) => (typeof item === 'object' && item !== null ? rename(item) : item)) ?? value;
}

/** `{ 'lokasi.alamat': 'a.b' }` under `lokasi`: `{ alamat: 'a.b' }`. */
function pathsUnder(name: string, paths: Paths): Paths {
  const prefix = `${name}.`;
  return Object.fromEntries(
    Object.entries(paths).flatMap(([key, path]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), path]] : [])),
  );
}
