import { Buffer } from 'node:buffer';
import { oleEntryNames } from './ole-entry-names.ts';

export type AttachmentType = 'jpg' | 'png' | 'pdf' | 'doc' | 'docx';

/** The part of a Word file that holds macros, in both formats. */
const DOCX_MACROS = 'vbaProject.bin';
const DOC_MACROS = '_VBA_PROJECT';

let loading: Promise<typeof import('file-type')> | null = null;

/**
 * Tells from the content alone what kind of file this is; null for everything that is not on the list.
 * Names and declared types lie, and are not asked. Word files with macros are not on the list.
 */
export async function detectType(bytes: Uint8Array): Promise<AttachmentType | null> {
  // Loaded when the first attachment comes: most runs and commands see none.
  loading ??= import('file-type');
  const { fileTypeFromBuffer } = await loading;
  const found = await fileTypeFromBuffer(bytes);
  switch (found?.ext) {
    case 'jpg':
    case 'pdf':
      return found.ext;
    case 'png':
    case 'apng':
      return 'png';
    case 'docx':
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(DOCX_MACROS) ? null : 'docx';
    case 'cfb':
      return isWordDocument(bytes) ? 'doc' : null;
    default:
      return null;
  }
}

function isWordDocument(bytes: Uint8Array): boolean {
  const names = oleEntryNames(bytes);
  return names.includes('WordDocument') && !names.includes(DOC_MACROS);
}
