import type { Clock } from '../../src/clock.ts';
import type { Read } from '../../src/http/outcome.ts';
import type { SendContext } from '../../src/http/send-context.ts';
import type { LocalPage, LocalSystem, NewReport, NewResponse, WriteBack } from '../../src/local/local-system.ts';
import type { FollowUp } from '../../src/report/follow-up.ts';
import type { Report } from '../../src/report/report.ts';
import {
  type CallFaults,
  createCallFaults,
  type FaultName,
  readThrough,
  type Strike,
  writeThrough,
} from './call-faults.ts';
import { createFakeGate, type FakeGate } from './fake-gate.ts';
import { makeFollowUp, makeReport } from './make-report.ts';

export type LocalOperation =
  | 'readPage'
  | 'readReport'
  | 'findByExternalRef'
  | 'fetchAttachment'
  | 'createReport'
  | 'writeBack'
  | 'addResponse';

/** A city's application in memory: a real implementation of the port, with people who use it and faults to be injected. */
export interface FakeLocal extends LocalSystem {
  readonly gate: FakeGate;
  readonly faults: CallFaults<LocalOperation>;
  /** Bytes by address. */
  readonly files: Map<string, Uint8Array>;
  /** A citizen files a report, now. */
  file(given?: Partial<Report>): Report;
  /** Somebody changes a report, now. */
  change(localId: string, changes: Partial<Report>): void;
  /** An OPD (or the reporter) answers, now. */
  respond(localId: string, given?: Partial<FollowUp>): FollowUp;
  report(localId: string): Report;
  /** The application loses a report, and says nothing. */
  lose(localId: string): void;
  /** What the bridge wrote, in the order of its effects. */
  readonly writes: readonly LocalWrite[];
}

export type LocalWrite =
  | { readonly operation: 'createReport'; readonly localId: string; readonly report: NewReport }
  | { readonly operation: 'writeBack'; readonly localId: string; readonly values: WriteBack }
  | { readonly operation: 'addResponse'; readonly localId: string; readonly response: NewResponse };

export interface FakeLocalOptions {
  readonly clock: Pick<Clock, 'now'>;
  readonly pageSize?: number;
  /** False: the list leaves the answers out, and each report has to be asked for. */
  readonly listsResponses?: boolean;
  /** Stands in for `faults`, which then strike nothing. */
  readonly strike?: Strike<LocalOperation>;
  readonly gate?: FakeGate;
  readonly lacks?: LocalSystem['lacks'];
}

interface State {
  readonly reports: Map<string, Report>;
  readonly writes: LocalWrite[];
  lastId: number;
}

type Parts = Required<FakeLocalOptions> & { readonly state: State };

const STOPPED = { kind: 'not-sent', cause: 'stopped' } as const;

export function createFakeLocal(options: FakeLocalOptions): FakeLocal {
  const faults = createCallFaults<LocalOperation>();
  const files = new Map<string, Uint8Array>();
  const state: State = { reports: new Map(), writes: [], lastId: 0 };
  const parts: Parts = {
    pageSize: 100,
    listsResponses: true,
    strike: faults.strike,
    gate: createFakeGate(),
    lacks: new Set(),
    ...options,
    state,
  };
  return {
    gate: parts.gate,
    lacks: parts.lacks,
    faults,
    files,
    writes: state.writes,
    ...createReads(parts, files),
    ...createWrites(parts),
    ...createPeople(parts),
    close: () => undefined,
  };
}

function createReads(parts: Parts, files: ReadonlyMap<string, Uint8Array>) {
  const { state, strike, gate, pageSize, listsResponses } = parts;

  async function read<T>(operation: LocalOperation, show: () => T, own: FaultName | null = null): Promise<Read<T>> {
    const permit = await gate.enter();
    try {
      return await readThrough((await strike(operation)) ?? own, show);
    } finally {
      permit?.release();
    }
  }

  function page(query: { readonly sinceMs: number; readonly page: number }): LocalPage {
    const changed = [...state.reports.values()]
      .filter((report) => report.updatedAt >= query.sinceMs)
      .sort((a, b) => a.updatedAt - b.updatedAt || Number(a.localId) - Number(b.localId));
    const end = query.page * pageSize;
    const reports = changed.slice(end - pageSize, end);
    return {
      reports: listsResponses ? reports : reports.map((report) => ({ ...report, responses: null })),
      rejected: [],
      rowCount: reports.length,
      more: changed.length > end,
    };
  }

  return {
    readPage: (query) => read('readPage', () => page(query)),
    readReport: (localId) => read('readReport', () => state.reports.get(localId) ?? null),
    findByExternalRef: (externalRef) =>
      read('findByExternalRef', () => [...state.reports.values()].filter((one) => one.externalRef === externalRef)),
    async fetchAttachment(url, maxBytes) {
      const bytes = files.get(url) ?? null;
      const own = bytes !== null && bytes.length > maxBytes ? 'too-large' : null;
      return await read('fetchAttachment', () => bytes ?? new Uint8Array(), bytes === null ? 'not-found' : own);
    },
  } satisfies Partial<LocalSystem>;
}

