import { describe, expect, it } from 'vitest';
import { InstitutionWire } from '../../../src/national/lapor-v3/institution-wire.ts';

describe('InstitutionWire', () => {
  it.each([
    [
      { id: 151345, name: ' Pemerintah Kota Serang ', parent: 3 },
      { id: '151345', name: 'Pemerintah Kota Serang' },
    ],
    [{ id: '12838' }, { id: '12838', name: '' }],
  ])('reads %j', (wire, expected) => {
    expect(InstitutionWire.parse(wire)).toEqual(expected);
  });

  it('does not read a row without an id', () => {
    expect(InstitutionWire.safeParse({ name: 'Pemerintah Kota Serang' }).success).toBe(false);
  });
});
