import { onTestFinished } from 'vitest';
import type { HttpClientOptions } from '../../src/http/create-http-client.ts';
import { runIntakeLocal } from '../../src/intake/run-intake-local.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { LocalSystem } from '../../src/local/local-system.ts';
import { createRestLocal } from '../../src/local/rest/create-rest-local.ts';
import type { RestLocalOptions } from '../../src/local/rest/rest-local-options.ts';
import type { RejectedRow } from '../../src/report/rejected-row.ts';
import type { Report } from '../../src/report/report.ts';
import { makeClient } from '../http/make-client.ts';
import { sampleRow } from '../local/rest/sample-row.ts';
import { makeConfig } from '../support/make-config.ts';
import { openTestLedger } from '../support/make-ledger.ts';
import { openWatch } from '../support/open-watch.ts';
import { NEVER, NOON } from './noon.ts';
import { openServer } from './open-server.ts';
import { REST_OPTIONS } from './rest-options.ts';
import type { Seen, Stage } from './stage.ts';

const CONFIG = makeConfig();
const WRITTEN = JSON.stringify({ success: true, data: { id: 31 } });
const RESPONSE = { text: 'Sudah ditangani.', institution: null, attachments: [], externalRef: 'lapor-followup:77' };

export interface RestSeen extends Seen {
  readonly reports: readonly Report[];
  readonly rejected: readonly RejectedRow[];
  readonly cursor: number | null;
}

export interface RestStage extends Stage {
  readonly local: LocalSystem;
  readonly ledger: Ledger;
  read(): Promise<RestSeen>;
}

/** The local side in its REST form. */
export async function openRestStage(
  settings: Partial<RestLocalOptions & Pick<HttpClientOptions, 'foreignHosts'> & { timeoutMs: number }> = {},
): Promise<RestStage> {
  const { timeoutMs = 5_000, ...changes } = settings;
  const { server, answer } = await openServer(({ head }) =>
    head.startsWith('GET') ? page([sampleRow({ id: 1 }), sampleRow({ id: 2 })]) : WRITTEN,
  );
  const options = { ...REST_OPTIONS, baseUrl: `http://127.0.0.1:${server.port}/api`, ...changes };
  const client = makeClient(server.port, {
    baseUrl: options.baseUrl,
    foreignHosts: options.attachmentHosts,
    timeoutMs,
    clock: NOON,
  });
  const local = createRestLocal({ client, options, clock: NOON, random: () => 0 });
  onTestFinished(() => local.close());
  const { ledger } = openTestLedger();

  async function read(): Promise<RestSeen> {
    const watch = await openWatch('local', NOON);
    const given: { refused: string | null; reports: Report[]; rejected: RejectedRow[] } = {
      refused: null,
      reports: [],
      rejected: [],
    };
    const before = await ledger.readCursor();
    const noting: Pick<LocalSystem, 'readPage'> = {
      async readPage(query, stop) {
        const page = await local.readPage(query, stop);
        given.refused = page.ok ? null : page.failure.detail;
        given.reports.push(...(page.ok ? page.value.reports : []));
        given.rejected.push(...(page.ok ? page.value.rejected : []));
        return page;
      },
    };
    const deps = { ledger, config: CONFIG, overlapMs: 15 * 60_000, clock: NOON, watch, halt: NEVER, named: [] };
    const intake = await runIntakeLocal({ ...deps, local: { ...local, ...noting }, onProgress: () => undefined });
    const cursor = await ledger.readCursor();
    const ids = [...new Set(given.reports.map(({ localId }) => localId))];
    const cases = await Promise.all(ids.map((id) => ledger.findCase(id)));
    const attention = await ledger.readAttention();
    return {
      ...given,
      cursor,
      moved: cursor !== before,
      known: ids.filter((_, index) => cases[index] !== null),
      texts: Object.fromEntries(given.reports.map(({ localId, text }) => [localId, text])),
      apart: attention.quarantined.length,
      alarms: attention.alarms.map(({ kind }) => kind),
      news: intake.new + intake.changed,
    };
  }

  return {
    server,
    answer,
    local,
    ledger,
    page,
    row: (id, text = 'Lubang.') => sampleRow({ id, isi: text }),
    read,
    async write() {
      const permit = await local.gate.enter();
      if (permit === null) throw new Error('the gate let nobody in');
      return local.addResponse('1', RESPONSE, { permit, stop: NEVER });
    },
  };
}

function page(rows: readonly unknown[]): string {
  return JSON.stringify({ success: true, message: 'OK', data: rows, meta: { current_page: 1, last_page: 1 } });
}
