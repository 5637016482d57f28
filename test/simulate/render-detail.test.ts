import { describe, expect, it } from 'vitest';
import { createNationalState } from '../../src/simulate/national-state.ts';
import { createNationalWorld } from '../../src/simulate/national-world.ts';
import { renderDetail } from '../../src/simulate/render-detail.ts';

interface Detail {
  readonly results: {
    readonly data: { readonly status_logs: readonly { readonly note: string; readonly timestamp: string }[] };
    readonly data_logs: readonly Readonly<Record<string, unknown>>[];
  };
}

function detailOfLongStory(): Detail {
  const clock = { nowMs: Date.UTC(2026, 6, 1) };
  const city = { id: 151345, name: 'Kota Contoh' };
  const state = createNationalState({ now: () => clock.nowMs, zone: 'Asia/Jakarta', institutions: [city] });
  const world = createNationalWorld(state, city);
  const { id } = world.fileCitizenReport({ title: 'a', content: 'b' });
  const acts = [
    () => world.verify(id),
    () => world.dispose(id, 12838),
    () => world.answer(id, 'c'),
    () => world.postpone(id),
    () => world.close(id),
    () => world.dispose(id, 151345),
  ];
  let complaint = world.verify(id);
  for (const act of acts) {
    clock.nowMs += 60_000;
    complaint = act();
  }
  return renderDetail(complaint) as Detail;
}

describe('renderDetail()', () => {
  const { data, data_logs: logs } = detailOfLongStory().results;

  it('tells every log entry, in no order', () => {
    const ids = logs.map(({ id }) => Number(id));
    expect(ids.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(ids).not.toEqual(ids.toSorted((a, b) => a - b));
    expect(ids).not.toEqual(ids.toSorted((a, b) => b - a));
    const times = data.status_logs.map(({ timestamp }) => timestamp);
    expect(times).toHaveLength(7);
    expect(times).not.toEqual(times.toSorted());
  });

  it('leaves placeholders and HTML in the content', () => {
    expect(logs.find(({ id }) => id === 3)).toMatchObject({
      content:
        'Laporan didisposisikan dari {{institution_from}} ke <a href="{{institution_to_link}}">{{ institution_to }}</a>',
      date: '01-07-2026 07:02:00',
    });
  });

  it('tells the statuses in `data` as JSON text, and beside it in every other entry', () => {
    for (const log of logs) {
      const statuses = JSON.parse(String(log.data)) as Record<string, { name: string }>;
      expect(Object.keys(statuses)).toEqual(['status_old', 'status_new']);
      expect(log.status_new).toEqual(Number(log.id) % 2 === 0 ? statuses.status_new : null);
    }
  });

  it('shows institutions in three shapes', () => {
    const shapeOf = (wanted: number) =>
      Object.entries(logs.find(({ id }) => id === wanted) ?? {}).filter(([key]) => key.startsWith('institution'));
    expect(shapeOf(3)).toEqual([
      ['institution_from_name', 'Kota Contoh'],
      ['institution_to_name', 'Instansi 12838'],
    ]);
    expect(shapeOf(7)).toEqual([
      ['institution_from_id', { id: 151345, name: 'Kota Contoh' }],
      ['institution_to_id', { id: 151345, name: 'Kota Contoh' }],
    ]);
    expect(shapeOf(2)).toEqual([
      ['institution_from', { id: 151345, name: 'Kota Contoh' }],
      ['institution_to', null],
    ]);
  });
});
