import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createFolderLocal } from '../../../src/local/folder/create-folder-local.ts';
import type { FolderLocalOptions } from '../../../src/local/folder/folder-local-options.ts';
import type { LocalSystem } from '../../../src/local/local-system.ts';
import { readTable } from '../../../src/table/read-table.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { makeFolder } from '../../support/make-folder.ts';

export interface OpenedFolder {
  readonly folder: string;
  readonly clock: FakeClock;
  /** The form over these folders, as another process would open it. It is closed when the test ends. */
  open(changes?: Partial<FolderLocalOptions>): LocalSystem;
  /** Puts a whole file into the inbox. */
  drop(name: string, content: string | Uint8Array): void;
  /** Names in a folder, without those of the bridge. */
  names(folder: string): readonly string[];
  /** The rows of every CSV file in a folder whose name begins so, by their headings. */
  rows(folder: string, begin: string): Promise<readonly Readonly<Record<string, string>>[]>;
}

/** Three empty folders, and a clock that stands still. */
export function openFolder(): OpenedFolder {
  const folder = makeFolder();
  const clock = createFakeClock();
  for (const name of ['inbox', 'outbox', 'rejected']) mkdirSync(join(folder, name));
  const options: FolderLocalOptions = {
    inbox: join(folder, 'inbox'),
    outbox: join(folder, 'outbox'),
    rejected: join(folder, 'rejected'),
    format: 'csv',
    columns: {},
    pageSize: 100,
    zone: 'Asia/Jakarta',
    attachmentHosts: [],
    settleMs: 0,
    looksOnly: false,
  };
  const names = (name: string) =>
    readdirSync(join(folder, name), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .toSorted();

  return {
    folder,
    clock,
    names,
    open(changes = {}) {
      const client = { fetchForeign: () => Promise.reject(new Error('not expected')), close: () => undefined };
      const local = createFolderLocal({ options: { ...options, ...changes }, clock, client, perMinute: 100_000 });
      onTestFinished(async () => local.close());
      return local;
    },
    drop(name, content) {
      const beside = join(folder, `.${name}`);
      writeFileSync(beside, content);
      renameSync(beside, join(folder, 'inbox', name));
    },
    async rows(name, begin) {
      const files = names(name).filter((file) => file.startsWith(begin) && file.endsWith('.csv'));
      const tables = await Promise.all(files.map((file) => readTable(readFileSync(join(folder, name, file)))));
      return tables.flatMap(([headings = [], ...rows]) =>
        rows.map((cells) => Object.fromEntries(headings.map((heading, place) => [heading, cells[place] ?? '']))),
      );
    },
  };
}
