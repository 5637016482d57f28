import { acceptComplaint } from './accept-complaint.ts';
import { acceptFollowUp } from './accept-follow-up.ts';
import { acceptRejection } from './accept-rejection.ts';
import { acceptUpload } from './accept-upload.ts';
import { type Answer, jsonAnswer } from './answer.ts';
import { listComplaints } from './list-complaints.ts';
import type { NationalComplaint, NationalInstitution } from './national-complaint.ts';
import { nationalFailure } from './national-failure.ts';
import { nationalPage } from './national-page.ts';
import type { NationalState } from './national-state.ts';
import { NATIONAL_TEMPLATES } from './national-templates.ts';
import { renderDetail } from './render-detail.ts';
import { renderFollowUp } from './render-follow-up.ts';
import type { Route, SimulatedRequest } from './router.ts';
import { wholeNumber } from './whole-number.ts';

export interface NationalRoutesOptions {
  readonly state: NationalState;
  readonly institutions: readonly NationalInstitution[];
  readonly zone: string;
  /** Rows on a page of E7. */
  readonly pageSize: number;
  /** Most rows on a page of E1, E2 and the list, whatever is asked for. */
  readonly pageSizeMax: number;
  /** Path of the optional list under the base path, `null` for none. */
  readonly listPath: string | null;
  /** A complaint younger than this is not in the list yet. */
  readonly listLagMs: number;
  readonly now: () => number;
  /** Where this server serves files, known once it listens. */
  readonly filesUrl: () => string;
}

/** Under which E1 to E8 hang, as behind the government gateway (LAPOR! contract, "Bases"). */
export const NATIONAL_BASE_PATH = '/lapor/3.0.0';

/** E1 to E8 of the LAPOR! contract, the list where a path is given, and the files that answers name. */
export function nationalRoutes(options: NationalRoutesOptions): readonly Route[] {
  const underBase = [...masterRoutes(options), ...complaintRoutes(options), ...listRoutes(options)];
  return [
    ...underBase.map((route) => ({ ...route, path: `${NATIONAL_BASE_PATH}${route.path}` })),
    {
      method: 'GET',
      path: '/files/:id/:name',
      operation: 'file',
      open: true,
      handle: ({ params }) => sendFile(params.id ?? '', options.state),
    },
  ];
}

function masterRoutes({ institutions, pageSizeMax }: NationalRoutesOptions): readonly Route[] {
  const pages = (path: string, rows: readonly unknown[]): Pick<Route, 'path' | 'handle'> => ({
    path,
    handle: ({ query }) => {
      const size = Math.min(wholeNumber(query.get('page_size'), pageSizeMax), pageSizeMax);
      return nationalPage(rows, { query, path, size, render: (row) => row });
    },
  });
  return [
    { method: 'GET', operation: 'institutions', ...pages('/masters/institutions/external', institutions) },
    { method: 'GET', operation: 'templates', ...pages('/masters/templates', NATIONAL_TEMPLATES) },
  ];
}

function complaintRoutes(options: NationalRoutesOptions): readonly Route[] {
  const { state } = options;
  const withComplaint = (serve: (complaint: NationalComplaint, request: SimulatedRequest) => Answer) => {
    return (request: SimulatedRequest): Answer => {
      const complaint = state.complaints.get(wholeNumber(request.params.id ?? '', 0));
      return complaint === undefined ? nationalFailure(404, 'Laporan tidak ditemukan') : serve(complaint, request);
    };
  };
  return [
    {
      method: 'POST',
      path: '/complaints/complaint/file',
      operation: 'upload',
      handle: (request) => acceptUpload(request, state),
    },
    {
      method: 'POST',
      path: '/complaints/complaint',
      operation: 'create',
      handle: (request) => acceptComplaint(request, state),
    },
    {
      method: 'POST',
      path: '/complaints/process/:id/reject',
      operation: 'reject',
      handle: withComplaint((complaint, request) => acceptRejection(complaint, request, state)),
    },
    {
      method: 'GET',
      path: '/complaints/:id/complaint',
      operation: 'detail',
      handle: withComplaint((complaint) => jsonAnswer(200, renderDetail(complaint))),
    },
    {
      method: 'GET',
      path: '/complaints/:id/followups',
      operation: 'follow-ups',
      handle: withComplaint((complaint, request) => followUps(complaint, request.query, options)),
    },
    {
      method: 'POST',
      path: '/complaints/followup/add',
      operation: 'add-follow-up',
      handle: (request) => acceptFollowUp(request, state),
    },
  ];
}

function listRoutes({ listPath, listLagMs, ...options }: NationalRoutesOptions): readonly Route[] {
  if (listPath === null) return [];
  const listOptions = { ...options, path: listPath, lagMs: listLagMs };
  return [
    {
      method: 'GET',
      path: listPath,
      operation: 'list',
      handle: ({ query }) => listComplaints(query, listOptions),
    },
  ];
}

function followUps(complaint: NationalComplaint, query: URLSearchParams, options: NationalRoutesOptions): Answer {
  const filesUrl = options.filesUrl();
  return nationalPage(complaint.followUps, {
    query,
    path: `/complaints/${complaint.id}/followups`,
    size: options.pageSize,
    render: (followUp) => renderFollowUp(followUp, filesUrl),
  });
}

function sendFile(id: string, state: NationalState): Answer {
  const stored = state.file(wholeNumber(id, 0));
  if (stored === null) return nationalFailure(404, 'Berkas tidak ditemukan');
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: stored.bytes };
}
