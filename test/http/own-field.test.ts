import { describe, expect, it } from 'vitest';
import { ownField } from '../../src/http/own-field.ts';

describe('ownField()', () => {
  it.each([
    [{ a: 1 }, 'a', 1],
    [{ a: undefined }, 'a', undefined],
    [[1], '0', 1],
    [{}, 'constructor', undefined],
    [null, 'a', undefined],
    ['text', 'length', undefined],
    [undefined, 'a', undefined],
  ])('of %o, %s', (value, name, field) => {
    expect(ownField(value, name)).toBe(field);
  });
});
