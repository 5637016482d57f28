import { describe, expect, it } from 'vitest';
import { CLOCK_SKEW_MS, judgeListed, type SoughtReport } from '../../src/national/judge-listed.ts';
import type { NationalListed } from '../../src/national/national-system.ts';
import { wording } from '../../src/report/wording.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeListed } from '../support/make-listed.ts';

const REFERENCE = '[Ref: kota-serang-1042]';
const WORDS = 'Ada lubang besar di depan pasar.\n\nLokasi: Jl. Contoh';
const SOUGHT: SoughtReport = {
  site: 'kota-serang',
  template: '[Ref: {site}-{id}]',
  reference: REFERENCE,
  sentAs: {
    whole: wording('Jalan berlubang', `${REFERENCE}\n${WORDS}`),
    bare: wording('Jalan berlubang', WORDS),
  },
  notBefore: MONDAY_MS,
};
const OURS = { title: 'Jalan berlubang', text: `${REFERENCE}\n${WORDS}`, createdAt: MONDAY_MS };

describe('judgeListed()', () => {
  it.each<readonly [string, Partial<NationalListed>, 'match' | 'near' | null]>([
    ['as it was sent', {}, 'match'],
    ['as one paragraph', { text: `<p>${REFERENCE}\n${WORDS}</p>` }, 'match'],
    ['in one line', { text: `${REFERENCE} ${WORDS.replaceAll('\n', ' ')}` }, 'match'],
    ['by a clock that goes behind', { createdAt: MONDAY_MS - CLOCK_SKEW_MS }, 'match'],
    ['filed before it was sent', { createdAt: MONDAY_MS - CLOCK_SKEW_MS - 1 }, 'near'],
    ['under another title', { title: 'Jalan rusak' }, 'near'],
    ['in other words', { text: `${REFERENCE}\nAda genangan.` }, 'near'],
    ['in other words, long before it was sent', { text: `${REFERENCE}\nAda.`, createdAt: MONDAY_MS - 3_600_000 }, null],
    ['with a reference in lower case', { text: `${REFERENCE.toLowerCase()}\n${WORDS}` }, 'near'],
    ['with a reference without its signs', { text: `Ref kota serang 1042\n${WORDS}` }, 'near'],
    ['with something before its reference', { text: `Yth. Admin ${REFERENCE}\nAda genangan.` }, 'near'],
    ['with half of its reference', { text: `[Ref: kota-ser\n${WORDS}` }, 'near'],
    ['without its reference', { text: WORDS }, 'near'],
    ['without its reference, under another title', { text: WORDS, title: 'Jalan rusak' }, null],
    ['by somebody else, the same words of another report', { text: `[Ref: kota-serang-1043]\n${WORDS}` }, null],
    ['the same with a longer number', { text: `[Ref: kota-serang-10421]\n${WORDS}` }, null],
    ['with a longer number somewhere', { text: `Lihat Ref kota-serang-10421, tolong.` }, null],
    ['of another city', { text: `[Ref: kota-cilegon-1042]\nAda genangan.` }, null],
    ['something else', { title: 'Lampu mati', text: 'Lampu jalan mati.' }, null],
  ])('says of a report %s: %3$s', (_name, given, judgement) => {
    expect(judgeListed(makeListed({ ...OURS, ...given }), SOUGHT)).toBe(judgement);
  });

  it('takes none for certain where it is not known how it was sent', () => {
    expect(judgeListed(makeListed(OURS), { ...SOUGHT, sentAs: null })).toBe('near');
    expect(judgeListed(makeListed({ ...OURS, text: WORDS }), { ...SOUGHT, sentAs: null })).toBeNull();
  });
});
