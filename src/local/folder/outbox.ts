import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { durableFile, moveFile } from './atomic-file.ts';
import type { FolderEntry } from './folder-entry-wire.ts';
import type { FolderState } from './folder-state.ts';
import { type OutboxFile, type OutboxOptions, outboxFiles } from './outbox-files.ts';
import { renderTable } from './render-table.ts';

export interface OutboxPlace {
  readonly folder: string;
  readonly format: 'csv' | 'xlsx' | 'json';
}

export interface Outbox {
  /** Finishes what a crash left half done: what the journal calls published is moved out, the rest is made anew. */
  finish(state: FolderState): Promise<void>;
  /** Puts what is in no file yet into new ones, each write in exactly one. `note` writes the line of the journal that says so. */
  publish(
    state: FolderState,
    options: Omit<OutboxOptions, 'files'>,
    note: (entry: FolderEntry) => Promise<void>,
  ): Promise<void>;
}

/**
 * Files wait in a folder of their own until the journal names them, and are then moved into the outbox. Whoever takes a file
 * out of the outbox may delete it: it is not written again.
 */
export function createOutbox({ folder, format }: OutboxPlace): Outbox {
  const pending = join(folder, '.jembatan', 'pending');
  return {
    async finish({ files }) {
      await mkdir(pending, { recursive: true, mode: 0o700 });
      for (const name of await readdir(pending)) {
        if (files.has(name)) await moveFile(join(pending, name), join(folder, name));
        else await rm(join(pending, name));
      }
    },

    async publish({ unpublished, files }, options, note) {
      if (unpublished.length === 0) return;
      const names: string[] = [];
      for (const file of outboxFiles(unpublished, { ...options, files })) {
        const name = `${file.name}.${format}`;
        await durableFile(join(pending, name), await render(file, format), folder);
        names.push(name);
      }
      await note({ kind: 'published', at: options.at, files: names, count: unpublished.length });
      for (const name of names) await moveFile(join(pending, name), join(folder, name));
    },
  };
}

async function render({ headings, rows, data }: OutboxFile, format: OutboxPlace['format']): Promise<Uint8Array> {
  if (format === 'json') return Buffer.from(`${JSON.stringify({ data }, null, 2)}\n`);
  return await renderTable([headings, ...rows], format);
}
