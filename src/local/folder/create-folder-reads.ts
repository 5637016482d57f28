import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import type { Gate } from '../../http/gate.ts';
import type { HttpClient } from '../../http/http-client.ts';
import type { Read } from '../../http/outcome.ts';
import type { Report } from '../../report/report.ts';
import type { LocalPage, LocalSystem } from '../local-system.ts';
import { attachmentBytes } from '../rest/attachment-bytes.ts';
import { attachmentSource } from '../rest/attachment-source.ts';
import { readFailed } from '../rest/read-failed.ts';
import { folderFailed } from './folder-failed.ts';
import { folderItems } from './folder-items.ts';
import type { FolderLocalOptions } from './folder-local-options.ts';
import type { FolderStore } from './folder-store.ts';
import { readLocalFile } from './read-local-file.ts';
import { viewReport } from './view-report.ts';

export interface FolderReadsDeps {
  readonly options: FolderLocalOptions;
  readonly store: FolderStore;
  readonly gate: Gate;
  readonly clock: Clock;
  /** For attachments on listed hosts. */
  readonly client: Pick<HttpClient, 'fetchForeign'>;
}

type Reads = Pick<LocalSystem, 'readPage' | 'readReport' | 'findByExternalRef' | 'fetchAttachment'>;

/** What a path within the inbox cannot begin with. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i;

/** The reads of the folder form. */
export function createFolderReads({ options, store, gate, clock, client }: FolderReadsDeps): Reads {
  async function read<T>(stop: AbortSignal, look: () => Promise<Read<T>>): Promise<Read<T>> {
    const permit = await gate.enter(stop);
    if (permit === null) return readFailed('unreachable', 'stopped');
    try {
      return await look();
    } catch (error) {
      return folderFailed(error);
    } finally {
      permit.release();
    }
  }

  /** What was rejected counts until it is put right, or until a person has taken the file away that shows it. */
  const isShown = ({ file }: { readonly file: string | null }) =>
    options.looksOnly || (file !== null && existsSync(join(options.rejected, file)));

  async function page(sinceMs: number, number: number): Promise<Read<LocalPage>> {
    // Within one scan nothing moves.
    if (number === 1) await store.renew();
    const all = folderItems(await store.state(), { sinceMs, isShown });
    const end = number * options.pageSize;
    const items = all.slice(end - options.pageSize, end);
    const reports = items.flatMap(({ report }) => (report === null ? [] : [report]));
    const rejected = items.flatMap((item) => (item.rejected === null ? [] : [item.rejected]));
    return { ok: true, value: { reports, rejected, rowCount: items.length, more: all.length > end } };
  }

  return {
    readPage: ({ sinceMs, page: number }, stop) => read(stop, () => page(sinceMs, number)),
    readReport: (localId, stop) =>
      read<Report | null>(stop, async () => {
        const state = await store.state();
        const rejected = state.rejected.get(localId);
        if (rejected !== undefined && isShown(rejected)) return readFailed('malformed', 'bad-row');
        return { ok: true, value: viewReport(state, localId) };
      }),
    findByExternalRef: (externalRef, stop) =>
      read<readonly Report[]>(stop, async () => {
        const items = folderItems(await store.state(), { sinceMs: 0, isShown: () => false });
        const reports = items.flatMap(({ report }) => (report === null ? [] : [report]));
        return { ok: true, value: reports.filter((report) => report.externalRef === externalRef) };
      }),
    async fetchAttachment(url, maxBytes, stop) {
      if (!ADDRESS.test(url)) return await read(stop, () => readLocalFile(options.inbox, url, maxBytes));
      const source = attachmentSource(url, { ...options, baseUrl: 'https://inbox.invalid' });
      if (source.kind !== 'foreign') return readFailed('refused', source.kind === 'own' ? 'bad-url' : source.detail);
      return attachmentBytes(await client.fetchForeign(source.url, { maxBytes, stop }), clock.now());
    },
  };
}
