import type { Clock } from '../../clock.ts';
import type { HttpBody, HttpClient } from '../../http/http-client.ts';
import type { Read, SendResult } from '../../http/outcome.ts';
import { readExchange } from '../../http/read-exchange.ts';
import { readJson } from '../../http/read-json.ts';
import { saysFailure } from '../../http/says-failure.ts';
import type { SendContext } from '../../http/send-context.ts';
import { sendRequest } from '../../http/send-request.ts';
import type { NationalSystem } from '../national-system.ts';
import { AnswerWire } from './answer-wire.ts';
import { createBody } from './create-body.ts';
import { createListReader } from './create-list-reader.ts';
import { CreatedWire } from './created-wire.ts';
import { DetailWire } from './detail-wire.ts';
import { followUpForm } from './follow-up-form.ts';
import { InstitutionWire } from './institution-wire.ts';
import type { LaporV3Options } from './lapor-v3-options.ts';
import { PageWire } from './page-wire.ts';
import { parseWire } from './parse-wire.ts';
import { readPages } from './read-pages.ts';
import { rejectBody } from './reject-body.ts';
import { saysNotFound } from './says-not-found.ts';
import { uploadForm } from './upload-form.ts';
import { UploadWire } from './upload-wire.ts';

export interface LaporV3Parts {
  readonly client: HttpClient;
  readonly options: LaporV3Options;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

const INSTITUTIONS = '/masters/institutions/external';
const INSTITUTIONS_PER_PAGE = 1000;
const PUBLIC_PAGES = 'https://www.lapor.go.id/pengaduan';

const NOTHING_THERE = { ok: true, value: null } as const;
const WRONG_PLACE: Read<never> = {
  ok: false,
  failure: { kind: 'malformed', status: 404, detail: 'wrong-path', retryAfterMs: null },
};

/** SP4N-LAPOR! behind its integration API v3 (contract page; E1 to E8 are the endpoints there). */
export function createLaporV3(parts: LaporV3Parts): NationalSystem {
  const { client } = parts;
  return {
    gate: client.gate,
    listInbox: createListReader(parts),
    ...createReads(parts),
    ...createWrites(parts),
    publicUrl: (nationalId) => `${PUBLIC_PAGES}/${encodeURIComponent(nationalId)}`,
    close: () => client.close(),
  };
}

function createReads({
  client,
  clock,
  random,
}: LaporV3Parts): Pick<NationalSystem, 'ping' | 'institutions' | 'detail' | 'answers'> {
  function get(path: string, query: Readonly<Record<string, number>>, stop: AbortSignal): Promise<Read<unknown>> {
    return readJson({ client, request: { path, query, stop }, clock, random });
  }

  /** `null` where LAPOR! itself says that there is none. */
  async function getIfThere(path: string, query: Readonly<Record<string, number>>, stop: AbortSignal) {
    const seen = { notFound: false };
    const watching: HttpClient = {
      ...client,
      async exchange(request) {
        const exchange = await client.exchange(request);
        seen.notFound = await saysNotFound(exchange);
        return exchange;
      },
    };
    const answer = await readJson({ client: watching, request: { path, query, stop }, clock, random });
    if (answer.ok || answer.failure.kind !== 'not-found') return answer;
    return seen.notFound ? NOTHING_THERE : WRONG_PLACE;
  }

  return {
    async ping(stop) {
      const answer = await getIfThere(INSTITUTIONS, { page_size: 1, page: 1 }, stop);
      return answer.ok ? { ok: true, value: null } : answer;
    },

    async institutions(stop) {
      const pages = await readPages(InstitutionWire, async (page) =>
        parseWire(PageWire, await get(INSTITUTIONS, { page_size: INSTITUTIONS_PER_PAGE, page }, stop)),
      );
      return pages.ok ? { ok: true, value: pages.value.rows } : pages;
    },

    async detail(nationalId, stop) {
      const answer = await getIfThere(`/complaints/${encodeURIComponent(nationalId)}/complaint`, {}, stop);
      return answer === NOTHING_THERE ? NOTHING_THERE : parseWire(DetailWire, answer);
    },

    async answers(nationalId, stop) {
      const path = `/complaints/${encodeURIComponent(nationalId)}/followups`;
      const pages = await readPages(AnswerWire, async (page) => {
        const request = { path, query: { page }, stop };
        return parseWire(PageWire, await readJson({ client, request, clock, random, keepFlaws: true }));
      });
      if (!pages.ok) return pages;
      return { ok: true, value: { answers: pages.value.rows, unreadable: pages.value.unreadable } };
    },
  };
}

function createWrites({
  client,
  options,
  clock,
}: LaporV3Parts): Pick<NationalSystem, 'upload' | 'create' | 'reject' | 'addFollowUp'> {
  function post<T>(request: Write, readValue: (json: unknown) => T | undefined): Promise<SendResult<T>> {
    const { path, body, context, wrongPathWhen404 = false } = request;
    const rules = { readValue, wrongPathWhen404, now: clock.now() };
    return sendRequest(client, { method: 'POST', path, body, ...context }, rules);
  }

  return {
    async upload(files, stop) {
      const body: HttpBody = { kind: 'multipart', form: uploadForm(files) };
      const exchange = await client.exchange({ method: 'POST', path: '/complaints/complaint/file', body, stop });
      return parseWire(UploadWire, await readExchange(exchange, clock.now()));
    },

    create(report, context) {
      const body: HttpBody = { kind: 'json', value: createBody(report, options) };
      // The path is configured and names no report: nothing but the path can be what was not found.
      return post({ path: options.paths.create, body, context, wrongPathWhen404: true }, trackingId);
    },

    reject(nationalId, targetInstitutionId, context) {
      const path = `/complaints/process/${encodeURIComponent(nationalId)}/reject`;
      return post({ path, body: { kind: 'json', value: rejectBody(targetInstitutionId) }, context }, unlessFailed);
    },

    addFollowUp(followUp, context) {
      const body: HttpBody = { kind: 'multipart', form: followUpForm(followUp, options) };
      return post({ path: '/complaints/followup/add', body, context }, unlessFailed);
    },
  };
}

interface Write {
  readonly path: string;
  readonly body: HttpBody;
  readonly context: SendContext;
  readonly wrongPathWhen404?: boolean;
}

/** The status alone says that it was done, unless the answer says of itself that it failed: then it is looked up. */
function unlessFailed(json: unknown): null | undefined {
  return saysFailure(json) ? undefined : null;
}

/** `undefined`: the answer names no id, so whether a report was made is unknown (contract page, E4). */
function trackingId(json: unknown): string | undefined {
  return CreatedWire.safeParse(json).data;
}
