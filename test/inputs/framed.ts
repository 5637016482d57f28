import { Buffer } from 'node:buffer';

/** A proper HTTP answer with this body. `headers` are whole lines; one of `Content-Type` replaces the usual one. */
export function framed(body: string | Buffer, headers: readonly string[] = [], status = '200 OK'): Buffer {
  const bytes = Buffer.from(body);
  const type = headers.some((line) => /^content-type:/i.test(line)) ? [] : ['Content-Type: application/json'];
  const head = [`HTTP/1.1 ${status}`, ...type, ...headers, `Content-Length: ${bytes.length}`, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head), bytes]);
}
