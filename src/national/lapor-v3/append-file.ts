import type { OutgoingFile } from '../national-system.ts';

/** Appends a file part under `field`, with the name and type that we gave it. */
export function appendFile(form: FormData, field: string, file: OutgoingFile): void {
  form.append(field, new Blob([Uint8Array.from(file.bytes)], { type: file.mimeType }), file.fileName);
}
