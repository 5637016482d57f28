import { onTestFinished } from 'vitest';
import { toNational } from '../../src/forward/to-national.ts';
import type { ReadFailure, SendResult } from '../../src/http/outcome.ts';
import { runIntakeNational } from '../../src/intake/run-intake-national.ts';
import type { Case } from '../../src/ledger/case.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createLaporV3 } from '../../src/national/lapor-v3/create-lapor-v3.ts';
import type { NationalAnswer, NationalSystem } from '../../src/national/national-system.ts';
import type { Report } from '../../src/report/report.ts';
import { makeClient } from '../http/make-client.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeRow, openTestLedger } from '../support/make-ledger.ts';
import { makeReport } from '../support/make-report.ts';
import { openWatch } from '../support/open-watch.ts';
import { NEVER, NOON } from './noon.ts';
import { openServer } from './open-server.ts';
import type { Seen, Stage } from './stage.ts';

const CONFIG = makeConfig();
const NUMBER = '9165816';
const WRITTEN = JSON.stringify({ complaint_id: 9165816 });
const SILENT: ReadFailure = { kind: 'unreachable', status: null, detail: 'refused', retryAfterMs: null };
const UPLOADED = JSON.stringify({ results: { images: [{ id: 1 }], docs: [] } });

export interface LaporSeen extends Seen {
  readonly answers: readonly NationalAnswer[];
  readonly case: Case;
}

export interface LaporStage extends Stage {
  readonly national: NationalSystem;
  readonly ledger: Ledger;
  /** A proper answer of E6, with `changes` made to its facts. */
  detail(changes?: Readonly<Record<string, unknown>>): string;
  read(): Promise<LaporSeen>;
  /** Files a report as the bridge does, and gives the body that came out of the wire. */
  file(given: Partial<Report>): Promise<{ readonly result: SendResult<string>; readonly body: unknown }>;
}

/** SP4N-LAPOR! v3, with one report that is watched there. */
export async function openLaporStage({ timeoutMs = 5_000 } = {}): Promise<LaporStage> {
  const { server, answer } = await openServer(goodBody);
  const client = makeClient(server.port, { timeoutMs, clock: NOON });
  const national = createLaporV3({ client, options: CONFIG.national, clock: NOON, random: () => 0 });
  onTestFinished(() => national.close());
  const { ledger } = openTestLedger();
  await ledger.recordLocalPage(
    { rows: [makeRow({ nationalId: NUMBER })], rejected: [], position: null, at: NOON.now(), dueAt: () => null },
    () => [{ type: 'open', route: 'linked', nationalId: NUMBER }],
  );

  async function theCase(): Promise<Case> {
    const found = await ledger.findCase(NUMBER);
    if (found === null) throw new Error('the case is gone');
    return found;
  }

  async function read(): Promise<LaporSeen> {
    const watch = await openWatch('national', NOON);
    const given: { refused: string | null; answers: NationalAnswer[] } = { refused: null, answers: [] };
    const noting: Pick<NationalSystem, 'ping' | 'detail' | 'answers'> = {
      // What is said of the report is said of everything.
      ping: async () => ({ ok: false, failure: SILENT }),
      async detail(...asked) {
        const detail = await national.detail(...asked);
        if (!detail.ok) given.refused = detail.failure.detail;
        return detail;
      },
      async answers(...asked) {
        const answers = await national.answers(...asked);
        if (answers.ok) given.answers.push(...answers.value.answers);
        else given.refused = answers.failure.detail;
        return answers;
      },
    };
    const owner = await theCase();
    const before = (await ledger.messagesOf(owner.id)).length;
    const deps = { ledger, national: { ...national, ...noting }, config: CONFIG, clock: NOON, random: () => 0 };
    const options = { ...deps, watch, halt: NEVER, onProgress: () => undefined };
    const { polled, changed } = await runIntakeNational(options, [owner], { withAnswers: true });
    const messages = (await ledger.messagesOf(owner.id)).filter(({ origin }) => origin === 'national');
    const alarms = (await ledger.readAttention()).alarms.map(({ kind }) => kind);
    return {
      ...given,
      case: await theCase(),
      moved: polled === 1,
      known: messages.flatMap(({ nationalId }) => nationalId ?? []),
      texts: Object.fromEntries(given.answers.map(({ id, text }) => [id, text])),
      apart: alarms.filter((kind) => kind === 'unreadable-answers').length,
      alarms,
      news: changed + messages.length - before,
    };
  }

  async function file(given: Partial<Report>): ReturnType<LaporStage['file']> {
    const report = makeReport(given);
    const outgoing = toNational({ report, privacy: report.privacy, attachmentIds: [], withheld: [] }, CONFIG);
    const permit = await national.gate.enter();
    if (permit === null || outgoing === null) throw new Error('there is nothing to send');
    const result = await national.create(outgoing, { permit, stop: NEVER });
    return { result, body: JSON.parse(Buffer.from(server.requests.at(-1)?.body ?? '', 'latin1').toString()) };
  }

  return {
    server,
    answer,
    national,
    ledger,
    page,
    row: (id, text = 'Sudah ditangani.') => ({ id, content: text, created_at: '31-07-2026 08:00:00' }),
    detail,
    read,
    write: async () => (await file({})).result,
    file,
  };
}

function goodBody({ head }: { readonly head: string }): string {
  if (head.includes('/followups'))
    return page([
      { id: 1, content: 'Satu' },
      { id: 2, content: 'Dua' },
    ]);
  if (head.includes('/file ')) return UPLOADED;
  return head.startsWith('GET') ? detail() : WRITTEN;
}

function page(rows: readonly unknown[]): string {
  return JSON.stringify({ results: { data: rows, next_page_url: null } });
}

function detail(changes: Readonly<Record<string, unknown>> = {}): string {
  const data = { status_name: 'Terverifikasi', disposition_id: 12838, disposition_name: 'PLN', ...changes };
  return JSON.stringify({ results: { data, data_logs: [] } });
}
