import type {
  NationalAnswer,
  NationalLogEntry,
  NationalReport,
  OutgoingFile,
} from '../../src/national/national-system.ts';
import { htmlToPlain } from '../../src/report/html-to-plain.ts';

/** One answer, of officers or ours; shown from `visibleAt` on. */
type Answer = NationalAnswer & { readonly createdAt: number; readonly visibleAt: number; readonly isOurs: boolean };

/** One line of the log; always with its time. */
type LogEntry = NationalLogEntry & { readonly at: number };

/** The simulated LAPOR! and its own full history: the oracle, which never looks at the bridge's ledger. */
export interface NationalComplaint {
  readonly id: string;
  /** First line of its content. */
  readonly reference: string;
  readonly report: NationalReport;
  readonly filedAt: number;
  readonly firstInstitutionId: string;
  /** True where LAPOR! itself made a second one out of one request. */
  readonly isPeerDouble: boolean;
  /** The local report that staff filed by hand, past the bridge. */
  readonly byHandFor: string | null;
  /** A citizen filed it at LAPOR!, or staff keyed it in without our reference. */
  readonly isBornThere: boolean;
  /** The city's reports of the same matter, by local id. */
  readonly ties: Map<string, Tie>;
  /** What a person said last of it and a report of the city, by local id. */
  readonly said: Map<string, 'one' | 'two'>;
  /** With which reports of the city a person ever called it one. */
  readonly calledOne: Set<string>;
  /** From when on the list shows it. */
  readonly visibleAt: number;
  statusName: string;
  /** `null`: whoever had it gave it back to nobody. */
  institutionId: string | null;
  readonly log: LogEntry[];
  readonly answers: Answer[];
  /** Where we passed it on to, in order. */
  readonly passedTo: string[];
  /** How many entries its log had when it was given back last, that one included; `null`: it never was. */
  givenBackAt: number | null;
}

/** How much alike two reports of one matter are: beyond doubt, or so that a person must look. */
export type Tie = 'certain' | 'near';

export interface NationalModel {
  readonly complaints: Map<string, NationalComplaint>;
  /** Gives the id of the stored file. */
  store(file: OutgoingFile): string;
  file(report: NationalReport, at: number, how?: Partial<HowFiled>): NationalComplaint;
  /** Somebody saves a complaint without a change: it moves to the end of the list. */
  touch(id: string, at: number): void;
  find(reference: string): readonly NationalComplaint[];
  setStatus(id: string, name: string, at: number): void;
  answer(
    id: string,
    text: string,
    options: { readonly at: number; readonly visibleAt: number; readonly ours: boolean },
  ): void;
  passOn(id: string, institutionId: string, at: number): void;
  /** *Bukan wewenang*: to the city, to nobody, or by a status of that name. */
  giveBack(id: string, how: 'city' | 'nobody' | 'status', at: number): void;
}

type HowFiled = Pick<NationalComplaint, 'byHandFor' | 'isBornThere' | 'visibleAt'>;

export const FIRST_STATUS = 'Belum Terverifikasi';
const RETURNED_STATUS = 'Bukan wewenang';
const CITY = '151345';
const NOTHING: NationalLogEntry = {
  id: null,
  at: null,
  text: 'log',
  fromInstitution: null,
  toInstitution: null,
  toInstitutionId: null,
  statusBefore: null,
  statusAfter: null,
};

export function createNationalModel(): NationalModel {
  const complaints = new Map<string, NationalComplaint>();
  const files: Uint8Array[] = [];
  let nextId = 9_000_000;
  let nextLog = 1;
  let nextAnswer = 1;

  function get(id: string): NationalComplaint {
    const complaint = complaints.get(id);
    if (complaint === undefined) throw new Error(`no complaint ${id}`);
    return complaint;
  }

  function log(complaint: NationalComplaint, at: number, change: Partial<NationalLogEntry>): void {
    complaint.log.push({ ...NOTHING, id: String(nextLog++), ...change, at });
  }

  return {
    complaints,
    store({ bytes }) {
      files.push(bytes);
      return String(files.length);
    },
    file(report, at, how = {}) {
      nextId += 1;
      const last = complaints.get(String(nextId - 1));
      const reference = report.content.split('\n')[0] ?? '';
      const complaint: NationalComplaint = {
        id: String(nextId),
        reference,
        report,
        filedAt: at,
        firstInstitutionId: String(report.institutionId),
        isPeerDouble: last?.reference === reference && last.report === report,
        byHandFor: null,
        isBornThere: false,
        visibleAt: at,
        ties: new Map(),
        said: new Map(),
        calledOne: new Set(),
        ...how,
        statusName: FIRST_STATUS,
        institutionId: String(report.institutionId),
        log: [],
        answers: [],
        passedTo: [],
        givenBackAt: null,
      };
      complaints.set(complaint.id, complaint);
      return complaint;
    },
    touch: (id, at) => log(get(id), at, {}),
    find: (reference) => [...complaints.values()].filter((complaint) => complaint.reference === reference),
    setStatus(id, name, at) {
      const complaint = get(id);
      log(complaint, at, { statusBefore: complaint.statusName, statusAfter: name });
      complaint.statusName = name;
    },
    answer(id, text, { at, visibleAt, ours }) {
      const complaint = get(id);
      const answer = {
        id: String(nextAnswer++),
        text: htmlToPlain(text),
        institution: 'Pemerintah Kota',
        template: null,
      };
      complaint.answers.push({ ...answer, attachments: [], createdAt: at, visibleAt, isOurs: ours });
      log(complaint, at, {});
    },
    giveBack: (id, how, at) => giveBack(get(id), how, (change) => log(get(id), at, change)),
    passOn(id, institutionId, at) {
      const complaint = get(id);
      complaint.institutionId = institutionId;
      complaint.passedTo.push(institutionId);
      log(complaint, at, { toInstitutionId: institutionId });
    },
  };
}

function giveBack(
  complaint: NationalComplaint,
  how: 'city' | 'nobody' | 'status',
  log: (change: Partial<NationalLogEntry>) => void,
): void {
  const statusAfter = how === 'status' ? RETURNED_STATUS : FIRST_STATUS;
  const change = { statusBefore: complaint.statusName, statusAfter };
  log({
    ...change,
    toInstitutionId: how === 'city' ? CITY : null,
    fromInstitution: how === 'nobody' ? 'Instansi' : null,
  });
  complaint.statusName = statusAfter;
  if (how !== 'status') complaint.institutionId = how === 'city' ? CITY : null;
  complaint.givenBackAt = complaint.log.length;
}