function createWrites({ state, clock, strike }: Parts) {
  function change(localId: string, changes: Partial<Report>): void {
    state.reports.set(localId, { ...existing(state, localId), ...changes, updatedAt: clock.now() });
  }

  return {
    async createReport(report: NewReport, { permit, stop }: SendContext) {
      const fault = await strike('createReport');
      permit.release();
      if (stop.aborted) return STOPPED;
      return await writeThrough(fault, () => {
        const localId = nextId(state);
        state.writes.push({ operation: 'createReport', localId, report });
        state.reports.set(localId, reportOf(report, { localId, now: clock.now() }));
        return localId;
      });
    },
    async writeBack(localId: string, values: WriteBack, { permit, stop }: SendContext) {
      const fault = await strike('writeBack');
      permit.release();
      if (stop.aborted) return STOPPED;
      const known = state.reports.has(localId) ? fault : 'not-found';
      return await writeThrough(known, () => {
        state.writes.push({ operation: 'writeBack', localId, values });
        const { nationalId, nationalStatus, localStatus } = values;
        change(localId, {
          nationalId,
          ...(nationalStatus === null ? {} : { nationalStatus }),
          ...(localStatus === null ? {} : { status: localStatus }),
        });
        return null;
      });
    },
    async addResponse(localId: string, response: NewResponse, { permit, stop }: SendContext) {
      const fault = await strike('addResponse');
      permit.release();
      if (stop.aborted) return STOPPED;
      const known = state.reports.has(localId) ? fault : 'not-found';
      return await writeThrough(known, () => {
        state.writes.push({ operation: 'addResponse', localId, response });
        const id = nextId(state);
        const row = makeFollowUp({ ...response, id, author: 'national', createdAt: clock.now() });
        change(localId, { responses: [...(existing(state, localId).responses ?? []), row] });
        return id;
      });
    },
  } satisfies Partial<LocalSystem>;
}

function createPeople({ state, clock }: Parts): Pick<FakeLocal, 'file' | 'change' | 'respond' | 'report' | 'lose'> {
  function change(localId: string, changes: Partial<Report>): void {
    state.reports.set(localId, { ...existing(state, localId), updatedAt: clock.now(), ...changes });
  }

  return {
    file(given = {}) {
      const now = clock.now();
      const localId = given.localId ?? nextId(state);
      const report = makeReport({ ticket: `RBG-${localId}`, createdAt: now, updatedAt: now, ...given, localId });
      state.reports.set(localId, report);
      return report;
    },
    change,
    respond(localId, given = {}) {
      const response = makeFollowUp({ id: nextId(state), createdAt: clock.now(), ...given });
      change(localId, { responses: [...(existing(state, localId).responses ?? []), response] });
      return response;
    },
    report: (localId) => existing(state, localId),
    lose: (localId) => void state.reports.delete(localId),
  };
}

/** As the application keeps what it was given. */
function reportOf(report: NewReport, { localId, now }: { readonly localId: string; readonly now: number }): Report {
  const { location, reporter, ...given } = report;
  const nobody = { name: null, email: null, phone: null, nik: null };
  return makeReport({
    ...given,
    localId,
    ticket: `RBG-${localId}`,
    location: { district: null, village: null, latitude: null, longitude: null, ...location },
    reporter: { ...nobody, ...reporter },
    createdAt: now,
    updatedAt: now,
  });
}

function existing(state: State, localId: string): Report {
  const report = state.reports.get(localId);
  if (report === undefined) throw new Error(`no report ${localId}`);
  return report;
}

function nextId(state: State): string {
  state.lastId += 1;
  return String(state.lastId);
}
