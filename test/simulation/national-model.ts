import type {
  NationalAnswer,
  NationalLogEntry,
  NationalReport,
  OutgoingFile,
} from '../../src/national/national-system.ts';
import { htmlToPlain } from '../../src/report/html-to-plain.ts';

/** The simulated LAPOR! and its own full history: the oracle, which never looks at the bridge's ledger. */
export interface NationalComplaint {
  readonly id: string;
  /** First line of its content. */
  readonly reference: string;
  readonly report: NationalReport;
  readonly filedAt: number;
  /** True where LAPOR! itself made a second one out of one request. */
  readonly isPeerDouble: boolean;
  statusName: string;
  institutionId: string;
  log: NationalLogEntry[];
  answers: (NationalAnswer & { readonly visibleAt: number; readonly isOurs: boolean })[];
  rejects: number;
}

export interface NationalModel {
  readonly complaints: Map<string, NationalComplaint>;
  /** Gives the id of the stored file. */
  store(file: OutgoingFile): string;
  file(report: NationalReport, at: number): NationalComplaint;
  find(reference: string): readonly NationalComplaint[];
  setStatus(id: string, name: string, at: number): void;
  answer(
    id: string,
    text: string,
    options: { readonly at: number; readonly visibleAt: number; readonly ours: boolean },
  ): void;
  passOn(id: string, institutionId: string, at: number): void;
}

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
    complaint.log.push({
      id: String(nextLog++),
      at,
      text: 'log',
      fromInstitution: null,
      toInstitution: null,
      toInstitutionId: null,
      statusBefore: null,
      statusAfter: null,
      ...change,
    });
  }

  return {
    complaints,
    store({ bytes }) {
      files.push(bytes);
      return String(files.length);
    },
    file(report, at) {
      nextId += 1;
      const reference = report.content.split('\n')[0] ?? '';
      const last = [...complaints.values()].at(-1);
      const complaint: NationalComplaint = {
        id: String(nextId),
        reference,
        report,
        filedAt: at,
        isPeerDouble: last?.reference === reference && last.report === report,
        statusName: 'Belum Terverifikasi',
        institutionId: String(report.institutionId),
        log: [],
        answers: [],
        rejects: 0,
      };
      complaints.set(complaint.id, complaint);
      return complaint;
    },
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
    passOn(id, institutionId, at) {
      const complaint = get(id);
      complaint.institutionId = institutionId;
      complaint.rejects += 1;
      log(complaint, at, { toInstitutionId: institutionId });
    },
  };
}
