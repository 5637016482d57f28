import type { Attachment } from '../report/report.ts';

interface PassedOn {
  readonly files: readonly Attachment[];
  /** One sentence about those that stay behind; empty where all are passed on. */
  readonly note: string;
}

/**
 * The files of a national answer or report that may become links in the local application: those with an address of the
 * web, or a path. Others (`javascript:`, `data:`, `file:`) stay behind, and the text says so.
 */
export function passOnFiles(attachments: readonly Attachment[]): PassedOn {
  const files = attachments.filter(({ url }) => isLink(url));
  const left = attachments.length - files.length;
  // Read by citizens, so Indonesian whatever the operator's language.
  const note = left === 0 ? '' : `Catatan: ${left} lampiran tidak diteruskan (alamat tidak sah); tersedia di LAPOR!.`;
  return { files, note };
}

/** A browser passes over blanks and controls before it looks for a scheme. */
function isLink(url: string): boolean {
  return /^(?:https?:|(?![a-z][a-z0-9+.-]*:))/i.test(url.replace(/[\s\p{Cc}]/gu, ''));
}
