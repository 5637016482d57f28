import { Buffer } from 'node:buffer';
import { expect } from 'vitest';
import { displayText } from '../../src/report/display-text.ts';
import { framed } from './framed.ts';
import type { Case, Input } from './input.ts';
import { ofText } from './of-text.ts';
import { onWire } from './on-wire.ts';
import type { Stage } from './stage.ts';

const FAMILY = '👩‍👩‍👧‍👦 👍🏽 🇮🇩';

/** Section B: how text is encoded. */
export const ENCODING_INPUTS: readonly Input[] = [
  {
    number: 27,
    what: 'Latin-1 that says so',
    ...forBoth('N', async (stage) => {
      const body = Buffer.from(stage.page([stage.row(1, 'José “dua”')]).replace(/[“”]/g, "'"), 'latin1');
      await reads(stage, framed(body, ['Content-Type: application/json; charset=ISO-8859-1']), "José 'dua'");
    }),
  },
  {
    number: 28,
    what: 'bytes that are no UTF-8',
    ...onWire({
      read: 'charset',
      write: 'unreadable',
      say: (good, socket) => socket.write(framed(Buffer.concat([Buffer.from(good), Buffer.of(0xe9)]))),
    }),
  },
  {
    number: 29,
    what: 'UTF-16 with a mark',
    ...onWire({
      read: 'fine',
      write: 'done',
      say: (good, socket) => socket.write(framed(Buffer.from(`\uFEFF${good}`, 'utf16le'))),
    }),
  },
  {
    number: 30,
    what: 'UTF-8 with a mark',
    ...onWire({ read: 'fine', write: 'done', say: (good, socket) => socket.write(framed(`\uFEFF${good}`)) }),
  },
  { number: 31, what: 'a replacement character', ...ofText('Jos\uFFFD', 'Jos\uFFFD') },
  { number: 32, what: 'NUL', ...ofText('a\0b', 'a\u2400b') },
  { number: 33, what: 'half a surrogate pair', ...ofText('a\ud83d b', 'a\uFFFD b') },
  { number: 34, what: 'letters and marks apart', ...ofText('Cafe\u0301 Pe\u0301', 'Café Pé') },
  { number: 35, what: 'emoji families', ...ofText(`Terima kasih ${FAMILY}`, `Terima kasih ${FAMILY}`) },
  {
    number: 36,
    what: 'a side that takes no characters of four bytes',
    ...forBoth('H', async (stage) => {
      stage.answer((_good, socket) => socket.write(framed('{"message":"Incorrect string value"}', [], '422 X')));
      expect(await stage.write()).toEqual({ kind: 'refused', cause: 'content', status: 422 });
    }),
  },
  {
    number: 37,
    what: 'text from right to left, and invisible characters',
    ...ofText('a\u202Eb\u200Bc', 'a\u202Eb\u200Bc'),
  },
  { number: 38, what: 'control characters', ...ofText('a\u001b[31mb\u0085\u0007\r\nc', 'a[31mb\nc') },
  { number: 39, what: 'line and paragraph separators', ...ofText('a\u2028b\u2029c', 'a\u2028b\u2029c') },
  {
    number: 40,
    what: 'entities escaped twice',
    // The city writes plain text; LAPOR! writes HTML, which is undone exactly once.
    ...ofText('a &amp;amp; b', { rest: 'a &amp;amp; b', lapor: 'a &amp; b' }),
  },
  { number: 41, what: 'letters misread before', ...ofText('JosÃ©', 'JosÃ©') },
  {
    number: 42,
    what: 'an escaped NUL',
    ...forBoth('N', async (stage) => {
      const body = stage.page([stage.row(1, 'aNULb')]).replace('NUL', '\\u0000');
      await reads(stage, framed(body), 'a\u2400b');
      expect(displayText('a\u202Eb\u2028c\u001b[31m')).toBe('a\\u{202e}b\\u{2028}c\\u{1b}[31m');
    }),
  },
];

function forBoth(
  verdict: Case<Stage>['verdict'],
  check: Case<Stage>['check'],
): { readonly rest: Case<Stage>; readonly lapor: Case<Stage> } {
  return { rest: { verdict, check }, lapor: { verdict, check } };
}

async function reads(stage: Stage, answer: Buffer, text: string): Promise<void> {
  stage.answer((good, socket, { head }) => socket.write(head.includes('/complaint ') ? framed(good) : answer));
  expect(await stage.read()).toMatchObject({ refused: null, moved: true, texts: { 1: text } });
}
