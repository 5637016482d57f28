import { cleanAttachment } from '../attachments/clean-attachment.ts';
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
}

export interface FileSource {
  readonly local: Pick<LocalSystem, 'fetchAttachment' | 'readReport'>;
  readonly stop: AbortSignal;
  /** Attachments as the local side names them now: a signed address may have run out since they were read. */
  readonly fresh: () => Promise<readonly Attachment[] | null>;
}

export interface PreparedFiles {
  readonly files: readonly OutgoingFile[];
  readonly withheld: readonly WithheldReason[];
  /** The local side could not be reached: the files may come later. */
  readonly unreachable: boolean;
}

/** Fetches and cleans the files of a report or answer; each that cannot leave is counted with its reason. */
export async function prepareFiles(
  source: FileSource,
  attachments: readonly Attachment[],
  policy: FilePolicy,
): Promise<PreparedFiles> {
  const files: OutgoingFile[] = [];
  const withheld: WithheldReason[] = [];
  const seen = new Set<string>();
  let unreachable = false;
  for (const [position, attachment] of attachments.entries()) {
    if (files.length >= policy.maxFiles) {
      withheld.push('too-many');
      continue;
    }
    const fetched = await fetchFile(source, { attachment, position }, policy.maxBytes);
    if (typeof fetched === 'string') {
      if (fetched === 'unreachable') unreachable = true;
      withheld.push(fetched === 'unreachable' ? 'unavailable' : fetched);
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
  return { files, withheld, unreachable };
}

type Fetched = Uint8Array | 'unreachable' | 'too-large' | 'unavailable';

async function fetchFile(
  source: FileSource,
  { attachment, position }: { attachment: Attachment; position: number },
  maxBytes: number,
): Promise<Fetched> {
  const first = await source.local.fetchAttachment(attachment.url, maxBytes, source.stop);
  if (first.ok) return first.value;
  if (first.failure.detail === 'too-large') return 'too-large';
  if (first.failure.kind === 'unreachable' || first.failure.kind === 'throttled') return 'unreachable';
  const renewed = (await source.fresh())?.[position];
  if (renewed === undefined || renewed.url === attachment.url) return 'unavailable';
  const second = await source.local.fetchAttachment(renewed.url, maxBytes, source.stop);
  return second.ok ? second.value : 'unavailable';
}

function lastSegment(url: string): string {
  return url.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
}
