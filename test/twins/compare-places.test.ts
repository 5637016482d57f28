import { describe, expect, it } from 'vitest';
import { comparePlaces } from '../../src/twins/compare-places.ts';
import { type TwinFacts, twinSubject } from '../../src/twins/twin-subject.ts';

function placed(text: string, place: TwinFacts['place'] = [], point: TwinFacts['point'] = null) {
  return twinSubject({
    title: '',
    text,
    place,
    point,
    reporter: { name: null, email: null, phone: null },
    privacy: { anonymous: false, secret: false },
    incidentDate: null,
    createdAt: 0,
  });
}

describe('comparePlaces()', () => {
  it.each([
    ['lampu di Jl. Melati mati', 'jalan melati gelap', 'same'],
    ['lampu di Jl. Melati mati', 'jln mawar gelap', 'different'],
    ['Jl. Melati RT 03 RW 1', 'jalan melati rt 4 rw 1', 'different'],
    ['RT03/RW05', 'rt 3 rw 5', 'same'],
    ['jalan rusak parah', 'jalan berlubang', 'unknown'],
    ['Jalan Raya Serang KM 7', 'jl raya serang', 'same'],
    ['Gg. Anggrek', 'di gang anggerk', 'same'],
    ['Jl. Melati dan Jl. Mawar', 'Jl. Melati', 'same'],
    ['lampu mati', 'sampah', 'unknown'],
  ])('%s | %s: %s', (a, b, place) => {
    expect(comparePlaces(placed(a), placed(b))).toBe(place);
    expect(comparePlaces(placed(b), placed(a))).toBe(place);
  });

  it('measures where both have coordinates, the text’s own too', () => {
    const here = placed('lampu', [], [-6.12, 106.15]);
    expect(comparePlaces(here, placed('lampu mati -6.1201, 106.1501'))).toBe('same');
    expect(comparePlaces(here, placed('lampu', [], [-6.14, 106.15]))).toBe('different');
    expect(comparePlaces(here, placed('lampu', [], [-6.125, 106.15]))).toBe('unknown');
  });

  it('takes the place of one form for told where the other has all of it', () => {
    const here = placed('pohon tumbang', ['Kertipura', 'Wanakerti']);
    expect(comparePlaces(here, placed('pohon tumbang di kertipura kec wanakerti'))).toBe('same');
    expect(comparePlaces(here, placed('pohon tumbang di kertipura'))).toBe('unknown');
  });
});
