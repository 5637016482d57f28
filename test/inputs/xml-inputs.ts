import { Buffer } from 'node:buffer';
import { expect } from 'vitest';
import { framed } from './framed.ts';
import type { Case, Input } from './input.ts';
import type { Stage } from './stage.ts';

const NO_CSV = { absent: 'neither form reads or writes CSV' };

/** Billions of laughs, three lines of them. */
const LAUGHS = '<!DOCTYPE a [<!ENTITY a "303001"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';

/** Section D: XML, in which a gateway may tell why it answered itself, and CSV. */
export const XML_INPUTS: readonly Input[] = [
  { number: 60, what: 'a document type', ...noFault(`<!DOCTYPE fault>${fault('<code>303001</code>')}`) },
  {
    number: 61,
    what: 'an entity out of a file',
    ...noFault(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${fault('<code>303001</code>&x;')}`),
  },
  { number: 62, what: 'entities of entities', ...noFault(LAUGHS + fault('<code>&c;</code>')) },
  { number: 63, what: 'XML that is cut off', ...noFault('<fault><code>303001</code><message>Susp') },
  { number: 64, what: 'numbers that only look like one', ...noFault(fault('<code>+3.03001e5</code>')) },
  { number: 65, what: 'two elements where one is due', ...noFault(fault('<code>303001</code><code>900800</code>')) },
  {
    number: 66,
    what: 'CDATA, name spaces and another prefix',
    ...forBoth('N', async (stage) => {
      const xml = '<am:fault xmlns:am="http://wso2.org/x"><am:code><![CDATA[303001]]></am:code></am:fault>';
      stage.answer((_good, socket) => socket.write(framed(xml, ['Content-Type: text/xml'], '503 X')));
      expect(await stage.read()).toMatchObject({ refused: 'suspended', moved: false });
      expect(await stage.write()).toMatchObject({ kind: 'not-reached', cause: 'suspended', retryAfterMs: 30_000 });
    }),
  },
  {
    number: 67,
    what: 'an encoding that only the document tells',
    ...noFault(Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${fault('<code>303001</code>é')}`, 'latin1')),
  },
  { number: 68, what: 'formulas in CSV', rest: NO_CSV, lapor: NO_CSV },
  { number: 69, what: 'line ends and quotes in CSV', rest: NO_CSV, lapor: NO_CSV },
];

function fault(inside: string): string {
  return `<fault>${inside}</fault>`;
}

/** What is no fault for certain tells nothing of whether the write arrived. */
function noFault(xml: string | Buffer): ReturnType<typeof forBoth> {
  return forBoth('P, D', async (stage) => {
    stage.answer((_good, socket) => socket.write(framed(xml, ['Content-Type: text/xml'], '503 X')));
    expect(await stage.read()).toMatchObject({ refused: 'server-error', moved: false, known: [] });
    expect(await stage.write()).toEqual({ kind: 'doubt', cause: 'server-error', status: 503 });
  });
}

function forBoth(
  verdict: Case<Stage>['verdict'],
  check: Case<Stage>['check'],
): { readonly rest: Case<Stage>; readonly lapor: Case<Stage> } {
  return { rest: { verdict, check }, lapor: { verdict, check } };
}
