import { describe, expect, it } from 'vitest';
import { compareShape } from '../../../src/national/lapor-v3/compare-shape.ts';
import { CONTRACT_SHAPES } from '../../../src/national/lapor-v3/contract-shapes.ts';

const DATA = { status_code: 'a', status_name: 'Selesai', disposition_id: 1, disposition_name: 'Kota', status_logs: [] };
const e6 = (data: object, log: object = {}, top: object = {}) => ({
  results: { data: { ...DATA, ...data }, data_logs: [{ id: 1, date: 'x', content: 'y', ...log }] },
  message: 'Success',
  ...top,
});

describe('compareShape()', () => {
  it('finds nothing where an answer is as the contract page has it', () => {
    expect(compareShape(CONTRACT_SHAPES.E6, e6({}))).toEqual([]);
    const rows = [
      { id: 7, name: 'Kota' },
      { id: '8', name: 'Dinas' },
    ];
    expect(compareShape(CONTRACT_SHAPES.E1, { results: { data: rows, next_page_url: null } })).toEqual([]);
  });

  it('tells new fields, missing ones and other kinds apart, each once with its number', () => {
    const { status_name: _, ...rest } = DATA;
    const answer = {
      results: {
        data: { ...rest, disposition_id: { id: 1 } },
        data_logs: [
          { id: 1, date: 'x', content: 'y', by: 1 },
          { id: 2, date: 'x', content: 'y', by: 2 },
        ],
      },
    };
    expect(compareShape(CONTRACT_SHAPES.E6, answer)).toEqual([
      { kind: 'missing', path: 'results.data.status_name', count: 1 },
      { kind: 'new', path: 'results.data_logs[].by', count: 2 },
      { kind: 'type', path: 'results.data.disposition_id', count: 1 },
    ]);
  });

  it.each([
    [{ data: [], success: true }, '{data,success}'],
    [[], '[]'],
    [{}, '{}'],
    ['teks', 'string'],
    [{ results: [] }, '{results}'],
  ])('names another envelope: %j', (answer, path) => {
    expect(compareShape(CONTRACT_SHAPES.E1, answer)).toEqual([{ kind: 'envelope', path, count: 1 }]);
  });

  it('shows no key that is no name of a field', () => {
    expect(compareShape(CONTRACT_SHAPES.E6, e6({ 'budi@example.test': 1, '3604012345678901': 2 }))).toEqual([
      { kind: 'new', path: 'results.data.?', count: 2 },
    ]);
  });
});
