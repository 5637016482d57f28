import type { Clock } from '../../src/clock.ts';
import type { Read, SendResult } from '../../src/http/outcome.ts';
import type { SendContext } from '../../src/http/send-context.ts';
import type {
  NationalAnswer,
  NationalDetail,
  NationalFollowUp,
  NationalLogEntry,
  NationalReport,
  NationalSystem,
  OutgoingFile,
} from '../../src/national/national-system.ts';
import { fingerprint } from '../../src/report/fingerprint.ts';
import { type CallFaults, createCallFaults, readThrough, type Strike, writeThrough } from './call-faults.ts';
import { createFakeGate, type FakeGate } from './fake-gate.ts';

export type NationalOperation =
  | 'ping'
  | 'institutions'
  | 'detail'
  | 'answers'
  | 'upload'
  | 'create'
  | 'reject'
  | 'addFollowUp';

/** One report at LAPOR!. `report` and `files` are what the bridge sent; `null`: somebody else filed it. */
export interface FakeComplaint {
  readonly id: string;
  readonly report: NationalReport | null;
  readonly statusName: string | null;
  readonly institutionId: string;
  readonly log: readonly NationalLogEntry[];
  readonly answers: readonly NationalAnswer[];
  /** E8 as it came, in the order of the effects. */
  readonly followUps: readonly NationalFollowUp[];
}

/** LAPOR! in memory: a real implementation of the port, with officers who use it and faults to be injected. */
export interface FakeNational extends NationalSystem {
  readonly gate: FakeGate;
  readonly faults: CallFaults<NationalOperation>;
  readonly complaints: ReadonlyMap<string, FakeComplaint>;
  readonly uploads: ReadonlyMap<string, OutgoingFile>;
  /** Somebody else files a report; gives its number. */
  adopt(id?: string): string;
  complaint(id: string): FakeComplaint;
  /** An officer gives a report another status. */
  setStatus(id: string, statusName: string): void;
  /** An officer answers; gives the answer's id. */
  answer(id: string, given: Partial<NationalAnswer>): string;
}

export interface FakeNationalOptions {
  readonly clock: Pick<Clock, 'now'>;
  /** How LAPOR! shows the text of an answer; as it came, unless told otherwise. */
  readonly show?: (text: string) => string;
  /** An answer is shown only so long after it came. */
  readonly lagMs?: number;
  /** Stands in for `faults`, which then strike nothing. */
  readonly strike?: Strike<NationalOperation>;
  readonly gate?: FakeGate;
}

const FIRST_STATUS = 'Belum Terverifikasi';

interface State {
  readonly complaints: Map<string, FakeComplaint>;
  readonly uploads: Map<string, OutgoingFile>;
  lastId: number;
}

type Parts = Required<FakeNationalOptions> & { readonly state: State };

export function createFakeNational(options: FakeNationalOptions): FakeNational {
  const faults = createCallFaults<NationalOperation>();
  const state: State = { complaints: new Map(), uploads: new Map(), lastId: 9_165_800 };
  const parts: Parts = {
    show: (text) => text,
    lagMs: 0,
    strike: faults.strike,
    gate: createFakeGate(),
    ...options,
    state,
  };
  return {
    gate: parts.gate,
    findsByReference: false,
    faults,
    complaints: state.complaints,
    uploads: state.uploads,
    ...createReads(parts),
    ...createWrites(parts),
    ...createOfficers(parts),
    publicUrl: (id) => `https://lapor.example.test/pengaduan/${id}`,
    close: () => undefined,
  };
}

function createReads({ state, clock, strike, gate, show, lagMs }: Parts) {
  async function read<T>(operation: NationalOperation, see: () => T): Promise<Read<T>> {
    const permit = await gate.enter();
    try {
      return await readThrough(await strike(operation), see);
    } finally {
      permit?.release();
    }
  }

  function visible({ answers }: FakeComplaint): readonly NationalAnswer[] {
    return answers
      .filter((answer) => (answer.createdAt ?? 0) + lagMs <= clock.now())
      .map((answer) => ({ ...answer, text: show(answer.text) }));
  }

  function store(files: readonly OutgoingFile[]): readonly string[] {
    const ids = files.map(() => nextId(state));
    for (const [index, file] of files.entries()) state.uploads.set(ids[index] ?? '', file);
    return ids;
  }

  return {
    ping: () => read('ping', () => null),
    institutions: () => read('institutions', () => []),
    detail: (id) =>
      read('detail', () => {
        const complaint = state.complaints.get(id);
        return complaint === undefined ? null : detailOf(complaint);
      }),
    answers: (id) => read('answers', () => ({ answers: visible(existing(state, id)), unreadable: 0 })),
    upload: (files) => read('upload', () => store(files)),
  } satisfies Partial<NationalSystem>;
}

