import type { OutgoingFile } from '../national-system.ts';
import { appendFile } from './append-file.ts';

/** Form of E3: one field, repeated (contract page, E3; plural here, singular in E8). */
export function uploadForm(files: readonly OutgoingFile[]): FormData {
  const form = new FormData();
  for (const file of files) appendFile(form, 'attachments[]', file);
  return form;
}
