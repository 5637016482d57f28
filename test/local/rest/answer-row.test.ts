import { describe, expect, it } from 'vitest';
import { answerRow } from '../../../src/local/rest/answer-row.ts';

const ROW = { id: 1042 };

describe('answerRow()', () => {
  it.each<readonly [string, unknown, string]>([
    ['alone', { data: ROW }, 'data'],
    ['as the only one of a list', { data: [ROW] }, 'data'],
    ['as the only one of a list with a gap', { data: { 4: ROW } }, 'data'],
    ['where lists alone are wrapped twice', { data: ROW }, 'data.data'],
    ['where everything is wrapped twice', { data: { data: ROW } }, 'data.data'],
  ])('finds the row %s', (_name, answer, path) => {
    expect(answerRow(answer, path)).toEqual(ROW);
  });

  it.each<readonly [string, unknown, string]>([
    ['nothing', { data: null }, 'data'],
    ['an empty list', { data: [] }, 'data'],
    ['two rows: nobody knows which is meant', { data: [ROW, { id: 1043 }] }, 'data'],
    ['a word', { data: 'ok' }, 'data'],
    ['a list of words', { data: ['ok'] }, 'data'],
    ['another wrapping', { hasil: ROW }, 'data.data'],
  ])('finds none in %s', (_name, answer, path) => {
    expect(answerRow(answer, path)).toBeUndefined();
  });
});