function createWrites(parts: Parts) {
  const { state, clock, strike } = parts;

  async function write<T>(operation: NationalOperation, { permit }: SendContext, act: () => T): Promise<SendResult<T>> {
    const fault = await strike(operation);
    permit.release();
    return await writeThrough(fault, act);
  }

  return {
    create: (report, context) =>
      write('create', context, () => open(state, { report, institution: report.institutionId })),
    reject: (id, targetInstitutionId, context) =>
      write('reject', context, () => {
        const complaint = existing(state, id);
        const entry = logEntry(clock.now(), { toInstitutionId: String(targetInstitutionId) });
        const institutionId = String(targetInstitutionId);
        change(state, id, { institutionId, statusName: FIRST_STATUS, log: [...complaint.log, entry] });
        return null;
      }),
    addFollowUp: (followUp, context) =>
      write('addFollowUp', context, () => {
        const { nationalId: id, content, fromInstitutionId } = followUp;
        const complaint = existing(state, id);
        change(state, id, { followUps: [...complaint.followUps, followUp] });
        addAnswer(parts, id, { text: content, institution: String(fromInstitutionId) });
        return null;
      }),
  } satisfies Partial<NationalSystem>;
}

function createOfficers(parts: Parts): Pick<FakeNational, 'adopt' | 'complaint' | 'setStatus' | 'answer'> {
  const { state, clock } = parts;
  return {
    adopt: (id) => open(state, { report: null, institution: 151_345, ...(id === undefined ? {} : { id }) }),
    complaint: (id) => existing(state, id),
    setStatus(id, statusName) {
      const { log, statusName: statusBefore } = existing(state, id);
      const entry = logEntry(clock.now(), { statusBefore, statusAfter: statusName });
      change(state, id, { statusName, log: [...log, entry] });
    },
    answer: (id, given) => addAnswer(parts, id, given),
  };
}

function open(
  state: State,
  { report, institution, id = nextId(state) }: { report: NationalReport | null; institution: number; id?: string },
): string {
  state.complaints.set(id, {
    id,
    report,
    statusName: FIRST_STATUS,
    institutionId: String(institution),
    log: [],
    answers: [],
    followUps: [],
  });
  return id;
}

function addAnswer({ state, clock }: Parts, id: string, given: Partial<NationalAnswer>): string {
  const answer: NationalAnswer = {
    id: nextId(state),
    text: 'Laporan diterima.',
    institution: 'Pemerintah Kota Serang',
    template: null,
    attachments: [],
    createdAt: clock.now(),
    ...given,
  };
  change(state, id, { answers: [...existing(state, id).answers, answer] });
  return answer.id;
}

function detailOf({ statusName, institutionId, log }: FakeComplaint): NationalDetail {
  const facts = { statusName, institutionId, institutionName: `Instansi ${institutionId}`, log };
  return { ...facts, fingerprint: fingerprint({ ...facts, log: log.map((entry) => ({ ...entry })) }) };
}

function logEntry(at: number, given: Partial<NationalLogEntry>): NationalLogEntry {
  return {
    id: null,
    at,
    text: '',
    fromInstitution: null,
    toInstitution: null,
    toInstitutionId: null,
    statusBefore: null,
    statusAfter: null,
    ...given,
  };
}

function change(state: State, id: string, changes: Partial<FakeComplaint>): void {
  state.complaints.set(id, { ...existing(state, id), ...changes });
}

function existing(state: State, id: string): FakeComplaint {
  const complaint = state.complaints.get(id);
  if (complaint === undefined) throw new Error(`no complaint ${id}`);
  return complaint;
}

function nextId(state: State): string {
  state.lastId += 1;
  return String(state.lastId);
}
