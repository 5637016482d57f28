import type { Clock } from '../../src/clock.ts';
import type { Read, SendResult } from '../../src/http/outcome.ts';
import type { SendContext } from '../../src/http/send-context.ts';
import type {
  Institution,
  NationalAnswer,
  NationalDetail,
  NationalFollowUp,
  NationalListed,
  NationalListPage,
  NationalListQuery,
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
  | 'list'
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
  /** As the list tells it; of a report that the bridge filed: as it was sent. */
  readonly listed: NationalListed;
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
  /** What E1 names; a test may change it. */
  readonly institutionList: Institution[];
  readonly uploads: ReadonlyMap<string, OutgoingFile>;
  /** Somebody else files a report, now; gives its number. */
  adopt(id?: string, given?: Partial<NationalListed>): string;
  /** Officers change what the list tells of a report, now. */
  relist(id: string, changes: Partial<NationalListed>): void;
  complaint(id: string): FakeComplaint;
  /** An officer gives a report another status. */
  setStatus(id: string, statusName: string): void;
  /** An officer answers; gives the answer's id. */
  answer(id: string, given: Partial<NationalAnswer>): string;
  /** An officer edits the answers that are not ours. */
  editAnswers(id: string, edit: (text: string) => string): void;
  /** A report is gone. */
  lose(id: string): void;
  /** Its answers are gone. */
  loseAnswers(id: string): void;
}

export interface FakeNationalOptions {
  readonly clock: Pick<Clock, 'now'>;
  /** How LAPOR! shows the text of an answer; as it came, unless told otherwise. */
  readonly show?: (text: string) => string;
  /** An answer is shown only so long after it came. */
  readonly lagMs?: number;
  /** Offers the list, which shows a report only so long after it came; left out: there is none. */
  readonly list?: { readonly lagMs: number; readonly pageSize?: number } | null;
  /** Stands in for `faults`, which then strike nothing. */
  readonly strike?: Strike<NationalOperation>;
  readonly gate?: FakeGate;
}

const FIRST_STATUS = 'Belum Terverifikasi';

interface State {
  readonly complaints: Map<string, FakeComplaint>;
  readonly institutions: Institution[];
  readonly uploads: Map<string, OutgoingFile>;
  lastId: number;
}

type Parts = Required<FakeNationalOptions> & { readonly state: State };

export function createFakeNational(options: FakeNationalOptions): FakeNational {
  const faults = createCallFaults<NationalOperation>();
  const state: State = {
    complaints: new Map(),
    uploads: new Map(),
    lastId: 9_165_800,
    institutions: [{ id: '151345', name: 'Pemerintah Kota Serang' }],
  };
  const parts: Parts = {
    show: (text) => text,
    lagMs: 0,
    list: null,
    strike: faults.strike,
    gate: createFakeGate(),
    ...options,
    state,
  };
  return {
    gate: parts.gate,
    listInbox: parts.list === null ? null : createList(parts, parts.list),
    faults,
    complaints: state.complaints,
    institutionList: state.institutions,
    uploads: state.uploads,
    ...createReads(parts),
    ...createWrites(parts),
    ...createOfficers(parts),
    publicUrl: (id) => `https://lapor.example.test/pengaduan/${id}`,
    close: () => undefined,
  };
}

function createList(
  { state, clock, strike, gate, show }: Parts,
  { lagMs, pageSize = 100 }: NonNullable<FakeNationalOptions['list']>,
): NonNullable<NationalSystem['listInbox']> {
  function page({ institutionId, sinceMs, page: number }: NationalListQuery): NationalListPage {
    const rows = [...state.complaints.values()]
      .filter((one) => institutionId === null || one.institutionId === String(institutionId))
      .map(({ listed, statusName, institutionId: id }) => ({ ...listed, statusName, institutionId: id }))
      .filter((row) => row.updatedAt >= sinceMs && row.createdAt + lagMs <= clock.now())
      .sort((a, b) => a.updatedAt - b.updatedAt || Number(a.id) - Number(b.id))
      .map((row) => ({ ...row, text: show(row.text) }));
    const end = number * pageSize;
    return { reports: rows.slice(end - pageSize, end), rejected: [], more: rows.length > end };
  }

  return async (query) => {
    const permit = await gate.enter();
    try {
      return await readThrough(await strike('list'), () => page(query));
    } finally {
      permit?.release();
    }
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
    institutions: () => read('institutions', () => state.institutions),
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
      write('create', context, () => open(parts, { report, institution: report.institutionId })),
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

type OfficerAct = 'adopt' | 'relist' | 'complaint' | 'setStatus' | 'answer' | 'editAnswers' | 'lose' | 'loseAnswers';

function createOfficers(parts: Parts): Pick<FakeNational, OfficerAct> {
  const { state, clock } = parts;
  return {
    adopt: (id, given = {}) =>
      open(parts, {
        report: null,
        institution: Number(given.institutionId ?? 151_345),
        given,
        ...(id === undefined ? {} : { id }),
      }),
    relist(id, changes) {
      const listed = { ...existing(state, id).listed, updatedAt: clock.now(), ...changes };
      change(state, id, { listed });
    },
    complaint: (id) => existing(state, id),
    setStatus(id, statusName) {
      const { log, statusName: statusBefore } = existing(state, id);
      const entry = logEntry(clock.now(), { statusBefore, statusAfter: statusName });
      change(state, id, { statusName, log: [...log, entry] });
    },
    answer: (id, given) => addAnswer(parts, id, given),
    editAnswers(id, edit) {
      const { answers } = existing(state, id);
      change(state, id, {
        answers: answers.map((one) => (/\[Ref: /.test(one.text) ? one : { ...one, text: edit(one.text) })),
      });
    },
    lose: (id) => void state.complaints.delete(id),
    loseAnswers: (id) => change(state, id, { answers: [] }),
  };
}

interface Opened {
  readonly report: NationalReport | null;
  readonly institution: number;
  readonly given?: Partial<NationalListed>;
  readonly id?: string;
}

function open({ state, clock }: Parts, { report, institution, given = {}, id = nextId(state) }: Opened): string {
  state.complaints.set(id, {
    id,
    report,
    listed: { ...listedAs(report, clock.now()), ...given, id },
    statusName: FIRST_STATUS,
    institutionId: String(institution),
    log: [],
    answers: [],
    followUps: [],
  });
  return id;
}

function listedAs(report: NationalReport | null, now: number): Omit<NationalListed, 'id'> {
  return {
    title: report?.title ?? 'Lampu jalan mati',
    text: report?.content ?? 'Lampu di depan sekolah mati sejak Senin.',
    statusName: FIRST_STATUS,
    classificationId: report === null ? '6' : String(report.classificationId),
    categoryId: report === null ? '436' : String(report.categoryId),
    institutionId: null,
    institutionName: null,
    incidentDate: report?.incidentDate ?? '2026-08-02',
    location: null,
    privacy: { anonymous: report?.anonymous ?? false, secret: report?.secret ?? false },
    reporter: { name: null, email: null, phone: null },
    attachments: [],
    createdAt: now,
    updatedAt: now,
  };
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
