import type { FollowUp } from '../../report/follow-up.ts';
import type { Report } from '../../report/report.ts';
import type { FolderState } from './folder-state.ts';

const NOWHERE = { district: null, village: null, latitude: null, longitude: null };
const NOBODY = { name: null, email: null, phone: null, nik: null };

/**
 * A report as the city has it: what its last file said, and over it what the bridge has written since, because the city
 * takes that over only some time later. A status counts until the city tells another version of the report. It counts as
 * changed when it was taken: a file of today may tell of yesterday.
 */
export function viewReport(state: FolderState, localId: string): Report | null {
  const report = cityReport(state, localId);
  if (report === null) return null;
  const line = state.rows.get(localId)?.line ?? 0;
  const written = state.writtenBack.get(localId);
  const values = written?.values;
  const isNewer = written !== undefined && written.line > line;
  const status = written?.status ?? null;
  return {
    ...report,
    nationalId: isNewer ? written.values.nationalId : (report.nationalId ?? values?.nationalId ?? null),
    nationalStatus: isNewer
      ? (written.values.nationalStatus ?? report.nationalStatus)
      : (report.nationalStatus ?? values?.nationalStatus ?? null),
    status: status !== null && status.line > line ? status.name : report.status,
    responses: withOurs(report.responses ?? [], state.responses.get(localId) ?? []),
  };
}

function cityReport(state: FolderState, localId: string): Report | null {
  const known = state.rows.get(localId);
  const made = state.made.get(localId);
  if (known?.read.ok === true) {
    const { report } = known.read;
    return { ...report, localId, updatedAt: known.at, externalRef: made === undefined ? report.externalRef : localId };
  }
  if (made === undefined) return null;
  const { location, reporter, ...given } = made.report;
  return {
    ...given,
    localId,
    ticket: null,
    severity: null,
    status: null,
    location: { ...NOWHERE, ...location },
    reporter: { ...NOBODY, ...reporter },
    responses: [],
    nationalId: null,
    nationalStatus: null,
    createdAt: made.at,
    updatedAt: made.at,
    deletedAt: null,
  };
}

/** Our answers keep their ids, whatever ids the city gives them. */
function withOurs(theirs: readonly FollowUp[], ours: Iterable<{ at: number; response: OurResponse }>): FollowUp[] {
  const references = new Set<string>();
  const added: FollowUp[] = [];
  for (const { at, response } of ours) {
    const { externalRef, text, institution, attachments } = response;
    references.add(externalRef);
    added.push({
      id: externalRef,
      author: 'national',
      institution,
      text,
      internal: false,
      attachments,
      externalRef,
      createdAt: at,
    });
  }
  return [...theirs.filter(({ externalRef }) => externalRef === null || !references.has(externalRef)), ...added];
}

type OurResponse = Pick<FollowUp, 'text' | 'institution' | 'attachments'> & { readonly externalRef: string };
