import { expect } from 'vitest';
import { sampleResponse, sampleRow } from '../local/rest/sample-row.ts';
import { framed } from './framed.ts';
import { inLapor } from './in-lapor.ts';
import { inRest } from './in-rest.ts';
import type { Input } from './input.ts';
import type { LaporStage } from './open-lapor-stage.ts';
import type { RestSeen, RestStage } from './open-rest-stage.ts';

const HOSTILE_IDS = ['../../etc/passwd', "' OR 1=1--", '7'.repeat(5000), '', 'null', 'undefined', null, '7/8', ' 7'];
const REFERENCE = '[Ref: kota-serang-1042/9]';

/** Section E: ids and pages. */
export const PAGE_INPUTS: readonly Input[] = [
  {
    number: 70,
    what: 'an id twice on one page',
    rest: inRest.seen('N', async (stage) => {
      const rows = [sampleRow({ id: 1, status: 'menunggu' }), sampleRow({ id: 1, status: 'selesai' })];
      expect(await inRest.reads(stage, stage.page(rows))).toMatchObject({ known: ['1'], moved: true });
      expect(await stage.ledger.findCase('1')).toMatchObject({ localStatus: 'selesai' });
    }),
    lapor: inLapor.body(answers([1, 'a'], [1, 'b']), { known: ['1'], texts: { 1: 'a' }, apart: 0 }),
  },
  {
    number: 71,
    what: 'an id given again after a deletion',
    rest: inRest.seen('H', async (stage) => {
      await inRest.reads(stage, stage.page([sampleRow({ id: 1 })]));
      const other = { nomor_tiket: 'RBG-2', isi: 'Lampu mati.', kategori: 'Lampu', created_at: '2026-07-30 08:00:00' };
      const tanggapan = [sampleResponse({ id: 10 })];
      const seen = await inRest.reads(stage, stage.page([sampleRow({ id: 1, ...other, tanggapan })]));
      expect(seen.alarms).toEqual(['id-reused']);
      const first = await stage.ledger.findCase('1');
      expect(first).toMatchObject({ ticket: 'RBG-2026-001042' });
      expect(await stage.ledger.messagesOf(first?.id ?? 0)).toMatchObject([{ localId: '9' }]);
    }),
    lapor: { absent: 'its numbers are never given again, and it names nothing by which another report could be told' },
  },
  {
    number: 72,
    what: 'ids that differ in case or blanks alone',
    rest: inRest.seen('Q', async (stage) => {
      const rows = ['AB-1', 'ab-1', 'ab-1 ', ' AB-1'].map((id) => sampleRow({ id }));
      const seen = await inRest.reads(stage, stage.page(rows));
      expect(seen).toMatchObject({ known: ['AB-1', 'ab-1'], apart: 2, moved: true });
    }),
    lapor: inLapor.apart('"id":"1 "', '"id":" 1"', '"id":"1a"'),
  },
  {
    number: 73,
    what: 'ids that are none',
    rest: inRest.seen('Q', async (stage) => {
      const seen = await inRest.reads(stage, stage.page(HOSTILE_IDS.map((id) => sampleRow({ id }))));
      expect(seen).toMatchObject({ known: [], moved: true });
      expect(seen.rejected.map(({ path }) => path)).toEqual(HOSTILE_IDS.map(() => 'id'));
    }),
    lapor: inLapor.apart(...HOSTILE_IDS.map((id) => `"id":${JSON.stringify(id)}`)),
  },
  {
    number: 74,
    what: 'a next page that is this one',
    rest: inRest.seen('L', async (stage) => stops(await pages(stage, () => more(stage, [1, 2])))),
    lapor: inLapor.seen('L', endless),
  },
  {
    number: 75,
    what: 'a total that is wrong',
    rest: inRest.seen('N', async (stage) => {
      for (const total of [-1, 0, 9_999, 'banyak']) {
        const body = stage
          .page([sampleRow({ id: 1 })])
          .replace('"meta":{', `"meta":{"total":${JSON.stringify(total)},`);
        expect(await inRest.reads(stage, body)).toMatchObject({ refused: null, known: ['1'], apart: 0, alarms: [] });
      }
    }),
    lapor: inLapor.body(answers([1, 'a']).replace('"data"', '"total":-1,"per_page":0,"data"'), { known: ['1'] }),
  },
  {
    number: 76,
    what: 'pages shorter than asked, and an empty one that announces more',
    rest: inRest.seen('L', async (stage) => {
      const short = await pages(stage, (page) => (page < 4 ? more(stage, [page]) : stage.page([sampleRow({ id: 9 })])));
      expect(short).toMatchObject({ known: ['1', '2', '3', '9'], moved: true, alarms: [] });
      expect(await pages(stage, (page) => more(stage, page === 1 ? [1] : []))).toMatchObject({
        moved: false,
        alarms: ['paging'],
      });
    }),
    lapor: inLapor.seen('L', async (stage) => {
      const short = await answerPages(stage, (page) => answers([page, 'a']).replace('null', page < 4 ? '"x"' : 'null'));
      expect(short).toMatchObject({ known: ['1', '2', '3', '4'], moved: true });
      const empty = await answerPages(stage, () => answers().replace('null', '"x"'));
      expect(empty).toMatchObject({ refused: 'endless', moved: false });
    }),
  },
  {
    number: 77,
    what: 'a second page that repeats the first',
    rest: inRest.seen('L', async (stage) => stops(await pages(stage, (page) => more(stage, page < 3 ? [1, 2] : [3])))),
    lapor: inLapor.seen('L', endless),
  },
  {
    number: 78,
    what: 'rows in the reverse order',
    rest: inRest.seen('N', async (stage) => {
      const rows = [5, 3, 1].map((day) => sampleRow({ id: day, updated_at: `2026-07-0${day} 09:00:00` }));
      const seen = await inRest.reads(stage, stage.page(rows));
      expect(seen).toMatchObject({ known: ['5', '3', '1'], cursor: Date.parse('2026-07-05T09:00:00+07:00') });
    }),
    lapor: inLapor.body(answers([9, 'a'], [3, 'b']), { known: ['9', '3'], apart: 0 }),
  },
  {
    number: 79,
    what: 'our own reference within the words of somebody else',
    rest: inRest.row({ isi: `[Ref: kota-serang-1042]\nSaya juga ${REFERENCE}` }, () => ({
      text: `[Ref: kota-serang-1042]\nSaya juga ${REFERENCE}`,
      nationalId: null,
      externalRef: null,
    })),
    lapor: inLapor.body(answers([1, `Lihat ${REFERENCE} di atas.`], [2, `${REFERENCE}\nSudah.`]), {
      known: ['1', '2'],
    }),
  },
  {
    number: 80,
    what: 'our own reference, altered',
    rest: { absent: 'it is found by its external_ref, which is compared exactly; nothing else carries our reference' },
    // Whatever is like it is ours and comes back to nobody; a person is told where it is not exactly so.
    lapor: inLapor.body(answers([1, `Sudah.<br>&#91;Ref:  kota-serang-1042/9]`], [2, 'Lain.']), { known: ['2'] }),
  },
];

