import type { Script } from './script.ts';

const LONG = 'Uraian panjang dari dinas yang tidak muat. '.repeat(60);

/** How answers and statuses cross, both ways. */
export const ANSWER_SCRIPTS: readonly Script[] = [
  {
    name: 'answer-in-parts',
    *play(city) {
      const row = city.file();
      yield () => city.filed(row);
      city.arm('lost-answer', () => city.given(row) === 2);
      city.respond(row, LONG);
      yield () => city.given(row) === 3;
    },
  },
  {
    name: 'answers-mirrored',
    *play(city) {
      const row = city.file();
      yield () => city.filed(row);
      const shown = () => row.responses.filter((response) => response.author === 'national').length;
      city.arm('lost-answer', () => shown() === 1);
      for (const text of ['Sudah ditindaklanjuti.', 'Sudah ditindaklanjuti.', '<b>Selesai</b>']) city.answer(row, text);
      yield () => city.told(row);
      city.arm('lost-request');
      city.answer(row, 'Satu lagi.');
      yield () => city.told(row);
    },
  },
  {
    name: 'statuses-mirrored',
    *play(city) {
      const row = city.file();
      yield () => city.filed(row);
      for (const name of ['Terverifikasi', 'Dalam Proses', 'Selesai', 'Dalam Proses', 'Nama Baru']) {
        city.setStatus(row, name);
        yield () => city.told(row);
      }
    },
  },
  {
    name: 'answers-in-doubt',
    *play(city) {
      const row = city.file();
      yield () => city.filed(row);
      const kinds = ['lost-request', 'lost-answer', 'late-effect', 'error-after', 'error-before', 'html'] as const;
      for (const [index, family] of kinds.entries()) {
        city.arm(family);
        city.respond(row, `Jawaban ${index}.`);
        yield () => city.given(row) === index + 1 && city.state(row, `follow-up:${index + 1}:1`) === 'done';
      }
    },
  },
  {
    name: 'write-backs-in-doubt',
    *play(city) {
      const row = city.file();
      yield () => city.filed(row);
      for (const family of ['lost-request', 'lost-answer', 'gateway-timeout'] as const) {
        city.arm(family);
        city.setStatus(row, family === 'lost-answer' ? 'Dalam Proses' : 'Terverifikasi');
        yield () => city.told(row);
      }
    },
  },
  {
    name: 'held-and-released',
    *play(city) {
      const row = city.file();
      yield () => city.filed(row);
      yield city.command(
        (ledger, at) => ledger.hold(row.localId, at),
        () => city.known(row, 'hold') === 1,
      );
      const answer = city.respond(row, 'Ini ditahan.');
      city.answer(row, 'Ini juga.');
      yield () => city.state(row, `follow-up:${answer.id}:1`) === 'held';
      yield city.command(
        (ledger, at) => ledger.release(row.localId, at),
        () => city.known(row, 'hold') === 0,
      );
      yield () => city.given(row) === 1 && city.told(row);
    },
  },
  {
    name: 'withdrawn-and-published',
    *play(city) {
      const row = city.file();
      yield () => city.filed(row);
      const answer = city.respond(row, 'Masih konsep.', { internal: true });
      const before = city.known(row, 'local_fingerprint');
      yield () => city.known(row, 'local_fingerprint') !== before;
      city.edit(row, ({ responses }) => {
        responses[0] = { ...answer, text: 'Sudah bukan konsep.', internal: false };
      });
      yield () => city.given(row) === 1;
    },
  },
];
