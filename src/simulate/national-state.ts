import { createChangeOrder } from './change-order.ts';
import type { Effect, EffectKind } from './effect.ts';
import type {
  NationalComplaint,
  NationalFile,
  NationalFollowUp,
  NationalInstitution,
  NationalLog,
} from './national-complaint.ts';
import type { NationalFileInput } from './national-report-input.ts';
import { createWallClock } from './wall-clock.ts';

const FIRST_COMPLAINT_ID = 9_165_816;
const FIRST_FILE_ID = 4_199_656;

export type ComplaintDraft = Omit<
  NationalComplaint,
  'id' | 'createdAtMs' | 'createdAt' | 'updatedAt' | 'logs' | 'followUps'
>;
/** What an act changes: at most one follow-up, and always one log entry, so that E6 moves. */
export interface ComplaintChange {
  readonly statusName: string;
  readonly disposition: NationalInstitution | null;
  readonly log: Pick<NationalLog, 'content' | 'from' | 'to'>;
  readonly followUp?: Omit<NationalFollowUp, 'id' | 'createdAt'>;
}

/** The simulated LAPOR!'s database. Complaints are replaced, never altered: one that was handed out stays as it was. */
export interface NationalState {
  readonly complaints: ReadonlyMap<number, NationalComplaint>;
  readonly effects: readonly Effect[];
  insert(draft: ComplaintDraft): NationalComplaint;
  /** Throws where there is no such complaint. */
  change(id: number, change: ComplaintChange): NationalComplaint;
  storeFile(file: NationalFileInput): NationalFile;
  file(id: number): { readonly file: NationalFile; readonly bytes: Uint8Array } | null;
  /** By id; one that is not in the list is known by its number only. */
  institution(id: number): NationalInstitution;
  /** Ids by their last change, oldest first. */
  changedSince(sinceMs: number | null): readonly number[];
  /** Today in the site's zone, `YYYY-MM-DD`. */
  today(): string;
  noteEffect(kind: EffectKind, id: number, detail: string): void;
}

export function createNationalState(options: {
  readonly now: () => number;
  readonly zone: string;
  readonly institutions: readonly NationalInstitution[];
}): NationalState {
  const { now } = options;
  const clock = createWallClock(options.zone);
  const complaints = new Map<number, NationalComplaint>();
  const files = new Map<number, { readonly file: NationalFile; readonly bytes: Uint8Array }>();
  const institutions = new Map(options.institutions.map((institution) => [institution.id, institution]));
  const order = createChangeOrder();
  const effects: Effect[] = [];
  let lastLogId = 0;
  let lastFollowUpId = 0;

  function insert(draft: ComplaintDraft): NationalComplaint {
    const createdAt = stamp();
    const complaint: NationalComplaint = {
      id: FIRST_COMPLAINT_ID + complaints.size,
      ...draft,
      logs: [],
      followUps: [],
      createdAtMs: now(),
      createdAt,
      updatedAt: createdAt,
    };
    store(complaint);
    return complaint;
  }

  function change(id: number, { statusName, disposition, log, followUp }: ComplaintChange): NationalComplaint {
    const complaint = complaints.get(id);
    if (complaint === undefined) throw new Error(`no complaint ${id}`);
    const date = stamp();
    lastLogId += 1;
    const entry = { id: lastLogId, date, statusOld: complaint.statusName, statusNew: statusName, ...log };
    const changed: NationalComplaint = {
      ...complaint,
      statusName,
      disposition,
      logs: [...complaint.logs, entry],
      followUps: followUp === undefined ? complaint.followUps : [...complaint.followUps, numbered(followUp, date)],
      updatedAt: date,
    };
    store(changed);
    return changed;
  }

  function numbered(followUp: Omit<NationalFollowUp, 'id' | 'createdAt'>, createdAt: string): NationalFollowUp {
    lastFollowUpId += 1;
    return { id: lastFollowUpId, createdAt, ...followUp };
  }

  function store(complaint: NationalComplaint): void {
    complaints.set(complaint.id, complaint);
    order.touch(complaint.id, now());
  }

  function storeFile({ fileName, bytes }: NationalFileInput): NationalFile {
    const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
    const file = { id: FIRST_FILE_ID + files.size, fileName, extension };
    files.set(file.id, { file, bytes });
    return file;
  }

  function stamp(): string {
    return clock(now(), 'd-m-Y H:i:s');
  }

  return {
    complaints,
    effects,
    insert,
    change,
    storeFile,
    file: (id) => files.get(id) ?? null,
    institution: (id) => institutions.get(id) ?? { id, name: `Instansi ${id}` },
    changedSince: order.since,
    today: () => clock(now(), 'Y-m-d H:i:s').slice(0, 10),
    noteEffect: (kind, id, detail) => effects.push({ at: now(), kind, id, detail }),
  };
}
