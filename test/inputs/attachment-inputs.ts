import { Buffer } from 'node:buffer';
import { expect } from 'vitest';
import { type FileSource, type PreparedFiles, prepareFiles } from '../../src/forward/prepare-files.ts';
import type { Attachment } from '../../src/report/report.ts';
import { buildJpeg } from '../attachments/build-jpeg.ts';
import { FILE_POLICY } from './file-policy.ts';
import { framed } from './framed.ts';
import { inLapor } from './in-lapor.ts';
import { inRest } from './in-rest.ts';
import type { Absent, Input } from './input.ts';
import { NEVER } from './noon.ts';
import type { RestStage } from './open-rest-stage.ts';
import { zipBomb } from './zip-bomb.ts';

const NOT_FETCHED: Absent = { absent: 'files of LAPOR! are passed on by their address; the bridge fetches none' };
const PHOTO = Buffer.from(buildJpeg());

/** Addresses that nobody is asked at, whatever they are called. */
const FORBIDDEN = [
  'file:///etc/passwd',
  'gopher://127.0.0.1/a',
  'data:image/jpeg;base64,AAAA',
  'http://user:pass@127.0.0.1/a',
  'http://[::ffff:127.0.0.1]:8/a',
  'http://2130706433:8/a',
  'http://0.0.0.0:8/a',
  'http://169.254.169.254/latest/meta-data',
  '//files.example.test/a',
];

/** Section H: attachments, fetched by the real client and prepared as they would be sent. */
export const ATTACHMENT_INPUTS: readonly Input[] = [
  {
    number: 107,
    what: 'addresses that lead inside, or nowhere',
    rest: inRest.seen('refuse', async (stage) => {
      for (const url of FORBIDDEN) {
        const read = await stage.local.fetchAttachment(url, 1000, NEVER);
        expect([url, read.ok ? null : read.failure.kind]).toEqual([url, 'refused']);
      }
      expect(stage.server.connectionCount()).toBe(0);
    }),
    lapor: inLapor.row(
      { attachments: [{ path: 'javascript:alert(1)', file_name: null }] },
      { attachments: [{ url: 'javascript:alert(1)', name: null, mimeType: null, sizeBytes: null }] },
    ),
  },
  {
    number: 108,
    what: 'a file without an end',
    rest: inRest.seen('refuse', async (stage) => {
      stage.answer((_good, socket) => {
        socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
        const pour = () => {
          while (!socket.destroyed && socket.write(`1000\r\n${'x'.repeat(0x1000)}\r\n`));
        };
        socket.on('drain', pour);
        pour();
      });
      expect(await prepared(stage, 1)).toEqual({ files: [], withheld: ['too-large'] });
    }),
    lapor: NOT_FETCHED,
  },
  {
    number: 109,
    what: 'a picture that is a page, a drawing, a program',
    rest: inRest.seen('refuse', async (stage) => {
      for (const bytes of [
        '<html><script>',
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
        'MZ\x90\0\x03\0\0\0',
        '#!/bin/sh',
      ]) {
        serves(stage, Buffer.from(bytes, 'latin1'));
        expect(await prepared(stage, 1)).toEqual({ files: [], withheld: ['type-not-allowed'] });
      }
    }),
    lapor: NOT_FETCHED,
  },
  {
    number: 110,
    what: 'a file that grows when it is opened',
    rest: inRest.seen('refuse', async (stage) => {
      serves(stage, zipBomb(20));
      expect(await prepared(stage, 1)).toEqual({ files: [], withheld: ['type-not-allowed'] });
      serves(stage, Buffer.concat([PHOTO, Buffer.alloc(FILE_POLICY.maxBytes)]));
      expect(await prepared(stage, 1)).toEqual({ files: [], withheld: ['too-large'] });
    }),
    lapor: NOT_FETCHED,
  },
  {
    number: 111,
    what: 'file names that lead elsewhere',
    rest: inRest.seen('N', async (stage) => {
      const hostile = ['../x', 'a\0b', 'x'.repeat(300), 'a\u202Egpj.exe', 'CON', 'a\r\nX: 1'];
      for (const name of hostile) {
        serves(stage, PHOTO);
        expect(await prepared(stage, 1, { name })).toMatchObject({ files: [{ fileName: 'lampiran-1.jpg' }] });
      }
    }),
    lapor: inLapor.row(
      { attachments: [{ path: 'https://lapor.test/1', file_name: 'a\r\n../b\0' }] },
      {
        attachments: [{ url: 'https://lapor.test/1', name: 'a\n../b\u2400', mimeType: null, sizeBytes: null }],
      },
    ),
  },
  {
    number: 112,
    what: 'an address that is gone, or was signed for an hour',
    rest: inRest.seen('N', async (stage) => {
      stage.answer((_good, socket, { head }) =>
        socket.write(
          head.includes('s=new') ? framed(PHOTO) : framed('{}', [], head.includes('s=old') ? '403 X' : '404 X'),
        ),
      );
      expect(await prepared(stage, 1, { url: '/a' })).toEqual({ files: [], withheld: ['unavailable'] });
      const fresh = await prepared(stage, 1, { url: '/a?s=old', freshUrl: '/a?s=new' });
      expect(fresh).toMatchObject({ files: [{ fileName: 'lampiran-1.jpg' }], withheld: [] });
    }),
    lapor: NOT_FETCHED,
  },
  {
    number: 113,
    what: 'a file of no bytes, and half of one',
    rest: inRest.seen('Q', async (stage) => {
      serves(stage, Buffer.alloc(0));
      expect(await prepared(stage, 1)).toEqual({ files: [], withheld: ['unavailable'] });
      stage.answer((_good, socket) => socket.end(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), PHOTO])));
      expect(await stage.local.fetchAttachment('/a', 1_000, NEVER)).toMatchObject({
        failure: { kind: 'unreachable', detail: 'broken-answer' },
      });
    }),
    lapor: NOT_FETCHED,
  },
  {
    number: 114,
    what: 'one file fifty times',
    rest: inRest.seen('N', async (stage) => {
      serves(stage, PHOTO);
      const all = await prepared(stage, 50);
      expect(all).toMatchObject({ files: [{ fileName: 'lampiran-1.jpg' }], withheld: [] });
      expect(all).toHaveProperty('files.length', 1);
    }),
    lapor: NOT_FETCHED,
  },
];

function serves(stage: RestStage, bytes: Buffer): void {
  stage.answer((_good, socket) => socket.write(framed(bytes, ['Content-Type: image/jpeg'])));
}

interface FileFacts {
  readonly url?: string;
  readonly name?: string;
  /** The address that the application names when it is asked again. */
  readonly freshUrl?: string;
}

/** So many files of one address, as they would leave the city. */
async function prepared(
  stage: RestStage,
  count: number,
  { url = '/storage/a.jpg', name = 'a.jpg', freshUrl = url }: FileFacts = {},
): Promise<PreparedFiles | 'later'> {
  const file: Attachment = { url, name, mimeType: null, sizeBytes: null };
  const fresh: FileSource['fresh'] = async () => ({ ok: true, value: [{ ...file, url: freshUrl }] });
  return await prepareFiles(
    { local: stage.local, halt: NEVER, fresh },
    Array<Attachment>(count).fill(file),
    FILE_POLICY,
  );
}
