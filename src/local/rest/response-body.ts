import type { NewResponse } from '../local-system.ts';

/** Body of `POST /pengaduan/{id}/tanggapan` (local contract, section 1). */
export function responseBody(response: NewResponse): Readonly<Record<string, unknown>> {
  return {
    isi: response.text,
    penulis: 'lapor',
    opd: response.institution,
    lampiran: response.attachments.map(({ url, name, mimeType }) => ({ url, nama: name, mime: mimeType })),
    external_ref: response.externalRef,
  };
}
