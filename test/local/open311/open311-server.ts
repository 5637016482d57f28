import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createOpen311World, type Open311World, type ServerRequest, type ServerUpdate } from './open311-world.ts';

export interface Open311ServerOptions {
  readonly now: () => number;
  /** Most rows of an answer. */
  readonly cap: number;
  /** What becomes of the question for a page. */
  readonly pages: 'known' | 'passed-over' | 'refused';
  /** Rows under the name of their list, as FixMyStreet writes them; else a bare list. */
  readonly wrapped: boolean;
  readonly showsUpdates: boolean;
}

export const API_KEY = 'kunci-uji';

/** A GeoReport v2 server with FixMyStreet's updates, as strict as mySociety's adapter: what it does not know it refuses. */
export async function openOpen311Server(given: Partial<Open311ServerOptions> & Pick<Open311ServerOptions, 'now'>) {
  const options: Open311ServerOptions = { cap: 1_000, pages: 'refused', wrapped: true, showsUpdates: true, ...given };
  const world = createOpen311World(options.now);
  const asked: string[] = [];
  let fault: { readonly path: string; readonly kind: 'lost' | 'refused' } | null = null;
  let always: string | null = null;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    asked.push(`${request.method} ${url.pathname}${url.search}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (always !== null) return void response.writeHead(200, JSON_TYPE).end(always);
    const isPost = request.method === 'POST';
    const struck = isPost && fault?.path === url.pathname ? fault.kind : null;
    if (struck !== null) fault = null;
    if (struck === 'refused') return void response.writeHead(400, JSON_TYPE).end('[{"code":400,"description":"x"}]');
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    const answer = isPost ? post(url, form, world) : get(url, options, world);
    if (struck === 'lost') return void response.destroy();
    if (answer.bytes !== undefined) return void response.writeHead(200).end(answer.bytes);
    const { list: name = 'errors', shown = [{ code: answer.status, description: 'x' }] } = answer;
    const body = options.wrapped && answer.status === 200 ? { [name]: shown } : shown;
    response.writeHead(answer.status, JSON_TYPE).end(JSON.stringify(body));
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    ...world,
    baseUrl: `http://127.0.0.1:${port}/v2`,
    asked,
    /** From now on every answer is this. */
    answerWith(body: string) {
      always = body;
    },
    fail(path: string, kind: 'lost' | 'refused') {
      fault = { path, kind };
    },
  };
}

interface Answer {
  readonly status: number;
  readonly rows?: readonly unknown[];
  readonly list?: string;
  readonly shown?: readonly unknown[];
  readonly bytes?: Uint8Array | undefined;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const SERVICES = [
  { service_code: 'JALAN', service_name: 'Infrastruktur jalan', description: '', metadata: false, type: 'realtime' },
  { service_code: 'X1', service_name: 'Lain-lain', description: '', metadata: false, type: 'realtime' },
];

function bad(status: number): Answer {
  return { status };
}

function named(list: string, answer: Answer, show: (row: never) => unknown): Answer {
  return answer.status === 200
    ? { status: 200, list, shown: (answer.rows ?? []).map((row) => show(row as never)) }
    : answer;
}

function time(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function showRequest(request: ServerRequest): unknown {
  return {
    service_request_id: Number(request.id),
    service_code: request.serviceCode,
    service_name: 'Jalan berlubang',
    status: request.status,
    status_notes: null,
    description: request.description,
    agency_responsible: { recipient: ['DPUPR'] },
    address: request.address,
    lat: -6.12,
    long: 106.15,
    media_url: request.media ?? '',
    requested_datetime: request.spoiled ? 'kemarin' : time(request.at),
    updated_datetime: time(request.changedAt),
    ...(request.name === null ? {} : { requestor_name: request.name }),
    ...(request.title === null ? {} : { title: request.title }),
  };
}

function showUpdate({ id, requestId, status, description, at }: ServerUpdate): unknown {
  return {
    update_id: id,
    service_request_id: requestId,
    status: status.toLowerCase(),
    description,
    media_url: '',
    updated_datetime: time(at),
  };
}

type Dated = readonly { readonly at: number }[];

function list(url: URL, rows: Dated, { pages, cap }: Open311ServerOptions): Answer {
  const names = ['jurisdiction_id', 'start_date', 'end_date', ...(pages === 'refused' ? [] : ['page'])];
  if ([...url.searchParams.keys()].some((name) => !names.includes(name))) return bad(400);
  const dates = ['start_date', 'end_date'].map((name) => Date.parse(url.searchParams.get(name) ?? ''));
  const [from, to] = dates as [number, number];
  if (!(to - from <= 90 * 86_400_000)) return bad(400);
  const found = rows.filter(({ at }) => at >= from && at <= to).toSorted((a, b) => b.at - a.at);
  const page = pages === 'known' ? Number(url.searchParams.get('page') ?? '1') : 1;
  return { status: 200, rows: found.slice((page - 1) * cap, page * cap) };
}

function get(url: URL, options: Open311ServerOptions, { requests, updates, files }: Open311World): Answer {
  const one = /^\/v2\/requests\/([^/]+)\.json$/.exec(url.pathname)?.[1];
  if (one !== undefined) {
    const request = requests.get(decodeURIComponent(one));
    return request === undefined ? bad(404) : named('service_requests', { status: 200, rows: [request] }, showRequest);
  }
  switch (url.pathname) {
    case '/v2/services.json':
      return { status: 200, list: 'services', shown: SERVICES };
    case '/v2/requests.json':
      return named('service_requests', list(url, [...requests.values()], options), showRequest);
    case '/v2/servicerequestupdates.json':
      if (!options.showsUpdates) return bad(404);
      return named('service_request_updates', list(url, updates, options), showUpdate);
    default:
      return files.has(url.pathname) ? { status: 200, bytes: files.get(url.pathname) } : bad(404);
  }
}

function post(url: URL, form: URLSearchParams, world: Open311World): Answer {
  const text = (name: string) => form.get(name) ?? '';
  if (text('api_key') !== API_KEY) return bad(403);
  if (url.pathname === '/v2/requests.json') {
    const isService = SERVICES.some(({ service_code: code }) => code === text('service_code'));
    if (!isService || text('address_string') === '') return bad(400);
    const { id } = world.add({
      serviceCode: text('service_code'),
      description: text('description'),
      address: text('address_string'),
      media: form.get('media_url'),
      name: form.get('first_name'),
    });
    const shown = [{ service_request_id: id, service_notice: '', account_id: null }];
    return { status: 200, list: 'service_requests', shown };
  }
  const needs = ['service_request_id', 'update_id', 'updated_datetime', 'description'];
  if (needs.some((name) => text(name) === '') || !/^[A-Z_]+$/.test(text('status'))) return bad(400);
  const requestId = text('service_request_id');
  if (!world.requests.has(requestId)) return bad(404);
  const { id } = world.addUpdate({ requestId, status: text('status'), description: text('description') });
  return { status: 200, list: 'service_request_updates', shown: [{ update_id: id }] };
}
