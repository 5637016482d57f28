import { type Answer, jsonAnswer } from './answer.ts';
import { localFailure } from './local-failure.ts';
import type { LocalReport } from './local-report.ts';
import type { LocalState } from './local-state.ts';
import { Login, NewReport, NewResponse, WriteBack } from './local-wire.ts';
import { type BadBody, readJson } from './read-json.ts';
import { readSince } from './read-since.ts';
import type { Route, SimulatedRequest } from './router.ts';
import { wholeNumber } from './whole-number.ts';

export interface LocalRoutesOptions {
  readonly state: LocalState;
  readonly token: string;
  readonly login: { readonly username: string; readonly password: string };
  readonly zone: string;
  readonly pageSizeMax: number;
  /** False: list rows come without `tanggapan`, as many applications' do. */
  readonly listWithResponses: boolean;
  readonly now: () => number;
}

const DEFAULT_PAGE_SIZE = 15;

/** The REST calls of the local contract, §1. Reading says `success: true`, writing `success: "true"`: both are seen. */
export function localRoutes(options: LocalRoutesOptions): readonly Route[] {
  const { state } = options;
  const withReport = (serve: (report: LocalReport, request: SimulatedRequest) => Answer) => {
    return (request: SimulatedRequest): Answer => {
      const report = state.reports.get(wholeNumber(request.params.id ?? '', 0));
      return report === undefined ? localFailure(404, 'Data tidak ditemukan.') : serve(report, request);
    };
  };
  return [
    {
      method: 'POST',
      path: '/api/login',
      operation: 'login',
      open: true,
      handle: (request) => login(request, options),
    },
    {
      method: 'GET',
      path: '/api/pengaduan',
      operation: (query) => (query.has('external_ref') ? 'find' : 'list'),
      handle: (request) => list(request, options),
    },
    {
      method: 'POST',
      path: '/api/pengaduan',
      operation: 'create-report',
      handle: (request) => create(request, options),
    },
    { method: 'GET', path: '/api/pengaduan/:id', operation: 'report', handle: withReport((report) => read(report)) },
    {
      method: 'PATCH',
      path: '/api/pengaduan/:id',
      operation: 'write-back',
      handle: withReport((report, request) => writeBack(report, request, state)),
    },
    {
      method: 'POST',
      path: '/api/pengaduan/:id/tanggapan',
      operation: 'respond',
      handle: withReport((report, request) => respond(report, request, state)),
    },
    {
      method: 'GET',
      path: '/storage/:id/:name',
      operation: 'attachment',
      open: true,
      handle: ({ params }) => attachment(`/storage/${params.id}/${params.name}`, state),
    },
  ];
}

function login(request: SimulatedRequest, { login: account, token }: LocalRoutesOptions): Answer {
  const sent = readJson(request.body, Login);
  if (!sent.ok) return invalid(sent);
  const isRight = sent.value.username === account.username && sent.value.password === account.password;
  return isRight ? written(200, { token }) : localFailure(401, 'Username atau password salah.');
}

function list({ query }: SimulatedRequest, options: LocalRoutesOptions): Answer {
  const { state, zone, pageSizeMax, listWithResponses } = options;
  const sinceText = query.get('updated_since');
  const sinceMs = sinceText === null ? null : readSince(sinceText, zone);
  if (sinceText !== null && sinceMs === null) {
    return localFailure(422, 'Waktu tidak dikenal.', { field: 'updated_since' });
  }
  const reference = query.get('external_ref');
  const ids = reference === null ? state.changedSince(sinceMs) : state.byReference(reference).map(({ id }) => id);
  const page = wholeNumber(query.get('page'), 1);
  const perPage = Math.min(wholeNumber(query.get('per_page'), DEFAULT_PAGE_SIZE), pageSizeMax);
  const rows = ids.slice((page - 1) * perPage, page * perPage).map((id) => {
    const report = state.reports.get(id);
    return listWithResponses ? report : { ...report, tanggapan: undefined };
  });
  const lastPage = Math.max(1, Math.ceil(ids.length / perPage));
  const meta = { current_page: page, last_page: lastPage, per_page: perPage, total: ids.length };
  return jsonAnswer(200, { success: true, message: 'OK', data: rows, meta });
}

function read(report: LocalReport): Answer {
  return jsonAnswer(200, { success: true, message: 'OK', data: report });
}

function create(request: SimulatedRequest, { state, now }: LocalRoutesOptions): Answer {
  const sent = readJson(request.body, NewReport);
  if (!sent.ok) return invalid(sent);
  const report = state.insert(sent.value, { files: [], createdAtMs: now() });
  state.noteEffect('create-report', report.id, report.external_ref ?? '');
  return written(201, report);
}

function writeBack(report: LocalReport, request: SimulatedRequest, state: LocalState): Answer {
  const sent = readJson(request.body, WriteBack);
  if (!sent.ok) return invalid(sent);
  const changed = state.update(report.id, sent.value);
  state.noteEffect('write-back', report.id, JSON.stringify(sent.value));
  return written(200, changed);
}

function respond(report: LocalReport, request: SimulatedRequest, state: LocalState): Answer {
  const sent = readJson(request.body, NewResponse);
  if (!sent.ok) return invalid(sent);
  const response = state.addResponse(report.id, { ...sent.value, internal: false }, []);
  state.noteEffect('respond', report.id, response.external_ref ?? '');
  return written(201, response);
}

function attachment(path: string, state: LocalState): Answer {
  const file = state.file(path);
  if (file === null) return { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>404 Not Found</h1>' };
  return { status: 200, headers: { 'content-type': file.mime }, body: file.bytes };
}

function written(status: number, data: unknown): Answer {
  return jsonAnswer(status, { success: 'true', message: 'Data berhasil disimpan.', data });
}

function invalid({ status, field, message }: BadBody): Answer {
  return localFailure(status, message, field === '' ? {} : { field });
}
