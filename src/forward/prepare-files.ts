import { cleanAttachment } from '../attachments/clean-attachment.ts';
import type { Read, ReadFailure } from '../http/outcome.ts';
import type { LocalSystem } from '../local/local-system.ts';
import type { OutgoingFile } from '../national/national-system.ts';
import type { Attachment } from '../report/report.ts';
import type { WithheldReason } from './withheld-note.ts';

export interface FilePolicy {
  readonly types: readonly string[];
  readonly maxBytes: number;
  readonly maxFiles: number;
  readonly stripMetadata: boolean;
  readonly anonymous: boolean;
  /** The files may come later: the first one that cannot be reached ends the attempt. */
  readonly mayWait: boolean;
}

export interface FileSource {
  readonly local: Pick<LocalSystem, 'fetchAttachment'>;
  readonly halt: AbortSignal;
  /** Attachments as the local side names them now: a signed address may have run out since they were read. `null`: gone. */
  readonly fresh: () => Promise<Read<readonly Attachment[] | null>>;
}

export interface PreparedFiles {
  readonly files: readonly OutgoingFile[];
  readonly withheld: readonly WithheldReason[];
}

/**
 * Fetches and cleans the files of a report or answer; each that cannot leave is counted with its reason. `later` where
 * they may wait and one of them could not be reached.
 */
export async function prepareFiles(
  source: FileSource,
  attachments: readonly Attachment[],
  policy: FilePolicy,
): Promise<PreparedFiles | 'later'> {
  const files: OutgoingFile[] = [];
  const withheld: WithheldReason[] = [];
  const seen = new Set<string>();
  for (const [position, attachment] of attachments.entries()) {
    if (files.length >= policy.maxFiles) {
      withheld.push('too-many');
      continue;
    }
    const fetched = await fetchFile(source, { attachment, position }, policy.maxBytes);
    if (typeof fetched === 'string') {
      if (fetched === 'unreachable' && policy.mayWait) return 'later';
      withheld.push(fetched === 'too-large' ? 'too-large' : 'unavailable');
      continue;
    }
    const cleaned = await cleanAttachment({
      bytes: fetched,
      index: files.length + 1,
      allowedTypes: policy.types,
      maxBytes: policy.maxBytes,
      stripMetadata: policy.stripMetadata,
      anonymous: policy.anonymous,
      originalName: attachment.name ?? lastSegment(attachment.url),
    });
    if (!cleaned.ok) withheld.push(cleaned.reason);
    else if (!seen.has(cleaned.sha256)) {
      seen.add(cleaned.sha256);
      files.push({ bytes: cleaned.bytes, fileName: cleaned.fileName, mimeType: cleaned.mimeType });
    }
  }
  return { files, withheld };
}

type Fetched = Uint8Array | 'unreachable' | 'too-large' | 'gone';

/** The file at its address, or at the one that the local side gives it now. */
async function fetchFile(
  source: FileSource,
  { attachment, position }: { attachment: Attachment; position: number },
  maxBytes: number,
): Promise<Fetched> {
  const first = await source.local.fetchAttachment(attachment.url, maxBytes, source.halt);
  if (first.ok) return first.value;
  const reason = reasonOf(first.failure);
  if (reason !== 'gone' && reason !== 'not-allowed') return reason;
  const fresh = await source.fresh();
  if (!fresh.ok) return reasonOf(fresh.failure) === 'gone' ? 'gone' : 'unreachable';
  const renewed = fresh.value?.[position];
  if (renewed === undefined) return 'gone';
  // Credentials that are not taken are the side's matter and will be mended; a file that is gone will not.
  if (renewed.url === attachment.url) return reason === 'gone' ? 'gone' : 'unreachable';
  const second = await source.local.fetchAttachment(renewed.url, maxBytes, source.halt);
  if (second.ok) return second.value;
  const again = reasonOf(second.failure);
  return again === 'not-allowed' ? 'unreachable' : again;
}

function reasonOf({ kind, detail }: ReadFailure): 'unreachable' | 'too-large' | 'not-allowed' | 'gone' {
  if (detail === 'too-large') return 'too-large';
  if (kind === 'unreachable' || kind === 'throttled') return 'unreachable';
  return kind === 'unauthorized' ? 'not-allowed' : 'gone';
}

function lastSegment(url: string): string {
  return url.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
}
