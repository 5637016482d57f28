import { describe, expect, it } from 'vitest';
import { INPUTS, NUMBERS } from './inputs.ts';
import { openLaporStage } from './open-lapor-stage.ts';

describe('the adapter of LAPOR! v3', () => {
  it('is given every bad input once', () => {
    expect(INPUTS.map(({ number }) => number)).toEqual(NUMBERS);
  });

  it.each(INPUTS.map(({ number, what, lapor }) => [number, what, lapor] as const))(
    '%i: %s',
    async (_, _what, input) => {
      if ('absent' in input) return expect(input.absent).not.toBe('');
      await input.check(await openLaporStage(input));
    },
  );
});
