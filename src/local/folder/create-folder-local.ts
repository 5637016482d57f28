import type { Clock } from '../../clock.ts';
import { createGate } from '../../http/create-gate.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { LocalSystem } from '../local-system.ts';
import { createFolderReads } from './create-folder-reads.ts';
import { createFolderWrites } from './create-folder-writes.ts';
import { folderFailed } from './folder-failed.ts';
import type { FolderLocalOptions } from './folder-local-options.ts';
import { createFolderStore } from './folder-store.ts';

export interface FolderLocalDeps {
  readonly options: FolderLocalOptions;
  readonly clock: Clock;
  /** For attachments on listed hosts. */
  readonly client: Pick<HttpClient, 'fetchForeign' | 'close'>;
  readonly perMinute: number;
}

/**
 * The local side as folders (local contract, section 3): files dropped into the inbox are its list, files written to the
 * outbox what the city takes over. Creating it touches nothing. Its gate has one place: only one thing happens at a time.
 */
export function createFolderLocal({ options, clock, client, perMinute }: FolderLocalDeps): LocalSystem {
  const gate = createGate({ perMinute, concurrency: 1, clock });
  const store = createFolderStore(options, clock);
  return {
    gate,
    lacks: new Set(),
    ...createFolderReads({ options, store, gate, clock, client }),
    ...createFolderWrites(store),
    async close() {
      client.close();
      // What cannot be put out now is put out at the next reading.
      await store.publishOwn().catch(folderFailed);
    },
  };
}
