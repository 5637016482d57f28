import type { HttpBody } from './http-client.ts';

export interface EncodedBody {
  readonly data: string | Buffer;
  readonly contentType: string;
}

/** A request body as it is sent. Multipart is encoded whole by the platform's own encoder, so that its length is known. */
export async function encodeBody(body: HttpBody): Promise<EncodedBody> {
  if (body.kind === 'json') return { data: JSON.stringify(body.value), contentType: 'application/json' };
  if (body.kind === 'form') {
    return { data: new URLSearchParams(body.values).toString(), contentType: 'application/x-www-form-urlencoded' };
  }
  const encoded = new Response(body.form);
  return {
    data: Buffer.from(await encoded.arrayBuffer()),
    contentType: encoded.headers.get('content-type') ?? 'multipart/form-data',
  };
}
