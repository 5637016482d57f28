import { describe, expect, it } from 'vitest';
import { PageWire } from '../../../src/national/lapor-v3/page-wire.ts';

const ROWS = [{ id: 1 }, { id: 2 }];

describe('PageWire', () => {
  it.each([
    ['the last page', { data: ROWS, next_page_url: null }, false],
    ['a page without paging', { data: ROWS }, false],
    ['a blank address', { data: ROWS, next_page_url: '' }, false],
    ['false for none', { data: ROWS, next_page_url: false }, false],
    ['a page before the last', { data: ROWS, next_page_url: 'http://169.254.169.254/?page=9' }, true],
    ['a list with gaps', { data: { 0: { id: 1 }, 4: { id: 2 } }, next_page_url: null }, false],
  ])('reads %s', (_name, results, more) => {
    expect(PageWire.parse({ results })).toEqual({ rows: ROWS, more });
  });

  it.each([{ results: { data: [], next_page_url: null } }, { results: [] }, { results: {} }])(
    'reads the empty page %j',
    (wire) => {
      expect(PageWire.parse(wire)).toEqual({ rows: [], more: false });
    },
  );

  it.each([
    {},
    [],
    null,
    'x',
    { results: null },
    { results: [{ id: 1 }] },
    { results: { next_page_url: null } },
    { results: { data: null } },
    { results: { data: { id: 1 } } },
    { results: { data: 'x' } },
    { results: { data: [], next_page_url: 2 } },
    { success: false, data: [] },
  ])('does not take %j for a page', (wire) => {
    expect(PageWire.safeParse(wire).success).toBe(false);
  });
});
