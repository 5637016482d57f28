import { describe, expect, it } from 'vitest';
import { restPage } from '../../../src/local/rest/rest-page.ts';
import { restRowReader } from '../../../src/local/rest/rest-row.ts';
import { sampleRow } from './sample-row.ts';

const readRow = restRowReader({ fields: {}, zone: 'Asia/Jakarta' });
const OPTIONS = { data: 'data', page: 1, pageSize: 100, readRow };

describe('restPage()', () => {
  it.each([
    ['true', { success: true, data: [] }],
    ['a text that says yes', { success: 'true', data: [] }],
    ['1', { success: 1, data: [] }],
    ['a word we do not know', { success: 'OK', data: [] }],
    ['left out', { data: [] }],
  ])('reads a page whose success is %s', (_case, answer) => {
    expect(restPage(answer, OPTIONS)).toEqual({
      ok: true,
      value: { reports: [], rejected: [], rowCount: 0, more: false },
    });
  });

  it.each([
    ['false', { success: false, data: [] }, 'success-false'],
    ['the text false', { success: ' False ', data: [] }, 'success-false'],
    ['0', { success: 0, data: [] }, 'success-false'],
    ['the text 0', { success: '0', data: [] }, 'success-false'],
    ['an empty text', { success: '', data: [] }, 'success-false'],
  ])('takes a page for malformed whose success is %s', (_case, answer, detail) => {
    expect(restPage(answer, OPTIONS)).toMatchObject({ ok: false, failure: { kind: 'malformed', detail } });
  });

  it.each([
    ['missing', { success: true }],
    ['null', { data: null }],
    ['an object', { data: { data: [] } }],
    ['an empty object', { data: {} }],
    ['a text', { data: '' }],
    ['only inherited', Object.create({ data: [] })],
  ])('takes a page for malformed whose rows are %s', (_case, answer) => {
    expect(restPage(answer, OPTIONS)).toMatchObject({ ok: false, failure: { kind: 'malformed', detail: 'no-data' } });
  });

  it('reads rows at another path, and out of a PHP list with gaps', () => {
    const answer = { hasil: { daftar: { 0: sampleRow({ id: 1 }), 2: sampleRow({ id: 3 }) } } };
    expect(restPage(answer, { ...OPTIONS, data: 'hasil.daftar' })).toMatchObject({
      value: { reports: [{ localId: '1' }, { localId: '3' }], rowCount: 2 },
    });
  });

  it('gives the same row twice where it came twice', () => {
    const read = restPage({ data: [sampleRow(), sampleRow()] }, OPTIONS);
    expect(read).toMatchObject({ value: { reports: [{ localId: '1042' }, { localId: '1042' }], rowCount: 2 } });
  });

  it('keeps bad rows apart from good ones', () => {
    const read = restPage({ data: [null, sampleRow(), sampleRow({ id: ' 7' })] }, OPTIONS);
    expect(read).toMatchObject({
      value: {
        reports: [{ localId: '1042' }],
        rejected: [
          { path: '', reason: 'not-an-object' },
          { path: 'id', reason: 'bad-id' },
        ],
        rowCount: 3,
      },
    });
  });

  it('reads 5,000 rows and no more', () => {
    const rows = (length: number) => Array.from({ length }, () => null);
    expect(restPage({ data: rows(5000) }, OPTIONS)).toMatchObject({ value: { rowCount: 5000 } });
    expect(restPage({ data: rows(5001) }, OPTIONS)).toMatchObject({
      failure: { kind: 'malformed', detail: 'too-many' },
    });
  });
});
