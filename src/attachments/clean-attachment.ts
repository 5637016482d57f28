import { createHash } from 'node:crypto';
import { type AttachmentType, detectType } from './detect-type.ts';
import { namesIdentityDocument } from './names-identity-document.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';

export type AttachmentToClean = {
  readonly bytes: Uint8Array;
  /** The place among the report's attachments, for the new name. */
  readonly index: number;
  /** File name extensions, as in `national.attachments.types`. */
  readonly allowedTypes: readonly string[];
  readonly maxBytes: number;
  readonly stripMetadata: boolean;
  readonly anonymous: boolean;
  readonly originalName: string | null;
};

export type WithheldReason =
  | 'empty'
  | 'too-large'
  | 'type-not-allowed'
  | 'damaged'
  | 'identity-document'
  | 'document-of-anonymous';

export type CleanAttachment =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly fileName: string;
      readonly mimeType: string;
      readonly sha256: string;
    }
  | { readonly ok: false; readonly reason: WithheldReason };

const MIME_TYPES = {
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Record<AttachmentType, string>;

/**
 * Makes an attachment fit to leave the city, or says why it may not: no scan of an identity card, only the allowed types (told
 * from the content), pictures without metadata, nothing larger than `maxBytes`. The original name never leaves.
 * For an anonymous reporter pictures are stripped whatever the configuration says, and documents are withheld, since author
 * names and content cannot be taken out of them without interpreting them.
 */
export async function cleanAttachment(attachment: AttachmentToClean): Promise<CleanAttachment> {
  const { bytes, index, anonymous, originalName } = attachment;
  if (bytes.length === 0) return withheld('empty');
  if (originalName !== null && namesIdentityDocument(originalName)) return withheld('identity-document');
  const type = await detectType(bytes);
  if (type === null || !isAllowed(type, attachment.allowedTypes)) return withheld('type-not-allowed');
  const isPicture = type === 'jpg' || type === 'png';
  if (anonymous && !isPicture) return withheld('document-of-anonymous');
  const clean = anonymous || attachment.stripMetadata ? withoutMetadata(bytes, type) : bytes;
  if (clean === null) return withheld('damaged');
  if (clean.length > attachment.maxBytes) return withheld('too-large');
  return {
    ok: true,
    bytes: clean,
    fileName: `lampiran-${index}.${type}`,
    mimeType: MIME_TYPES[type],
    sha256: createHash('sha256').update(clean).digest('hex'),
  };
}

function withheld(reason: WithheldReason): CleanAttachment {
  return { ok: false, reason };
}

function isAllowed(type: AttachmentType, allowedTypes: readonly string[]): boolean {
  return allowedTypes.map(canonicalType).includes(type);
}

/** jpg and jpeg are one type. */
function canonicalType(extension: string): string {
  const lower = extension.toLowerCase();
  return lower === 'jpeg' ? 'jpg' : lower;
}

function withoutMetadata(bytes: Uint8Array, type: AttachmentType): Uint8Array | null {
  if (type === 'jpg') return stripJpeg(bytes);
  return type === 'png' ? stripPng(bytes) : bytes;
}
