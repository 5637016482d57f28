import { createChangeOrder } from './change-order.ts';
import type { Effect, EffectKind } from './effect.ts';
import { createLocalFileStore } from './local-file-store.ts';
import type { LocalReport, LocalResponse } from './local-report.ts';
import type { LocalFile } from './local-report-input.ts';
import { createWallClock } from './wall-clock.ts';

const FIRST_REPORT_ID = 1001;
const FIRST_RESPONSE_ID = 1;

/** A report before the application has given it its id, ticket, times, files and answers. */
type LocalDraft = Omit<LocalReport, 'id' | 'nomor_tiket' | 'created_at' | 'updated_at' | 'deleted_at' | 'tanggapan'>;
type LocalResponseDraft = Omit<LocalResponse, 'id' | 'dibuat_pada'>;
export type LocalPatch = Partial<Omit<LocalReport, 'id' | 'nomor_tiket' | 'created_at' | 'updated_at' | 'tanggapan'>>;

/** The made-up application's database. Rows are replaced, never altered: one that was handed out stays as it was. */
export interface LocalState {
  readonly reports: ReadonlyMap<number, LocalReport>;
  readonly effects: readonly Effect[];
  insert(
    draft: LocalDraft,
    options: { readonly files: readonly LocalFile[]; readonly createdAtMs: number },
  ): LocalReport;
  /** Moves `updated_at` too. Throws where there is no such report. */
  update(id: number, patch: LocalPatch): LocalReport;
  /** Moves `updated_at` too. Throws where there is no such report. */
  addResponse(id: number, draft: LocalResponseDraft, files: readonly LocalFile[]): LocalResponse;
  /** Ids by their last change, oldest first. */
  changedSince(sinceMs: number | null): readonly number[];
  byReference(externalRef: string): readonly LocalReport[];
  /** Bytes under a path such as `/storage/1042/foto.jpg`, decoded. */
  file(path: string): LocalFile | null;
  /** Now, as the application writes it. */
  stamp(): string;
  noteEffect(kind: EffectKind, id: number, detail: string): void;
}

export function createLocalState(options: { readonly now: () => number; readonly zone: string }): LocalState {
  const { now } = options;
  const clock = createWallClock(options.zone);
  const reports = new Map<number, LocalReport>();
  const idsByReference = new Map<string, number[]>();
  const files = createLocalFileStore();
  const order = createChangeOrder();
  const effects: Effect[] = [];
  let lastResponseId = FIRST_RESPONSE_ID - 1;

  function insert(
    draft: LocalDraft,
    extras: { readonly files: readonly LocalFile[]; readonly createdAtMs: number },
  ): LocalReport {
    const id = FIRST_REPORT_ID + reports.size;
    const createdAt = timeText(extras.createdAtMs);
    const report: LocalReport = {
      ...draft,
      id,
      nomor_tiket: `RBG-${createdAt.slice(0, 4)}-${String(id).padStart(6, '0')}`,
      lampiran: [...draft.lampiran, ...files.store(id, extras.files)],
      tanggapan: [],
      created_at: createdAt,
      updated_at: stamp(),
      deleted_at: null,
    };
    if (report.external_ref !== null) {
      idsByReference.set(report.external_ref, [...(idsByReference.get(report.external_ref) ?? []), id]);
    }
    reports.set(id, report);
    order.touch(id, now());
    return report;
  }

  function update(id: number, patch: LocalPatch): LocalReport {
    return replace({ ...existing(id), ...patch });
  }

  function addResponse(id: number, draft: LocalResponseDraft, attached: readonly LocalFile[]): LocalResponse {
    const report = existing(id);
    lastResponseId += 1;
    const lampiran = [...draft.lampiran, ...files.store(id, attached)];
    const response: LocalResponse = { id: lastResponseId, ...draft, dibuat_pada: stamp(), lampiran };
    replace({ ...report, tanggapan: [...report.tanggapan, response] });
    return response;
  }

  function replace(report: LocalReport): LocalReport {
    const changed = { ...report, updated_at: stamp() };
    reports.set(report.id, changed);
    order.touch(report.id, now());
    return changed;
  }

  function existing(id: number): LocalReport {
    const report = reports.get(id);
    if (report === undefined) throw new Error(`no report ${id}`);
    return report;
  }

  function timeText(atMs: number): string {
    return clock(atMs, 'Y-m-d H:i:s');
  }

  function stamp(): string {
    return timeText(now());
  }

  return {
    reports,
    effects,
    insert,
    update,
    addResponse,
    stamp,
    changedSince: order.since,
    byReference: (ref) => (idsByReference.get(ref) ?? []).map(existing),
    file: files.file,
    noteEffect: (kind, id, detail) => effects.push({ at: now(), kind, id, detail }),
  };
}
