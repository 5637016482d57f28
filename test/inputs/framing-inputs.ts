import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished } from 'vitest';
import { startServer } from '../http/start-server.ts';
import { framed } from './framed.ts';
import type { Input } from './input.ts';
import { onWire } from './on-wire.ts';
import type { Stage } from './stage.ts';

const PAGE = '<!DOCTYPE html><html><body>Masuk</body></html>';
const BLANKS = framed(Buffer.alloc(10_000_001, ' '));
const BROKEN = { read: 'broken-answer', write: 'broken-answer' };
const AS_HTML = { read: 'html', write: 'html' };
/** Neither followed nor repeated: one request for the reading, one for the write. */
const REDIRECTED = { read: 'redirect', write: 'redirect', asked: 2 };
const FINE = { read: 'fine', write: 'done' };

/** Section A: HTTP and body framing. Every one of them over real sockets, read and written to. */
export const FRAMING_INPUTS: readonly Input[] = [
  {
    number: 1,
    what: '200 with an HTML error page',
    ...says(() => framed(PAGE, ['Content-Type: text/html']), AS_HTML),
  },
  {
    number: 2,
    what: 'the way to the login page',
    ...says(() => redirect(302, '/login'), REDIRECTED),
  },
  { number: 3, what: 'a 302 after a POST', ...says(() => redirect(302, '/elsewhere'), REDIRECTED) },
  { number: 4, what: 'a 307 after a POST', ...says(() => redirect(307, '/elsewhere'), REDIRECTED) },
  {
    number: 5,
    what: 'a redirect to itself',
    ...onWire({
      ...REDIRECTED,
      say: (_good, socket, { head }) => socket.write(redirect(301, head.split(' ')[1] ?? '')),
    }),
  },
  {
    number: 6,
    what: 'a redirect to another host, to plain text, to the metadata of a cloud',
    rest: { verdict: 'P, D', check: (stage) => isNotFollowedElsewhere(stage) },
    lapor: { verdict: 'P, D', check: (stage) => isNotFollowedElsewhere(stage) },
  },
  { number: 7, what: 'nothing where JSON is due', ...says(() => framed(''), { read: 'empty', write: 'no-id' }) },
  { number: 8, what: 'JSON as text', ...says((good) => framed(good, ['Content-Type: text/plain']), FINE) },
  { number: 9, what: 'JSON of no type', ...says((good) => withLength(good, good.length), FINE) },
  {
    number: 10,
    what: 'a body shorter than its length',
    ...onWire({ ...BROKEN, say: (good, socket) => socket.end(withLength(good, good.length + 7)) }),
  },
  {
    number: 11,
    what: 'a body longer than its length',
    ...onWire({ ...BROKEN, say: (good, socket) => socket.end(withLength(good, good.length - 7)) }),
  },
  {
    number: 12,
    what: 'a connection closed in the middle of a body without a length',
    ...onWire({
      read: 'syntax',
      write: 'unreadable',
      say: (good, socket) => socket.end(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${good.slice(0, -7)}`),
    }),
  },
  {
    number: 13,
    what: 'both a length and chunks',
    ...says((good) => `${head(['Transfer-Encoding: chunked', 'Content-Length: 2'])}${chunk(good)}0\r\n\r\n`, BROKEN),
  },
  { number: 14, what: 'a length below zero', ...says((good) => `${head(['Content-Length: -1'])}${good}`, BROKEN) },
  { number: 15, what: 'headers beyond 16 KB', ...says((good) => framed(good, [`X: ${'x'.repeat(20_000)}`]), BROKEN) },
  { number: 16, what: 'what is not HTTP', ...says(() => 'SSH-2.0-OpenSSH_9.2\r\n', BROKEN) },
  {
    number: 17,
    what: 'half a gzip',
    ...says((good) => packed('gzip', gzipSync(good).subarray(0, -12)), BROKEN),
  },
  {
    number: 18,
    what: 'a gzip bomb',
    ...says((good) => packed('gzip', gzipSync(' '.repeat(2_000_000) + good)), BROKEN),
  },
  {
    number: 19,
    what: 'packed twice, or in a way nobody knows',
    ...onWire({
      ...BROKEN,
      say: (good, socket, { number }) =>
        socket.write(number % 2 ? packed('gzip, gzip', gzipSync(gzipSync(good))) : packed('zstd', Buffer.from(good))),
    }),
  },
  {
    number: 20,
    what: 'garbage behind the chunks',
    ...says((good) => `${head(['Transfer-Encoding: chunked'])}${chunk(good)}0\r\n\0\x01\r\n\r\n`, BROKEN),
  },
  {
    number: 21,
    what: 'JSON behind more blanks than may come',
    ...says(() => BLANKS, { read: 'too-large', write: 'answer-too-large' }),
  },
  {
    number: 22,
    what: 'a body a byte at a time, beyond the deadline',
    ...onWire({
      read: 'timeout',
      write: 'timeout',
      timeoutMs: 300,
      say(good, socket) {
        socket.write(withLength('', good.length));
        let at = 0;
        const drip = setInterval(() => socket.write(good[at++] ?? ''), 20);
        socket.on('close', () => clearInterval(drip));
      },
    }),
  },
  {
    number: 23,
    what: 'an answer of HTTP/1.0',
    ...onWire({ ...FINE, say: (good, socket) => socket.end(`HTTP/1.0 200 OK\r\n\r\n${good}`) }),
  },
  {
    number: 24,
    what: 'a flood of cookies',
    ...onWire({
      ...FINE,
      say(good, socket, { head: asked }) {
        if (/^cookie:/im.test(asked)) socket.destroy();
        socket.write(framed(good, Array<string>(400).fill('Set-Cookie: a=1')));
      },
    }),
  },
  {
    number: 25,
    what: 'the statuses 599 and 999',
    rest: { verdict: 'P, D', check: (stage) => areServerErrors(stage) },
    lapor: { verdict: 'P, D', check: (stage) => areServerErrors(stage) },
  },
  {
    number: 26,
    what: 'two documents in one body',
    ...says((good) => framed(good + good), { read: 'syntax', write: 'unreadable' }),
  },
];

type Expected = Pick<Parameters<typeof onWire>[0], 'read' | 'write' | 'asked'>;

function says(answer: (good: string) => string | Buffer, expected: Expected): ReturnType<typeof onWire> {
  return onWire({ ...expected, say: (good, socket) => socket.write(answer(good)) });
}

function head(lines: readonly string[]): string {
  return ['HTTP/1.1 200 OK', 'Content-Type: application/json', ...lines, '', ''].join('\r\n');
}

function withLength(body: string, length: number): string {
  return `HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\n${body}`;
}

function chunk(body: string): string {
  return `${body.length.toString(16)}\r\n${body}\r\n`;
}

function packed(encoding: string, body: Buffer): Buffer {
  return framed(body, [`Content-Encoding: ${encoding}`]);
}

function redirect(status: number, location: string): Buffer {
  return framed('', [`Location: ${location}`], `${status} X`);
}

async function isNotFollowedElsewhere(stage: Stage): Promise<void> {
  const other = await startServer((socket) => socket.end());
  onTestFinished(() => other.close());
  for (const location of [`http://127.0.0.1:${other.port}/`, 'http://169.254.169.254/latest/meta-data']) {
    const { check } = onWire({ ...REDIRECTED, say: (_, socket) => socket.write(redirect(308, location)) }).rest;
    await check(stage);
  }
  expect(other.connectionCount()).toBe(0);
}

/** An unknown class counts as a server's error; 299 is of a known one. */
async function areServerErrors(stage: Stage): Promise<void> {
  stage.answer((good, socket) => socket.write(framed(good, [], '599 X')));
  expect(await stage.read()).toMatchObject({ refused: 'server-error', moved: false });
  expect(await stage.write()).toEqual({ kind: 'doubt', cause: 'server-error', status: 599 });
  stage.answer((good, socket) => socket.write(framed(good, [], '999 X')));
  expect(await stage.write()).toEqual({ kind: 'doubt', cause: 'unexpected-status', status: 999 });
  stage.answer((good, socket) => socket.write(framed(good, [], '299 X')));
  expect(await stage.write()).toMatchObject({ kind: 'done', status: 299 });
}
