import { expect } from 'vitest';
import { sampleRow } from '../local/rest/sample-row.ts';
import { framed } from './framed.ts';
import { inLapor } from './in-lapor.ts';
import { inRest } from './in-rest.ts';
import type { Case, Input } from './input.ts';
import type { LaporStage } from './open-lapor-stage.ts';
import type { RestStage } from './open-rest-stage.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 6, 31, 5);

/** Section F: times. LAPOR!'s only order what is shown: one that cannot be read is none, and its row stays. */
export const TIME_INPUTS: readonly Input[] = [
  { number: 81, what: 'a time without a zone', ...reads('2025-01-02 03:04:05', '2025-01-01T20:04:05Z') },
  { number: 82, what: 'a date alone', ...reads('2025-01-02', '2025-01-01T17:00:00Z') },
  { number: 83, what: 'a day that is none', ...readsNot('2025-02-30', '31-06-2026 08:00:00') },
  { number: 84, what: 'a date with slashes', ...readsNot('02/03/2025', '02/03/2025 08:00') },
  {
    number: 85,
    what: 'WIB, WITA and WIT',
    ...reads('2025-01-02 03:04:05 WIT', '2025-01-01T18:04:05Z'),
  },
  { number: 86, what: 'Indonesian months', ...reads('5 Mei 2026 08:00', '2026-05-05T01:00:00Z') },
  {
    number: 87,
    what: 'seconds and milliseconds since 1970',
    rest: inRest.seen('N', async (stage) => {
      const rows = [1782867600, '1782867600', 1782867600000].map((at, id) => sampleRow({ id: id + 1, created_at: at }));
      const seen = await inRest.reads(stage, stage.page(rows));
      expect(seen.reports.map(({ createdAt }) => createdAt)).toEqual(Array(3).fill(1782867600000));
    }),
    lapor: inLapor.row({ created_at: 1782867600 }, { createdAt: 1782867600000 }),
  },
  {
    number: 88,
    what: 'the zero date',
    rest: inRest.row({ updated_at: '0000-00-00 00:00:00', deleted_at: '0000-00-00' }, (report) => ({
      updatedAt: report.createdAt,
      deletedAt: null,
    })),
    lapor: inLapor.row({ created_at: '00-00-0000 00:00:00' }, { createdAt: null }),
  },
  { number: 89, what: 'the 60th second and the 24th hour', ...readsNot('2025-01-01 23:59:60', '2025-01-01 24:00:00') },
  {
    number: 90,
    what: 'a time to come',
    rest: inRest.seen('N', async (stage) => {
      const seen = await inRest.reads(stage, stage.page([sampleRow({ id: 1, updated_at: '2036-07-31 12:00:00' })]));
      expect(seen).toMatchObject({ known: ['1'], cursor: NOW });
    }),
    lapor: inLapor.row({ created_at: '31-07-2036 12:00:00' }, { createdAt: NOW + 3653 * DAY_MS }),
  },
  { number: 91, what: 'a year before 2000', ...readsNot('1970-01-01 00:00:00', '1999-12-31 23:59:59') },
  {
    number: 92,
    what: 'changed before it was made',
    rest: inRest.row({ updated_at: '2026-06-01 00:00:00' }, (report) => ({ updatedAt: report.createdAt })),
    lapor: { absent: 'no row of E6 or E7 carries two times' },
  },
  {
    number: 93,
    what: 'more rows of one moment than a page holds',
    rest: inRest.seen('N', async (stage) => {
      const ids = Array.from({ length: 7 }, (_, index) => String(index + 1));
      stage.answer((_good, socket, { head }) => {
        const page = Number(/[?&]page=(\d+)/.exec(head)?.[1]);
        const rows = ids.slice(2 * page - 2, 2 * page).map((id) => sampleRow({ id }));
        socket.write(
          framed(stage.page(rows).replace('"current_page":1,"last_page":1', `"current_page":${page},"last_page":4`)),
        );
      });
      expect(await stage.read()).toMatchObject({ known: ids, moved: true, alarms: [] });
      expect(await stage.read()).toMatchObject({ known: ids, news: 0 });
    }),
    lapor: inLapor.body(
      JSON.stringify({
        results: { data: [3, 1, 2].map((id) => ({ id, content: 'a', created_at: '31-07-2026 08:00:00' })) },
      }),
      { known: ['3', '1', '2'] },
    ),
  },
  {
    number: 94,
    what: 'parts of a second',
    rest: inRest.seen('N', async (stage) => {
      const row = sampleRow({ id: 1, updated_at: '2026-07-31 11:00:00.999999' });
      await inRest.reads(stage, stage.page([row]));
      await stage.read();
      // From the whole second, so that no row of the same second is passed over.
      const asked = stage.server.requests.map(({ head }) => /updated_since=([^&]*)/.exec(head)?.[1]);
      expect(decodeURIComponent(asked.at(-1) ?? '')).toBe('2026-07-31T10:45:00+07:00');
    }),
    lapor: inLapor.row(
      { created_at: '2026-07-31T04:00:00.999999Z' },
      { createdAt: Date.UTC(2026, 6, 31, 4, 0, 0, 999) },
    ),
  },
  {
    number: 95,
    what: 'a zone that changes under the same digits',
    rest: inRest.seen('N', async (stage) => {
      const at = (zone: string) =>
        sampleRow({ id: 1, created_at: `2026-07-31T10:00:00${zone}`, updated_at: `2026-07-31T11:00:00${zone}` });
      await inRest.reads(stage, stage.page([at('+07:00')]));
      const later = await inRest.reads(stage, stage.page([at('Z')]));
      // Neither a change of the report nor a cursor beyond now, which would pass over seven hours of reports.
      expect(later).toMatchObject({ known: ['1'], news: 0, cursor: NOW, alarms: [] });
      expect(await inRest.reads(stage, stage.page([at('+07:00')]))).toMatchObject({ news: 0, cursor: NOW });
    }),
    lapor: inLapor.row({ created_at: '31-07-2026 08:00:00 +00:00' }, { createdAt: Date.UTC(2026, 6, 31, 8) }),
  },
];

type Both = { readonly rest: Case<RestStage>; readonly lapor: Case<LaporStage> };

function reads(written: string, utc: string): Both {
  const at = Date.parse(utc);
  return {
    rest: inRest.row({ created_at: written, updated_at: written }, () => ({ createdAt: at, updatedAt: at })),
    lapor: inLapor.row({ created_at: written }, { createdAt: at }),
  };
}

function readsNot(...written: readonly string[]): Both {
  return {
    rest: inRest.rows(
      written.map((text) => ({ created_at: text })),
      'created_at',
      'not-a-time',
    ),
    lapor: inLapor.seen('N', async (stage) => {
      const rows = written.map((text, index) => ({ id: index + 1, content: 'a', created_at: text }));
      const seen = await inLapor.readsAnswers(stage, stage.page(rows));
      expect(seen.answers.map(({ createdAt }) => createdAt)).toEqual(written.map(() => null));
    }),
  };
}
