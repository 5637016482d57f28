import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it went over the wire, headers first. */
  readonly data: string;
}

/** A relay on loopback that takes every mail without encryption, or answers each with `refusal`. */
export async function openSmtpServer({ refusal = null as string | null } = {}) {
  const mails: Mail[] = [];
  const server = createServer((socket) => {
    let [from, data, isData] = ['', '', false];
    let to: string[] = [];
    let rest = '';
    socket.write('220 relay.example.test\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8');
      const lines = rest.split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (isData && line !== '.') {
          data += `${line}\n`;
          continue;
        }
        if (isData) {
          mails.push({ from, to, data });
          [from, data, isData, to] = ['', '', false, []];
          socket.write('250 taken\r\n');
        } else if (/^EHLO/i.test(line)) socket.write('250-relay.example.test\r\n250 8BITMIME\r\n');
        else if (refusal !== null && /^MAIL/i.test(line)) socket.write(`${refusal}\r\n`);
        else if (/^MAIL FROM:/i.test(line)) {
          from = /<(.*?)>/.exec(line)?.[1] ?? '';
          socket.write('250 ok\r\n');
        } else if (/^RCPT TO:/i.test(line)) {
          to = [...to, /<(.*?)>/.exec(line)?.[1] ?? ''];
          socket.write('250 ok\r\n');
        } else if (/^DATA/i.test(line)) {
          isData = true;
          socket.write('354 go on\r\n');
        } else if (/^STARTTLS/i.test(line)) socket.write('502 no\r\n');
        else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, mails };
}
