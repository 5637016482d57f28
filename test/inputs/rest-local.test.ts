import { describe, expect, it } from 'vitest';
import { INPUTS, NUMBERS } from './inputs.ts';
import { openRestStage } from './open-rest-stage.ts';

describe('the REST form of the local side', () => {
  it('is given every bad input once', () => {
    expect(INPUTS.map(({ number }) => number)).toEqual(NUMBERS);
  });

  it.each(INPUTS.map(({ number, what, rest }) => [number, what, rest] as const))('%i: %s', async (_, _what, input) => {
    if ('absent' in input) return expect(input.absent).not.toBe('');
    await input.check(await openRestStage(input));
  });
});
