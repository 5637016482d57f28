import type { WriteBack } from '../../src/local/local-system.ts';
import type { FollowUp } from '../../src/report/follow-up.ts';
import type { Privacy } from '../../src/report/privacy.ts';
import type { Attachment, Report, Reporter } from '../../src/report/report.ts';
import { createChangeOrder } from '../../src/simulate/change-order.ts';

/** The simulated city's application with its own full history. Times are its own clock's. */
export interface LocalRow {
  readonly localId: string;
  text: string;
  readonly institution: string;
  /** `YYYY-MM-DD`. */
  readonly incidentDate: string | null;
  reporter: Reporter;
  createdAt: number;
  /** Rows can become visible after their own time stamp. */
  readonly visibleAt: number;
  readonly attachments: readonly Attachment[];
  /** As the list gives it, it cannot be read. */
  isUnreadable: boolean;
  /** Whatever is sent of it must be at least as private. */
  leastPrivacy: Privacy;
  /** Gone from every list until then. */
  hiddenUntil: number;
  /** Names the complaint that it was made from by the bridge; `null`: it was born here. */
  readonly externalRef: string | null;
  /** The simulated city made two out of one request. */
  readonly isDouble: boolean;
  /** Since when the city deleted it; `null`: it did not, or restored it. */
  deletedAt: number | null;
  /** From when on another report bears this id; `null`: never. */
  reusedAt: number | null;
  privacy: Privacy;
  status: string;
  responses: FollowUp[];
  nationalId: string | null;
  nationalStatus: string | null;
  /** What it looked like after each change. */
  readonly versions: { readonly at: number; readonly report: Report }[];
  readonly writes: { readonly at: number; readonly values: WriteBack }[];
}

export interface LocalModel {
  readonly rows: Map<string, LocalRow>;
  /** Bytes by address. */
  readonly files: Map<string, Uint8Array>;
  file(input: NewRow, at: number, visibleAt: number): LocalRow;
  respond(row: LocalRow, response: Omit<FollowUp, 'id' | 'createdAt' | 'attachments'>, at: number): FollowUp;
  change(row: LocalRow, at: number, change: (row: LocalRow) => void): void;
  /** Past the application, which does not note when. */
  changeSilently(row: LocalRow, at: number, change: (row: LocalRow) => void): void;
  /** Those whose last change is no older, to the second. */
  changedSince(at: number): readonly LocalRow[];
}

export type NewRow = Pick<LocalRow, 'text' | 'institution' | 'reporter' | 'privacy'> &
  Partial<Pick<LocalRow, 'attachments' | 'isUnreadable' | 'createdAt' | 'incidentDate' | 'externalRef' | 'isDouble'>>;

export function createLocalModel(): LocalModel {
  const rows = new Map<string, LocalRow>();
  const order = createChangeOrder();
  let nextId = 1000;
  let nextResponse = 1;

  function change(row: LocalRow, at: number, act: (row: LocalRow) => void): void {
    act(row);
    row.versions.push({ at, report: toReport(row, at) });
    order.touch(Number(row.localId), at);
  }

  return {
    rows,
    change,
    changeSilently(row, at, act) {
      const last = row.versions.at(-1)?.report.updatedAt ?? at;
      act(row);
      row.versions.push({ at, report: toReport(row, last) });
    },
    changedSince: (at) => order.since(Math.floor(at / 1000) * 1000).flatMap((id) => rows.get(String(id)) ?? []),
    files: new Map(),
    file(input, at, visibleAt) {
      nextId += 1;
      const row: LocalRow = {
        attachments: [],
        isUnreadable: false,
        incidentDate: null,
        createdAt: at,
        externalRef: null,
        isDouble: false,
        ...input,
        visibleAt,
        leastPrivacy: input.privacy,
        localId: String(nextId),
        hiddenUntil: 0,
        deletedAt: null,
        reusedAt: null,
        status: 'menunggu',
        responses: [],
        nationalId: null,
        nationalStatus: null,
        versions: [],
        writes: [],
      };
      rows.set(row.localId, row);
      change(row, at, () => undefined);
      return row;
    },
    respond(row, response, at) {
      const added: FollowUp = { ...response, id: String(nextResponse++), createdAt: at, attachments: [] };
      change(row, at, () => row.responses.push(added));
      return added;
    },
  };
}

/** The row as it was at a moment; `null` where it was not there yet. */
export function versionAt(row: LocalRow, at: number): Report | null {
  for (let index = row.versions.length - 1; index >= 0; index -= 1) {
    const version = row.versions[index];
    if (version !== undefined && version.at <= at) return version.report;
  }
  return null;
}

function toReport(row: LocalRow, updatedAt: number): Report {
  return {
    localId: row.localId,
    ticket: `T-${row.localId}`,
    title: `Laporan ${row.localId}`,
    text: row.text,
    kind: 'pengaduan',
    category: 'Infrastruktur jalan',
    severity: null,
    status: row.status,
    institution: row.institution,
    incidentDate: row.incidentDate,
    location: { address: null, district: null, village: null, latitude: null, longitude: null },
    reporter: row.reporter,
    privacy: row.privacy,
    attachments: row.attachments,
    responses: [...row.responses],
    nationalId: row.nationalId,
    nationalStatus: row.nationalStatus,
    externalRef: row.externalRef,
    createdAt: row.createdAt,
    updatedAt,
    deletedAt: row.deletedAt,
  };
}
