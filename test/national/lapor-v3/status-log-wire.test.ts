import { describe, expect, it } from 'vitest';
import { StatusLogWire } from '../../../src/national/lapor-v3/status-log-wire.ts';

describe('StatusLogWire', () => {
  it.each([
    [{ note: '<p>Selesai{{x}}</p>', timestamp: '2026-07-31 14:05:09' }, 'Selesai', Date.UTC(2026, 6, 31, 7, 5, 9)],
    [{ note: 'Selesai', timestamp: 'kemarin' }, 'Selesai', null],
    [{ note: null, timestamp: null }, '', null],
    [{}, '', null],
  ])('reads %j as an entry without an id', (row, text, at) => {
    expect(StatusLogWire.parse(row)).toEqual({
      id: null,
      at,
      text,
      fromInstitution: null,
      toInstitution: null,
      toInstitutionId: null,
      statusBefore: null,
      statusAfter: null,
    });
  });

  it.each([null, 'x', []])('does not read %j', (row) => {
    expect(StatusLogWire.safeParse(row).success).toBe(false);
  });
});
