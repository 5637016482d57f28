import { describe, expect, it } from 'vitest';
import { IdWire } from '../../../src/national/lapor-v3/id-wire.ts';

describe('IdWire', () => {
  it.each([
    [9165816, '9165816'],
    ['9165816', '9165816'],
    ['0123', '0123'],
    ['12345678901234567890', '12345678901234567890'],
  ])('reads %j as %j', (wire, id) => {
    expect(IdWire.parse(wire)).toBe(id);
  });

  it.each([
    0,
    '0',
    '00',
    -1,
    1.5,
    1e21,
    '',
    ' 7',
    '7\n',
    '1e3',
    'null',
    'undefined',
    '../7',
    '9'.repeat(33),
    true,
    null,
    undefined,
    [7],
    { id: 7 },
  ])('takes %j for no id', (wire) => {
    expect(IdWire.safeParse(wire).success).toBe(false);
  });
});
