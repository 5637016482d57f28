import type { ReadFailure } from '../http/outcome.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import type { NationalSystem, OutgoingFile } from '../national/national-system.ts';
import type { WithheldReason } from './withheld-note.ts';

export interface UploadDeps {
  readonly national: NationalSystem;
  readonly watch: SideWatch;
  readonly halt: AbortSignal;
}

export interface UploadedFiles {
  readonly ids: readonly string[];
  readonly refused: readonly WithheldReason[];
}

/**
 * Stores the files of a report at LAPOR! (E3, harmless to repeat). `later` where that could not be done now and they may
 * wait, or where the whole side does not answer.
 */
export async function uploadFiles(
  deps: UploadDeps,
  files: readonly OutgoingFile[],
  mayWait: boolean,
): Promise<UploadedFiles | 'later'> {
  if (files.length === 0) return { ids: [], refused: [] };
  const { national, watch, halt } = deps;
  const result = await national.upload(files, halt);
  if (halt.aborted) return 'later';
  if (result.ok) {
    await watch.noteRead(null, false);
    const missing = Math.max(0, files.length - result.value.length);
    return { ids: result.value, refused: Array<WithheldReason>(missing).fill('refused') };
  }
  if (result.failure.kind === 'refused' || result.failure.kind === 'not-found') {
    return files.length === 1 ? noneOf(files) : await uploadOneByOne(deps, files, mayWait);
  }
  const sideAnswers = await noteFailure(deps, result.failure);
  return sideAnswers && !mayWait ? noneOf(files) : 'later';
}

/**
 * Whether the side answers all the same: then it is the upload alone that fails, and nothing else needs to wait for it.
 * A side that does not is left alone before any report is sent into it.
 */
async function noteFailure({ national, watch, halt }: UploadDeps, failure: ReadFailure): Promise<boolean> {
  if (failure.kind === 'throttled' || failure.kind === 'unauthorized') {
    await watch.noteRead(failure, false);
    return false;
  }
  const pong = await national.ping(halt);
  if (halt.aborted) return false;
  await watch.noteRead(pong.ok ? null : pong.failure, false);
  return pong.ok;
}

/** One file that is not taken must not keep the others back. */
async function uploadOneByOne(
  deps: UploadDeps,
  files: readonly OutgoingFile[],
  mayWait: boolean,
): Promise<UploadedFiles | 'later'> {
  const ids: string[] = [];
  const refused: WithheldReason[] = [];
  for (const file of files) {
    const one = await uploadFiles(deps, [file], mayWait);
    if (one === 'later') return 'later';
    ids.push(...one.ids);
    refused.push(...one.refused);
  }
  return { ids, refused };
}

function noneOf(files: readonly OutgoingFile[]): UploadedFiles {
  return { ids: [], refused: files.map(() => 'refused') };
}
