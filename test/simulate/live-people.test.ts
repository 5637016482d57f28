import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLivePeople, type LivePeople } from '../../src/simulate/live-people.ts';
import { createLocalState } from '../../src/simulate/local-state.ts';
import { createLocalWorld, type LocalWorld } from '../../src/simulate/local-world.ts';
import { createNationalState } from '../../src/simulate/national-state.ts';
import { createNationalWorld, type NationalWorld } from '../../src/simulate/national-world.ts';
import { seededRandom } from '../../src/simulate/seeded-random.ts';

const NOW = (): number => Date.UTC(2026, 6, 1);

function newCity(seed: number): { local: LocalWorld; national: NationalWorld; people: LivePeople } {
  const local = createLocalWorld(createLocalState({ now: NOW, zone: 'Asia/Jakarta' }), NOW);
  const state = createNationalState({ now: NOW, zone: 'Asia/Jakarta', institutions: [] });
  const national = createNationalWorld(state, { id: 151345, name: 'Kota Contoh' });
  const people = createLivePeople({
    local,
    national,
    random: seededRandom(seed),
    content: (index) => ({
      judul: index % 2 === 0 ? '' : `laporan ${index}`,
      isi: `isi ${index} < ya`,
      anonim: true,
      lampiran: [{ nama: 'a.jpg', mime: 'image/jpeg', bytes: Buffer.from([index]) }],
    }),
    firstIndex: 10,
  });
  return { local, national, people };
}

function live(seed: number, ticks: number): ReturnType<typeof newCity> & { steps: string[] } {
  const city = newCity(seed);
  const steps = Array.from({ length: ticks }, () => city.people.tick().map(({ step }) => step)).flat();
  return { ...city, steps };
}

describe('createLivePeople()', () => {
  it('lets every kind of thing happen', () => {
    const { steps } = live(1, 600);
    expect([...new Set(steps)].toSorted()).toEqual([
      'answer-locally',
      'answer-nationally',
      'close',
      'dispose',
      'file-citizen-report',
      'file-report',
      'verify',
    ]);
  });

  it('brings a complaint from new to finished, answered in between', () => {
    const { national } = live(1, 600);
    const finished = national.complaints().filter(({ statusName }) => statusName === 'Selesai');
    expect(finished.length).toBeGreaterThan(0);
    for (const { followUps, disposition } of finished) {
      expect(followUps).toHaveLength(1);
      expect(disposition).toMatchObject({ id: 151345 });
    }
  });

  it('files new reports with the contents that come next, on both sides', () => {
    const { local, national } = live(1, 600);
    const numbers = [
      ...local.reports().map(({ isi }) => Number(/\d+/.exec(isi)?.[0])),
      ...national.complaints().map(({ content }) => Number(/\d+/.exec(content)?.[0])),
    ].toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from(numbers, (_, index) => 10 + index));
    expect(national.complaints()[0]).toMatchObject({
      origin: 'citizen',
      title: expect.stringMatching(/./),
      content: expect.stringContaining('&lt; ya'),
      anonymous: true,
      attachments: [{ fileName: 'a.jpg' }],
    });
  });

  it('answers a report of its own once, and none that came from the nation', () => {
    const { local } = live(1, 600);
    const counts = local.reports().map(({ tanggapan }) => tanggapan.length);
    expect(Math.max(...counts)).toBe(1);
  });

  it('repeats itself for one seed', () => {
    expect(live(5, 200).steps).toEqual(live(5, 200).steps);
    expect(live(5, 200).steps).not.toEqual(live(6, 200).steps);
  });

  it('acts by itself from start to stop, once however often it is started', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { local, national, people } = newCity(1);
    const filed = (): number => local.reports().length + national.complaints().length;
    people.start();
    people.start();
    vi.advanceTimersByTime(600_000);
    const countWhenStopped = filed();
    expect(countWhenStopped).toBe(live(1, 600).steps.filter((step) => step.startsWith('file-')).length);
    people.stop();
    vi.advanceTimersByTime(600_000);
    expect(filed()).toBe(countWhenStopped);
  });
});
