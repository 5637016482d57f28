import { framed } from './framed.ts';
import { inLapor } from './in-lapor.ts';
import { inRest } from './in-rest.ts';
import type { Input } from './input.ts';
import { onWire } from './on-wire.ts';

const NO_JSON = { read: 'syntax', write: 'unreadable' };

/** Section C: what JSON says, and what it only seems to say. */
export const JSON_INPUTS: readonly Input[] = [
  { number: 43, what: 'JSON that is cut off', ...says((good) => good.slice(0, -2), NO_JSON) },
  {
    number: 44,
    what: 'a trailing comma, NaN, a comment, single quotes',
    ...onWire({
      ...NO_JSON,
      say: (good, socket, { number }) => socket.write(framed(mangled(good)[number % 4] ?? '')),
    }),
  },
  {
    number: 45,
    what: 'null, a list or a text instead of an object',
    rest: inRest.pages(['null', '[]', '"OK"', '7'], 'no-data', 'no-id'),
    lapor: inLapor.pages(['null', '[]', '"OK"', '7'], 'shape', 'no-id'),
  },
  {
    number: 46,
    what: 'a key with two values',
    rest: inRest.apart('"anonim":true,"anonim":false', { path: '', reason: 'duplicate-key' }),
    lapor: inLapor.apart('"content":"a","content":"b"'),
  },
  {
    number: 47,
    what: 'a key for the prototype',
    rest: inRest.apart('"__proto__":{"rahasia":false}', { path: '', reason: 'hostile-key' }),
    lapor: inLapor.apart('"__proto__":{"id":7}'),
  },
  {
    number: 48,
    what: 'a nest of 200,000 lists',
    ...says((good) => good.replace(/\}$/, `,"x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`), {
      read: 'too-deep',
      write: 'unreadable',
    }),
  },
  {
    number: 49,
    what: 'an id of more digits than a number can hold',
    rest: inRest.ids(['9007199254740993', '"9007199254740992"'], ['9007199254740993', '9007199254740992']),
    lapor: inLapor.ids(['9007199254740993', '"9007199254740992"'], ['9007199254740993', '9007199254740992']),
  },
  {
    number: 50,
    what: 'an id as a number and as a text, with and without a zero',
    rest: inRest.ids(['123', '"123"', '"0123"'], ['123', '0123']),
    lapor: inLapor.ids(['123', '"123"', '"0123"'], ['123', '0123']),
  },
  {
    number: 51,
    what: 'numbers without end, below zero, in other words',
    rest: inRest.row({ lokasi: { lat: 1e21, lng: '1e2' }, lampiran: [{ url: '/a', ukuran: -1 }] }, (report) => ({
      location: { ...report.location, latitude: null, longitude: null },
      attachments: [{ url: '/a', name: null, mimeType: null, sizeBytes: null }],
    })),
    lapor: inLapor.apart('"id":1e400', '"id":-0', '"id":1E2'),
  },
  {
    number: 52,
    what: 'yes and no in other words',
    rest: inRest.flags(
      ['0', 'false', ' Tidak ', 'N', 0, false],
      ['1', 'true', 'Y', 'ya', 1, true, 'mungkin', '', null, -1, [], { a: 1 }],
    ),
    lapor: { absent: 'E6 and E7 carry no flags; those of E4 and E8 are written by the bridge' },
  },
  {
    number: 53,
    what: 'null, nothing and the empty text',
    rest: inRest.row({ judul: null, kategori: '', opd: undefined, deleted_at: '', tanggapan: null }, () => ({
      title: '',
      category: null,
      institution: null,
      deletedAt: null,
      responses: [],
    })),
    lapor: inLapor.details([{ status_name: null }, { status_name: '' }, { status_name: undefined }], {
      nationalStatus: null,
    }),
  },
  {
    number: 54,
    what: 'a list where an object is due, and the reverse',
    rest: inRest.row({ lokasi: [], lampiran: { 0: { url: '/a' } }, tanggapan: { 3: { id: 9, isi: 'x' } } }, () => ({
      attachments: [{ url: '/a', name: null, mimeType: null, sizeBytes: null }],
    })),
    lapor: inLapor.body('{"results":{"data":{"3":{"id":1,"content":"a"},"7":{"id":2}},"next_page_url":null}}', {
      known: ['1', '2'],
      apart: 0,
    }),
  },
  {
    number: 55,
    what: 'ten thousand keys that nobody knows',
    rest: inRest.row(manyKeys(), () => ({ localId: '1' })),
    lapor: inLapor.row({ ...manyKeys(), content: 'a' }, { text: 'a' }),
  },
  {
    number: 56,
    what: 'a megabyte in one text',
    rest: inRest.rows([{ isi: 'x'.repeat(1_000_000) }], 'isi', 'too-long'),
    lapor: inLapor.apart(`"content":"${'x'.repeat(1_000_000)}"`),
  },
  {
    number: 57,
    what: 'numbers as people write them',
    rest: inRest.row(
      { lokasi: { lat: '-6,12', lng: '1.106,17' }, lampiran: [{ url: '/a', ukuran: '1.234,5' }] },
      () => ({
        location: { address: null, district: null, village: null, latitude: null, longitude: null },
        attachments: [{ url: '/a', name: null, mimeType: null, sizeBytes: null }],
      }),
    ),
    lapor: inLapor.apart('"id":"1.234,56"'),
  },
  {
    number: 58,
    what: 'a failure with an empty list',
    rest: inRest.pages(['{"success":false,"data":[]}', '{"success":"false","data":[]}'], 'success-false'),
    lapor: inLapor.pages(['{"success":false,"results":{"data":[],"data_logs":[]},"message":"x"}'], 'shape', 'no-id'),
  },
  { number: 59, what: 'JSON for a script', ...says((good) => `callback(${good});`, NO_JSON) },
];

function says(
  body: (good: string) => string,
  expected: { readonly read: string; readonly write: string },
): ReturnType<typeof onWire> {
  return onWire({ ...expected, say: (good, socket) => socket.write(framed(body(good))) });
}

function mangled(good: string): readonly string[] {
  return [good.replace(/\}$/, ',}'), good.replace(/\}$/, ',"n":NaN}'), `// a\n${good}`, good.replaceAll('"', "'")];
}

function manyKeys(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`kunci_${index}`, index]));
}
