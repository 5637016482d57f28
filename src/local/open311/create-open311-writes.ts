import type { HttpRequest } from '../../http/http-client.ts';
import type { SendResult } from '../../http/outcome.ts';
import { readPath } from '../../http/read-path.ts';
import type { SendContext } from '../../http/send-context.ts';
import { sendRequest } from '../../http/send-request.ts';
import type { LocalSystem } from '../local-system.ts';
import { asList } from '../rest/as-list.ts';
import { IdValue } from '../rest/value-wire.ts';
import { withoutLogin } from '../rest/without-login.ts';
import type { Open311Reads } from './create-open311-reads.ts';
import { createServices } from './create-services.ts';
import { markedText } from './marked-text.ts';
import { type Open311Deps, w3Time } from './open311-client.ts';
import { requestValues } from './request-values.ts';
import { statusText } from './to-report.ts';
import { withLinks } from './with-links.ts';

type Writes = Pick<LocalSystem, 'createReport' | 'writeBack' | 'addResponse'>;

const NOT_FOUND = { kind: 'refused', status: 404, cause: 'not-found' } as const;
/** Nothing was sent: the server has no service that this could be filed under. */
const NO_SERVICE = { kind: 'refused', status: null, cause: 'content' } as const;
/** Nothing was sent: what such a server takes it shows to everybody. */
const SECRET = { kind: 'refused', status: null, cause: 'privacy' } as const;
/** The writes of the Open311 form. What must be known first is read before the one request that writes. */
export function createOpen311Writes({ client, options, clock }: Open311Deps, reads: Open311Reads): Writes {
  const { api, readRequest } = reads;
  const findService = createServices(api);

  /** Sends once. The permit of the write went to what was read first, so the client waits for another one. */
  function send<T>(
    path: string,
    { values, stop }: { readonly values: Readonly<Record<string, string>>; readonly stop: AbortSignal },
    readValue: (json: unknown) => T | undefined,
  ): Promise<SendResult<T>> {
    const common = {
      ...(options.jurisdictionId === null ? {} : { jurisdiction_id: options.jurisdictionId }),
      ...(options.apiKey === null ? {} : { api_key: options.apiKey }),
    };
    const body = { kind: 'form', values: { ...common, ...values } } as const;
    const request: HttpRequest = { method: 'POST', path, body, stop };
    return sendRequest(client, request, { readValue, now: clock.now() });
  }

  async function update(
    localId: string,
    given: {
      readonly text: string;
      readonly mark: string;
      readonly status: string | null;
      readonly media: string | null;
    },
    { permit, stop }: SendContext,
  ): Promise<SendResult<string | null>> {
    permit.release();
    const read = await readRequest(localId, stop);
    if (!read.ok) return withoutLogin(read.failure, stop.aborted);
    if (read.value === null) return NOT_FOUND;
    const values = {
      service_request_id: localId,
      update_id: given.mark,
      status: (given.status ?? read.value.status ?? 'open').toUpperCase().replace(/[\s-]+/g, '_'),
      updated_datetime: w3Time(clock.now()),
      description: markedText(given.text, given.mark),
      ...(given.media === null ? {} : { media_url: given.media }),
    };
    return await send('/servicerequestupdates.json', { values, stop }, (json) => idIn(json, 'update'));
  }

  return {
    async createReport(report, { permit, stop }) {
      permit.release();
      if (report.privacy.secret) return SECRET;
      const service = await findService(report.category, stop);
      if (!service.ok) return withoutLogin(service.failure, stop.aborted);
      if (service.value === null) return NO_SERVICE;
      const values = requestValues(report, service.value);
      return await send('/requests.json', { values, stop }, (json) => idIn(json, 'request') ?? undefined);
    },
    async writeBack(localId, values, context) {
      const mark = `lapor-status:${values.nationalId}`;
      const given = { text: statusText(values), mark, status: values.localStatus, media: null };
      const result = await update(localId, given, context);
      return result.kind === 'done' ? { ...result, value: null } : result;
    },
    async addResponse(localId, response, context) {
      const { attachments, externalRef: mark, institution } = response;
      const from = institution === null ? '' : `${institution} (SP4N-LAPOR!):\n`;
      const given = { text: `${from}${withLinks(response)}`, mark, status: null };
      return await update(localId, { ...given, media: attachments[0]?.url ?? null }, context);
    },
  };
}

/** The id that an answer names; `null`: it is a list of the kind without one; `undefined`: it says nothing of it. */
function idIn(json: unknown, kind: 'request' | 'update'): string | null | undefined {
  const [list, id] =
    kind === 'request'
      ? (['service_requests', 'service_request_id'] as const)
      : (['service_request_updates', 'update_id'] as const);
  const rows = asList(json) ?? asList(readPath(json, list));
  if (rows === null) return undefined;
  return IdValue.safeParse(readPath(rows[0], id)).data ?? null;
}
