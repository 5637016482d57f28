import { type Answer, jsonAnswer } from './answer.ts';
import { parseMultipart } from './multipart.ts';
import type { NationalFile } from './national-complaint.ts';
import { nationalFailure } from './national-failure.ts';
import { nationalFileRefusal } from './national-file-refusal.ts';
import type { NationalState } from './national-state.ts';
import type { SimulatedRequest } from './router.ts';

const PICTURES: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png']);

/** E3: stores the files of the repeated field `attachments[]`; names pictures and documents apart. */
export function acceptUpload({ headers, body }: SimulatedRequest, state: NationalState): Answer {
  const parts = parseMultipart(headers['content-type'], body);
  if (parts === null || parts.length === 0) return nationalFailure(422, 'attachments wajib diisi');
  const refusal = parts
    .map((part) => (part.name === 'attachments[]' ? nationalFileRefusal(part) : `${part.name} tidak dikenal`))
    .find((reason) => reason !== null);
  if (refusal !== undefined) return nationalFailure(422, refusal);
  const files = parts.map(({ fileName, bytes }) => state.storeFile({ fileName: fileName ?? '', bytes }));
  for (const file of files) state.noteEffect('upload', file.id, file.fileName);
  const named = (wanted: (file: NationalFile) => boolean) => files.filter(wanted).map(({ id }) => ({ id }));
  const isPicture = (file: NationalFile): boolean => PICTURES.has(file.extension);
  return jsonAnswer(200, { results: { images: named(isPicture), docs: named((file) => !isPicture(file)) } });
}
