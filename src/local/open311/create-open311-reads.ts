import type { Read } from '../../http/outcome.ts';
import type { Report } from '../../report/report.ts';
import type { LocalSystem } from '../local-system.ts';
import { createAttachmentReader } from '../rest/create-attachment-reader.ts';
import { createSession } from '../rest/create-session.ts';
import { readFailed } from '../rest/read-failed.ts';
import { createList, type Open311Item } from './create-list.ts';
import { createMade } from './create-made.ts';
import { createUpdates } from './create-updates.ts';
import { createWindowReader } from './create-window-reader.ts';
import { type Open311Client, type Open311Deps, open311Client } from './open311-client.ts';
import { type RequestRow, requestWire, updateWire } from './open311-wire.ts';
import { toReport } from './to-report.ts';

export type Open311Reads = Pick<LocalSystem, 'readPage' | 'readReport' | 'findByExternalRef' | 'fetchAttachment'> & {
  readonly api: Open311Client;
  /** A request as it is now, without what was written under it; `null`: there is none. */
  readonly readRequest: (localId: string, stop: AbortSignal) => Promise<Read<RequestRow | null>>;
};

/** The reads of the Open311 form. A scan is gathered with its first page, so that nothing moves within it. */
export function createOpen311Reads(deps: Open311Deps): Open311Reads {
  const { client, options, clock } = deps;
  const { zone, pageSize } = options;
  const api = open311Client(deps);
  const requests = { path: '/requests.json', list: 'service_requests', schema: requestWire(zone) } as const;
  const updateList = { list: 'service_request_updates', schema: updateWire(zone) } as const;
  const readRequests = createWindowReader(api.asker(requests));
  const readUpdates = createWindowReader(api.asker({ ...updateList, path: '/servicerequestupdates.json' }));
  const updates = createUpdates(readUpdates, clock.now);
  const list = createList({ readRequests, readRequest, updates, now: clock.now });
  const findMade = createMade(readRequests, clock.now);
  let scan: { readonly sinceMs: number; readonly items: readonly Open311Item[] } | null = null;

  async function readRequest(localId: string, stop: AbortSignal): Promise<Read<RequestRow | null>> {
    const read = await api.get({ ...requests, path: `/requests/${encodeURIComponent(localId)}.json` }, stop);
    if (!read.ok) return read.failure.kind === 'not-found' ? { ok: true, value: null } : read;
    const { rows, rejected } = read.value;
    if (rejected.length > 0) return readFailed('malformed', 'bad-row');
    const found = rows.get(localId) ?? null;
    return found === null && rows.size > 0 ? readFailed('malformed', 'other-id') : { ok: true, value: found };
  }

  async function readReport(localId: string, stop: AbortSignal): Promise<Read<Report | null>> {
    const read = await readRequest(localId, stop);
    if (!read.ok || read.value === null) return read.ok ? { ok: true, value: null } : read;
    const known = await updates.know(read.value.createdAt, stop);
    if (!known.ok) return known;
    if (known.value.rejected.has(localId)) return readFailed('malformed', 'bad-row');
    return { ok: true, value: toReport(read.value, known.value.of(localId)) };
  }

  return {
    api,
    readRequest,
    readReport,
    async readPage({ sinceMs, page }, stop) {
      if (page === 1 || scan?.sinceMs !== sinceMs) {
        scan = null;
        const items = await list(sinceMs, stop);
        if (!items.ok) return items;
        scan = { sinceMs, items: items.value };
      }
      const end = page * pageSize;
      const items = scan.items.slice(end - pageSize, end);
      const reports = items.flatMap(({ report }) => (report === null ? [] : [report]));
      const rejected = items.flatMap((item) => (item.rejected === null ? [] : [item.rejected]));
      return { ok: true, value: { reports, rejected, rowCount: items.length, more: scan.items.length > end } };
    },
    async findByExternalRef(externalRef, stop) {
      const ids = await findMade(externalRef, stop);
      if (!ids.ok) return ids;
      const reports: Report[] = [];
      for (const id of ids.value) {
        const read = await readReport(id, stop);
        if (!read.ok) return read;
        if (read.value !== null) reports.push(read.value);
      }
      return { ok: true, value: reports };
    },
    fetchAttachment: createAttachmentReader({
      client,
      clock,
      options,
      session: createSession({ client, clock, login: null }),
    }),
  };
}
