import process from 'node:process';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { HttpClient } from '../../src/http/http-client.ts';
import type { SendContext } from '../../src/http/send-context.ts';
import { createRestLocal } from '../../src/local/rest/create-rest-local.ts';
import { createLaporV3 } from '../../src/national/lapor-v3/create-lapor-v3.ts';
import type { NationalReport } from '../../src/national/national-system.ts';
import { sampleRow } from '../local/rest/sample-row.ts';
import { makeConfig } from '../support/make-config.ts';
import { fuzzedBody } from './fuzzed-body.ts';
import { NEVER, NOON } from './noon.ts';
import { REST_OPTIONS } from './rest-options.ts';

const CONFIG = makeConfig();
const REST = { ...REST_OPTIONS, baseUrl: 'http://rabeg.test' };
const REPORT: NationalReport = {
  title: 'a',
  content: 'b',
  classificationId: 6,
  categoryId: 436,
  institutionId: 151345,
  incidentDate: '2026-07-01',
  anonymous: false,
  secret: false,
  attachmentIds: [],
  reporter: null,
};
const RESPONSE = { text: 'a', institution: null, attachments: [], externalRef: 'lapor-followup:77' };
const PERMIT = { goesOut: () => undefined, release: () => undefined };
const CONTEXT: SendContext = { permit: PERMIT, stop: NEVER };

const LOCAL_BODIES = [
  { success: true, data: [sampleRow({ id: 1 }), sampleRow({ id: 2 })], meta: { current_page: 1, last_page: 1 } },
  { success: true, data: sampleRow({ id: 1 }) },
  { success: true, data: { id: 31 } },
];
const NATIONAL_BODIES = [
  {
    results: { data: [{ id: 77, content: '<p>a</p>', attachments: { 0: { path: '/a', file_name: 'a' }, docs: [] } }] },
  },
  {
    results: {
      data: { status_name: 'Terverifikasi', disposition_id: 12838, status_logs: [{ note: 'a', timestamp: 'b' }] },
      data_logs: [
        { id: 1, date: '31-07-2026 08:00:00', content: '{{status_new}}', data: '{"status_new":{"name":"a"}}' },
      ],
    },
  },
  { results: { complaint: { id: 9165816 } } },
  { complaint_id: 9165816 },
];

/** So many fuzzed bodies as answers to everything the local adapter asks and writes. */
export async function fuzzRest(runs: number): Promise<void> {
  await fuzz(LOCAL_BODIES, runs, async (client, body) => {
    const local = createRestLocal({ client, options: REST, clock: NOON, random: () => 0 });
    const page = await local.readPage({ sinceMs: 0, page: 1 }, NEVER);
    // Every row is accounted for, and what a strict parser refuses is no page.
    if (page.ok) {
      expect(page.value.reports.length + page.value.rejected.length).toBe(page.value.rowCount);
      expect(strictly(body)).toBeDefined();
    }
    const report = await local.readReport('1', NEVER);
    if (report.ok) expect(report.value?.localId).toBe('1');
    await local.findByExternalRef('lapor:7', NEVER);
    const written = await local.addResponse('1', RESPONSE, CONTEXT);
    if (written.kind === 'done') expect(body.toString()).toContain(written.value ?? 'success');
  });
}

/** So many fuzzed bodies as answers to everything the adapter of LAPOR! asks and writes. */
export async function fuzzLapor(runs: number): Promise<void> {
  await fuzz(NATIONAL_BODIES, runs, async (client, body) => {
    const national = createLaporV3({ client, options: CONFIG.national, clock: NOON, random: () => 0 });
    const reads = [
      await national.detail('7', NEVER),
      await national.answers('7', NEVER),
      await national.institutions(NEVER),
    ];
    if (reads.some(({ ok }) => ok)) expect(strictly(body)).toBeDefined();
    await national.upload([], NEVER);
    const created = await national.create(REPORT, CONTEXT);
    if (created.kind === 'done') expect(idsIn(strictly(body))).toContain(created.value);
    else expect(created).toMatchObject({ kind: 'doubt' });
  });
}

type Against = (client: HttpClient, body: Buffer) => Promise<void>;

async function fuzz(valid: readonly unknown[], runs: number, against: Against): Promise<void> {
  const property = fc.asyncProperty(fuzzedBody(valid), async (body) => {
    const before = process.cpuUsage();
    await against(answering(body), body);
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });
  await fc.assert(property, { numRuns: runs });
}

/** A client whose every answer is 200 with this body. */
function answering(body: Buffer): HttpClient {
  const answer = { kind: 'answered', status: 200, headers: { 'content-type': 'application/json' }, body } as const;
  return {
    gate: { enter: async () => PERMIT, begun: 0 },
    retries: { spend: () => true },
    exchange: async () => answer,
    fetchForeign: async () => answer,
    close: () => undefined,
  };
}

/** What the platform's own parser makes of it; `undefined`: no JSON in UTF-8 (or 16) at all. */
function strictly(body: Buffer): unknown {
  const encoding =
    body[0] === 0xff && body[1] === 0xfe ? 'utf-16le' : body[0] === 0xfe && body[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return JSON.parse(new TextDecoder(encoding, { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** The ids that an answer to a create names, where they may stand. */
function idsIn(json: unknown): readonly string[] {
  const at = (value: unknown, ...path: readonly string[]) =>
    path.reduce<unknown>(
      (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
      value,
    );
  return [String(at(json, 'complaint_id')), String(at(json, 'results', 'complaint', 'id'))];
}
