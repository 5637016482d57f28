import { describe, expect, it } from 'vitest';
import { faultCause } from '../../src/http/fault-cause.ts';

describe('faultCause()', () => {
  it.each([
    [900800, 'throttled'],
    [900900, 'credentials'],
    [900901, 'credentials'],
    [900902, 'credentials'],
    [700700, 'blocked'],
    [303001, 'suspended'],
    [101503, null],
    [101504, null],
    [101505, null],
    [1, null],
    [null, null],
  ])('of %s is %s', (code, cause) => {
    expect(faultCause(code)).toBe(cause);
  });
});
