import { makeJpeg } from '../../src/simulate/make-jpeg.ts';
import type { Script } from './script.ts';

const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2026, 5, 29, 1);
const BOTH = { anonymous: true, secret: true };

/** How reports come to the nation: every way in which a filing can go. */
export const FILING_SCRIPTS: readonly Script[] = [
  {
    name: 'answered',
    *play(city) {
      const row = city.file();
      yield () => city.filed(row);
      city.setStatus(row, 'Dalam Proses');
      city.answer(row, '<p>Kami teruskan.</p>');
      yield () => city.told(row);
      city.respond(row, 'Lubang sudah ditutup.');
      city.respond(row, 'Terima kasih.', { author: 'reporter' });
      yield () => city.given(row) === 2;
      city.setStatus(row, 'Selesai');
      yield () => city.told(row);
    },
  },
  {
    name: 'anonymous-with-files',
    *play(city) {
      for (const name of ['a', 'b']) city.local.files.set(name, makeJpeg({ exifText: 'Zukrafil', gps: true }));
      const attachments = ['a', 'b', 'gone'].map((url) => ({ url, name: null, mimeType: null, sizeBytes: null }));
      const row = city.file({ privacy: BOTH, attachments });
      yield () => city.filed(row);
      city.respond(row, 'Jawaban untuk Zukrafil Wexanto.');
      yield () => city.given(row) === 1;
    },
  },
  {
    name: 'passed-on',
    *play(city) {
      const row = city.file({ institution: 'PLN' });
      const wasPassedOn = () => (city.complaint(row)?.passedTo ?? []).length > 0;
      city.arm('lost-answer', wasPassedOn);
      yield wasPassedOn;
      city.answer(row, 'Kami dari PLN.');
      yield () => city.told(row);
    },
  },
  {
    name: 'created-in-doubt',
    *play(city) {
      city.arm('lost-answer');
      const found = city.file();
      yield () => city.filed(found);
      city.arm('lost-request');
      const absent = city.file();
      yield () => city.filed(absent);
      city.arm('no-id');
      city.arm('late-effect', () => city.local.rows.size === 4);
      const [third, fourth] = [city.file(), city.file({ privacy: BOTH })];
      yield () => city.filed(third) && city.filed(fourth);
    },
  },
  {
    name: 'refused-and-retried',
    *play(city) {
      city.arm('refused');
      const row = city.file();
      yield () => city.filed(row);
      city.arm('refused', undefined, 2);
      city.respond(row, 'Sedang kami kerjakan.');
      yield () => city.given(row) === 1;
    },
  },
  {
    name: 'linked',
    *play(city) {
      const known = city.file();
      const complaint = city.national.file(keyedIn(known.localId), 0);
      city.edit(known, (row) => {
        row.nationalId = complaint.id;
      });
      yield () => city.state(known, 'write-back:1') === 'done';
      city.respond(known, 'Sudah ditangani.');
      yield () => city.given(known) === 1;
      city.arm('lost-answer');
      const doubtful = city.file();
      yield () => city.complaint(doubtful) !== undefined;
      city.edit(doubtful, (row) => {
        row.nationalId ??= city.complaint(doubtful)?.id ?? null;
      });
      yield () => city.filed(doubtful) && city.state(doubtful, 'create') === 'done';
    },
  },
  {
    name: 'guarded',
    plan: { policy: { guard: { maxNewPerCycle: 0 } } },
    *play(city) {
      const rows = [city.file(), city.file(), city.file()];
      const [first = city.file()] = rows;
      yield () => rows.every((row) => city.state(row, 'create') === 'held');
      city.edit(first, (row) => {
        row.privacy = BOTH;
        row.leastPrivacy = BOTH;
      });
      yield () => city.known(first, 'anonymous') === 1;
      yield city.command(
        (ledger, at) => ledger.confirm(at),
        () => rows.every((row) => city.state(row, 'create') !== 'held'),
      );
      yield () => rows.every(city.filed);
    },
  },
  {
    name: 'older-than-since',
    plan: { policy: { sinceMs: START_MS + MINUTE_MS } },
    *play(city) {
      const row = city.file();
      yield () => city.state(row, 'create') === 'held';
      yield city.command(
        (ledger, at) => ledger.release(row.localId, at),
        () => city.state(row, 'create') !== 'held',
      );
      yield () => city.filed(row);
    },
  },
  {
    name: 'resent',
    plan: { resends: true, policy: { resendAfterMs: 90 * MINUTE_MS } },
    operator: 'only-finds',
    *play(city) {
      city.arm('lost-request');
      const row = city.file();
      yield () => city.filed(row);
      city.answer(row, 'Diterima.');
      yield () => city.told(row);
    },
  },
  {
    name: 'quarantined',
    *play(city) {
      const [bad, good] = [city.file({ isUnreadable: true }), city.file()];
      yield () => city.filed(good) && city.quarantined() === 1;
      city.edit(bad, (row) => {
        row.isUnreadable = false;
      });
      yield () => city.filed(bad) && city.quarantined() === 0;
    },
  },
  {
    name: 'rush',
    plan: { concurrency: 4 },
    *play(city) {
      const rows = Array.from({ length: 6 }, () => city.file());
      yield () => rows.every(city.filed);
      for (const row of rows.slice(0, 3)) city.respond(row, 'Diterima dinas.');
      for (const row of rows.slice(3)) city.answer(row, 'Diterima pusat.');
      yield () => rows.every(city.told) && rows.slice(0, 3).every((row) => city.given(row) === 1);
    },
  },
];

/** A report that staff typed into LAPOR! themselves, with our reference in it. */
function keyedIn(localId: string) {
  return {
    title: 'Diketik petugas',
    content: `[Ref: kota-simulasi-${localId}]\nJalan rusak.`,
    classificationId: 1,
    categoryId: 1,
    institutionId: 151345,
    incidentDate: '2026-06-29',
    anonymous: false,
    secret: false,
    attachmentIds: [],
    reporter: null,
  };
}
