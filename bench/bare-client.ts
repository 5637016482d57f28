import http from 'node:http';
import axios from 'axios';
import { toNational } from '../src/forward/to-national.ts';
import { createBody } from '../src/national/lapor-v3/create-body.ts';
import type { Report } from '../src/report/report.ts';
import { benchConfig, CONCURRENCY } from './bench-config.ts';

/** What anybody would write who only wants to get the reports across: no ledger, no limits, no second thought. */
export interface BareClient {
  /** E4 for each report. */
  forward(): Promise<void>;
  /** E4 for each report, and the write-back of its number. */
  roundTrip(): Promise<void>;
  close(): void;
}

type Created = { readonly results: { readonly complaint: { readonly id: number } } };

/** A client with the bridge's own settings that sends the very bodies the bridge sends. */
export function bareClient(baseUrl: string, reports: readonly Report[]): BareClient {
  const config = benchConfig(baseUrl);
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONCURRENCY, maxFreeSockets: CONCURRENCY });
  const client = axios.create({
    baseURL: baseUrl,
    httpAgent: agent,
    maxRedirects: 0,
    proxy: false,
    timeout: config.national.limits.timeoutMs,
    headers: { Accept: 'application/json, application/xml;q=0.5, */*;q=0.1', 'User-Agent': 'jembatan/bench' },
  });
  const national = { headers: config.national.headers };
  const local = config.local.kind === 'rest' ? { headers: config.local.headers } : {};
  const { account, create, followUp, list, paths } = config.national;
  const bodies = reports.map((report) => {
    const outgoing = toNational({ report, privacy: report.privacy, attachmentIds: [], withheld: [] }, config);
    if (outgoing === null) throw new Error(`nothing to say in report ${report.localId}`);
    return { localId: report.localId, body: createBody(outgoing, { account, create, followUp, list, paths }) };
  });
  type Item = (typeof bodies)[number];

  async function file({ body }: Item): Promise<number> {
    const { data } = await client.post<Created>(paths.create, body, national);
    return data.results.complaint.id;
  }

  async function fileAndWriteBack(item: Item): Promise<void> {
    const id = await file(item);
    const values = { lapor_id: String(id), lapor_url: `https://www.lapor.go.id/pengaduan/${id}` };
    await client.patch(`/pengaduan/${item.localId}`, values, local);
  }

  return {
    forward: () => inParallel(bodies, file),
    roundTrip: () => inParallel(bodies, fileAndWriteBack),
    close: () => agent.destroy(),
  };
}

async function inParallel<T>(items: readonly T[], carry: (item: T) => Promise<unknown>): Promise<void> {
  const queue = items.values();
  async function work(): Promise<void> {
    for (const item of queue) await carry(item);
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
}
