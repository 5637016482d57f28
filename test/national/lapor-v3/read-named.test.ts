import { describe, expect, it } from 'vitest';
import { readNamed } from '../../../src/national/lapor-v3/read-named.ts';

describe('readNamed()', () => {
  it.each([
    ['flat', { to_name: 'PLN' }, { id: null, name: 'PLN' }],
    ['flat, with its id', { to_name: 'PLN', to_id: 12838 }, { id: '12838', name: 'PLN' }],
    ['under its id', { to_id: { id: 12838, name: 'PLN' } }, { id: '12838', name: 'PLN' }],
    ['under its id, without one', { to_id: { name: 'PLN' } }, { id: null, name: 'PLN' }],
    ['under its own name', { to: { id: '12838', name: 'PLN' } }, { id: '12838', name: 'PLN' }],
    ['as its own name', { to: 'PLN' }, { id: null, name: 'PLN' }],
    ['in two halves', { to: { id: 12838, name: null }, to_id: { name: 'PLN' } }, { id: '12838', name: 'PLN' }],
    ['as nothing', { to: null, to_id: [], to_name: '' }, { id: null, name: null }],
    ['as nonsense', { to: true, to_id: 'x', to_name: {} }, { id: null, name: null }],
    ['nowhere', {}, { id: null, name: null }],
  ])('finds what stands %s', (_name, source, expected) => {
    expect(readNamed([source], 'to')).toEqual(expected);
  });

  it('believes the first source that tells something', () => {
    expect(readNamed([{ to: null }, { to_name: 'PLN' }, { to_name: 'PDAM', to_id: 5 }], 'to')).toEqual({
      id: '5',
      name: 'PLN',
    });
  });
});
