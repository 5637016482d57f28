import type { Clock } from '../../clock.ts';
import type { HttpClient, HttpRequest } from '../../http/http-client.ts';
import type { Read, SendResult } from '../../http/outcome.ts';
import { readJson } from '../../http/read-json.ts';
import { saysFailure } from '../../http/says-failure.ts';
import type { SendContext } from '../../http/send-context.ts';
import { sendRequest } from '../../http/send-request.ts';
import type { Report } from '../../report/report.ts';
import type { LocalPage, LocalSystem } from '../local-system.ts';
import { createAttachmentReader } from './create-attachment-reader.ts';
import { createSession } from './create-session.ts';
import { readFailed } from './read-failed.ts';
import { reportBody } from './report-body.ts';
import { responseBody } from './response-body.ts';
import { restDetail } from './rest-detail.ts';
import type { RestLocalOptions } from './rest-local-options.ts';
import { restPage } from './rest-page.ts';
import { restRowReader } from './rest-row.ts';
import { updatedSince } from './updated-since.ts';
import { writeBackBody } from './write-back-body.ts';
import { writtenId } from './written-id.ts';

export interface RestLocalDeps {
  /** Its base URL is that of the options; it knows their `attachmentHosts`. */
  readonly client: HttpClient;
  readonly options: RestLocalOptions;
  readonly clock: Clock;
  /** Uniform in [0, 1): spreads repeated reads. */
  readonly random: () => number;
}

/** A look-up that fills more pages than this is no look-up: the application passes over the question. */
const MAX_LOOKUP_PAGES = 20;

/** The local side in its REST form (local contract, section 1). Creating it asks nothing of the application. */
export function createRestLocal({ client, options, clock, random }: RestLocalDeps): LocalSystem {
  const { data, fields, pageSize, zone } = options;
  const session = createSession({ client, clock, login: options.login });
  const readRow = restRowReader(options);

  function get(request: Pick<HttpRequest, 'path' | 'query' | 'stop'>): Promise<Read<unknown>> {
    return session.read(
      (lent) => readJson({ client, clock, random, request: { ...request, ...lent }, keepFlaws: true }),
      request.stop,
    );
  }

  async function list(
    query: Readonly<Record<string, string>>,
    page: number,
    stop: AbortSignal,
  ): Promise<Read<LocalPage>> {
    const read = await get({ path: '/pengaduan', query: { ...query, page, per_page: pageSize }, stop });
    return read.ok ? restPage(read.value, { data, page, pageSize, readRow }) : read;
  }

  async function findByExternalRef(externalRef: string, stop: AbortSignal): Promise<Read<readonly Report[]>> {
    const found = new Map<string, Report>();
    for (let page = 1; page <= MAX_LOOKUP_PAGES; page += 1) {
      const read = await list({ external_ref: externalRef }, page, stop);
      if (!read.ok) return read;
      // It may be the very report that is looked for.
      if (read.value.rejected.length > 0) return readFailed('malformed', 'bad-row');
      for (const report of read.value.reports) {
        if (report.externalRef === externalRef) found.set(report.localId, report);
      }
      if (!read.value.more) return { ok: true, value: [...found.values()] };
    }
    return readFailed('malformed', 'endless');
  }

  async function send<T>(write: Write<T>, context: SendContext): Promise<SendResult<T>> {
    const { method, path, body, readValue } = write;
    const request = { method, path, body: { kind: 'json', value: body }, stop: context.stop } as const;
    const judge = (answer: unknown): { readonly value: T } | 'failed' | undefined => {
      if (saysFailure(answer)) return 'failed';
      const value = readValue(answer);
      return value === undefined ? undefined : { value };
    };
    const result = await session.send(
      (lent) => sendRequest(client, { ...request, ...lent }, { readValue: judge, now: clock.now() }),
      context,
    );
    if (result.kind !== 'done') return result;
    if (result.value === 'failed') return { kind: 'refused', status: result.status, cause: 'content' };
    return { ...result, value: result.value.value };
  }

  return {
    gate: client.gate,
    lacks: new Set(),
    readPage: ({ sinceMs, page }, stop) => list({ updated_since: updatedSince(sinceMs, zone) }, page, stop),
    async readReport(localId, stop) {
      const read = await get({ path: reportPath(localId), stop });
      if (read.ok) return restDetail(read.value, { data, localId, readRow });
      return read.failure.kind === 'not-found' ? { ok: true, value: null } : read;
    },
    findByExternalRef,
    fetchAttachment: createAttachmentReader({ client, clock, session, options }),
    createReport(report, context) {
      const write = { method: 'POST', path: '/pengaduan', body: reportBody(report) } as const;
      // Without an id it is unknown whether it was made; its reference shows that.
      const readValue = (answer: unknown) => writtenId(answer, 'report', { data, fields }) ?? undefined;
      return send({ ...write, readValue }, context);
    },
    writeBack(localId, values, context) {
      const write = { method: 'PATCH', path: reportPath(localId), body: writeBackBody(values) } as const;
      return send({ ...write, readValue: () => null }, context);
    },
    addResponse(localId, response, context) {
      const write = { method: 'POST', path: `${reportPath(localId)}/tanggapan`, body: responseBody(response) } as const;
      return send({ ...write, readValue: (answer) => writtenId(answer, 'response', { data, fields }) }, context);
    },
    close: () => client.close(),
  };
}

interface Write<T> {
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** What the answer names; `undefined`: it does not even say that it was written. Called with it for an empty answer. */
  readonly readValue: (answer: unknown) => T | undefined;
}

function reportPath(localId: string): string {
  return `/pengaduan/${encodeURIComponent(localId)}`;
}
