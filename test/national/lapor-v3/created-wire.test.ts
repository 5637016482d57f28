import { describe, expect, it } from 'vitest';
import { CreatedWire } from '../../../src/national/lapor-v3/created-wire.ts';

describe('CreatedWire', () => {
  it.each([
    [{ complaint_id: 9165816 }, '9165816'],
    [{ complaint_id: '9165816' }, '9165816'],
    [{ results: { complaint: { id: 9165816 } } }, '9165816'],
    [{ results: { complaint: { id: '12345678901234567890' } } }, '12345678901234567890'],
    [{ complaint_id: null, results: { complaint: { id: 5 } } }, '5'],
    [{ complaint_id: 5, results: [] }, '5'],
    [{ complaint_id: '5', results: { complaint: { id: 5 } } }, '5'],
  ])('finds the id in %j', (wire, id) => {
    expect(CreatedWire.parse(wire)).toBe(id);
  });

  it.each([
    {},
    { complaint_id: null },
    { complaint_id: 0 },
    { complaint_id: '' },
    { complaint_id: 'null' },
    { id: 5 },
    { results: {} },
    { results: [] },
    { results: { complaint: [] } },
    { results: { complaint: { id: null } } },
    { results: { id: 5 } },
    { complaint_id: 5, results: { complaint: { id: 6 } } },
    [],
    null,
    undefined,
    'ok',
    9165816,
  ])('finds none in %j', (wire) => {
    expect(CreatedWire.safeParse(wire).success).toBe(false);
  });
});