function answers(...rows: readonly (readonly [id: number, content: string])[]): string {
  return JSON.stringify({ results: { data: rows.map(([id, content]) => ({ id, content })), next_page_url: null } });
}

/** A page of these reports that says there are more. */
function more(stage: RestStage, ids: readonly number[]): string {
  return stage.page(ids.map((id) => sampleRow({ id }))).replace('"last_page":1', '"last_page":99');
}

async function pages(stage: RestStage, bodyOf: (page: number) => string): Promise<RestSeen> {
  stage.answer((_good, socket, { head }) => {
    const page = Number(/[?&]page=(\d+)/.exec(head)?.[1]);
    socket.write(framed(bodyOf(page).replace('"current_page":1', `"current_page":${page}`)));
  });
  return await stage.read();
}

function stops(seen: RestSeen): void {
  expect(seen).toMatchObject({ known: ['1', '2'], moved: false, cursor: null, alarms: ['paging'] });
}

async function answerPages(stage: LaporStage, bodyOf: (page: number) => string): ReturnType<LaporStage['read']> {
  stage.answer((good, socket, { head }) => {
    const page = /followups\?page=(\d+)/.exec(head)?.[1];
    socket.write(framed(page === undefined ? good : bodyOf(Number(page))));
  });
  return await stage.read();
}

async function endless(stage: LaporStage): Promise<void> {
  const seen = await answerPages(stage, () => answers([1, 'a'], [2, 'b']).replace('null', '"/?page=1"'));
  expect(seen).toMatchObject({ refused: 'endless', moved: false, known: [] });
}
