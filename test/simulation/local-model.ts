import type { WriteBack } from '../../src/local/local-system.ts';
import type { FollowUp } from '../../src/report/follow-up.ts';
import type { Privacy } from '../../src/report/privacy.ts';
import type { Attachment, Report, Reporter } from '../../src/report/report.ts';

/** The simulated city's application with its own history. */
export interface LocalRow {
  readonly localId: string;
  readonly text: string;
  readonly institution: string;
  readonly reporter: Reporter;
  readonly createdAt: number;
  /** Rows can become visible after their own time stamp. */
  readonly visibleAt: number;
  readonly attachments: readonly Attachment[];
  /** As the list gives it, it cannot be read. */
  isUnreadable: boolean;
  privacy: Privacy;
  /** Every level it ever had, with the moment it began. */
  levels: { readonly at: number; readonly privacy: Privacy }[];
  status: string;
  responses: FollowUp[];
  nationalId: string | null;
  nationalStatus: string | null;
  updatedAt: number;
  writes: { readonly at: number; readonly values: WriteBack }[];
}

export interface LocalModel {
  readonly rows: Map<string, LocalRow>;
  /** Bytes by address. */
  readonly files: Map<string, Uint8Array>;
  file(input: NewRow, at: number, visibleAt: number): LocalRow;
  respond(row: LocalRow, response: Omit<FollowUp, 'id' | 'createdAt' | 'attachments'>, at: number): FollowUp;
  toReport(row: LocalRow): Report;
  page(sinceMs: number, page: number, now: number): { readonly rows: readonly LocalRow[]; readonly more: boolean };
}

export type NewRow = Pick<LocalRow, 'text' | 'institution' | 'reporter' | 'privacy'> &
  Partial<Pick<LocalRow, 'attachments' | 'isUnreadable'>>;

const PAGE_SIZE = 3;

export function createLocalModel(): LocalModel {
  const rows = new Map<string, LocalRow>();
  let nextId = 1000;
  let nextResponse = 1;

  return {
    rows,
    files: new Map(),
    file(input, at, visibleAt) {
      nextId += 1;
      const row: LocalRow = {
        attachments: [],
        isUnreadable: false,
        ...input,
        localId: String(nextId),
        createdAt: at,
        visibleAt,
        levels: [{ at, privacy: input.privacy }],
        status: 'menunggu',
        responses: [],
        nationalId: null,
        nationalStatus: null,
        updatedAt: at,
        writes: [],
      };
      rows.set(row.localId, row);
      return row;
    },
    respond(row, response, at) {
      const added: FollowUp = { ...response, id: String(nextResponse++), createdAt: at, attachments: [] };
      row.responses.push(added);
      row.updatedAt = at;
      return added;
    },
    toReport: (row) => ({
      localId: row.localId,
      ticket: `T-${row.localId}`,
      title: `Laporan ${row.localId}`,
      text: row.text,
      kind: 'pengaduan',
      category: 'Infrastruktur jalan',
      severity: null,
      status: row.status,
      institution: row.institution,
      incidentDate: null,
      location: { address: null, district: null, village: null, latitude: null, longitude: null },
      reporter: row.reporter,
      privacy: row.privacy,
      attachments: row.attachments,
      responses: [...row.responses],
      nationalId: row.nationalId,
      nationalStatus: row.nationalStatus,
      externalRef: null,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      deletedAt: null,
    }),
    page(sinceMs, page, now) {
      const visible = [...rows.values()]
        .filter((row) => row.visibleAt <= now && row.updatedAt >= sinceMs)
        .sort((a, b) => a.updatedAt - b.updatedAt || Number(a.localId) - Number(b.localId));
      const from = (page - 1) * PAGE_SIZE;
      return { rows: visible.slice(from, from + PAGE_SIZE), more: from + PAGE_SIZE < visible.length };
    },
  };
}
