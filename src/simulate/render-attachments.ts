import type { NationalFile } from './national-complaint.ts';

const DOCUMENTS: ReadonlySet<string> = new Set(['pdf', 'doc', 'docx']);

/**
 * Attachments as PHP writes them (LAPOR! contract, E7): `[]` for none, else an object with numeric keys for pictures
 * and `docs` for documents. `filesUrl` is where the files are served, without a slash at its end.
 */
export function renderAttachments(files: readonly NationalFile[], filesUrl: string): unknown {
  if (files.length === 0) return [];
  const render = ({ id, fileName, extension }: NationalFile) => ({
    path: `${filesUrl}/${id}/${encodeURIComponent(fileName)}`,
    file_name: fileName,
    extension,
  });
  const pictures = files.filter(({ extension }) => !DOCUMENTS.has(extension)).map(render);
  const docs = files.filter(({ extension }) => DOCUMENTS.has(extension)).map(render);
  return { ...pictures, docs };
}
