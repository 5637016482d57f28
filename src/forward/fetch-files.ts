import type { Clock } from '../clock.ts';
import type { Config } from '../config/to-config.ts';
import type { Work } from '../ledger/verbs/due-deliveries.ts';
import type { LocalSystem } from '../local/local-system.ts';
import type { Attachment } from '../report/report.ts';
import type { FileSource, PreparedFiles } from './prepare-files.ts';
import { prepareFiles } from './prepare-files.ts';

export interface FetchDeps {
  readonly local: LocalSystem;
  /** False while the local side does not answer: then no file is asked for. */
  readonly localIsUp: () => boolean;
  readonly config: Config;
  readonly clock: Clock;
  readonly halt: AbortSignal;
}

/** A report does not wait longer than this for files that cannot be fetched; it goes with a note instead. */
const WAIT_MS = 6 * 3_600_000;

export const NO_FILES: PreparedFiles = { files: [], withheld: [] };

/** The files that go along with a delivery; `later` where they cannot be had just now and may wait. */
export async function fetchFiles(
  { local, localIsUp, config, clock, halt }: FetchDeps,
  work: Work,
  attachments: readonly Attachment[],
): Promise<PreparedFiles | 'later'> {
  if (attachments.length === 0) return NO_FILES;
  const mayWait = filesMayWait(work, clock.now());
  if (!localIsUp()) return mayWait ? 'later' : { files: [], withheld: attachments.map(() => 'unavailable') };
  const { types, maxBytes, maxFiles, stripMetadata } = config.national.attachments;
  let renewed: ReturnType<FileSource['fresh']> | null = null;
  const fresh = () => {
    renewed ??= freshAttachments(local, work, halt);
    return renewed;
  };
  return await prepareFiles({ local, halt, fresh }, attachments, {
    types,
    maxBytes,
    maxFiles: work.followUp === null ? maxFiles : Math.min(maxFiles, config.national.followUp.maxFiles),
    stripMetadata,
    anonymous: work.case.anonymous,
    mayWait,
  });
}

/** Whether a delivery still waits for its files rather than go without them. */
export function filesMayWait({ delivery }: Work, now: number): boolean {
  return now - delivery.createdAt < WAIT_MS;
}

async function freshAttachments(local: LocalSystem, work: Work, halt: AbortSignal): ReturnType<FileSource['fresh']> {
  const { localId } = work.case;
  if (localId === null) return { ok: true, value: null };
  const read = await local.readReport(localId, halt);
  if (!read.ok) return read;
  if (work.followUp === null) return { ok: true, value: read.value?.attachments ?? null };
  const response = read.value?.responses?.find((one) => one.id === work.followUp?.id);
  return { ok: true, value: response?.attachments ?? null };
}
