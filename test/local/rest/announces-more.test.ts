import { describe, expect, it } from 'vitest';
import { announcesMore } from '../../../src/local/rest/announces-more.ts';

const FULL = { page: 1, pageSize: 100, rowCount: 100, data: 'data' };
const SHORT = { ...FULL, rowCount: 99 };

describe('announcesMore()', () => {
  it.each([
    ['before the last page', { meta: { current_page: 1, last_page: 3 } }, true],
    ['the last page, however long', { meta: { current_page: 3, last_page: 3 } }, false],
    ['beyond the last page', { meta: { current_page: 4, last_page: 3 } }, false],
    ['numbers as text', { meta: { current_page: '1', last_page: '2' } }, true],
    ['its own number left out', { meta: { last_page: 2 } }, true],
    ['no page at all', { meta: { current_page: 1, last_page: 0 } }, false],
    ['the last page, against a next link', { meta: { current_page: 3, last_page: 3 }, links: { next: '/x' } }, false],
    ['a next link', { links: { next: 'https://other.test/?page=2' } }, true],
    ['a next link of null', { links: { next: null } }, false],
    ['a next link that is empty', { links: { next: '' } }, false],
    ['a next link, and a last page that is no number', { meta: { last_page: -1 }, links: { next: null } }, false],
    ['a last page that is no number', { meta: { last_page: { toString: 1 } } }, true],
    ['nothing but a wrong total', { meta: { total: -1 } }, true],
    ['nothing', {}, true],
  ])('reads a full page with %s', (_case, answer, more) => {
    expect(announcesMore(answer, FULL)).toBe(more);
  });

  it('takes a short page for the last one only where nothing else tells', () => {
    expect(announcesMore({}, SHORT)).toBe(false);
    expect(announcesMore({ meta: { total: 250 } }, SHORT)).toBe(false);
    expect(announcesMore({ meta: { current_page: 1, last_page: 3 } }, SHORT)).toBe(true);
    expect(announcesMore({ links: { next: '/x' } }, SHORT)).toBe(true);
  });

  it('believes an announcement over an empty page', () => {
    const none = { ...FULL, rowCount: 0 };
    expect(announcesMore({ meta: { current_page: 1, last_page: 3 } }, none)).toBe(true);
    expect(announcesMore({}, none)).toBe(false);
  });

  it('goes by the page size that the application admits to, where it is smaller than ours', () => {
    expect(announcesMore({ meta: { per_page: 50 } }, { ...FULL, rowCount: 50 })).toBe(true);
    expect(announcesMore({ meta: { per_page: '50' } }, { ...FULL, rowCount: 49 })).toBe(false);
    expect(announcesMore({ meta: { per_page: 0 } }, { ...FULL, rowCount: 0 })).toBe(false);
  });

  it('finds the numbers of a paginator beside its rows', () => {
    const answer = { data: { current_page: 1, last_page: 2, data: [] } };
    expect(announcesMore(answer, { ...SHORT, data: 'data.data' })).toBe(true);
    expect(announcesMore({ current_page: 2, last_page: 2 }, FULL)).toBe(false);
  });
});
