import { describe, expect, it } from 'vitest';
import { createLeapWatch } from '../../src/settle/create-leap-watch.ts';

const HOUR_MS = 3_600_000;

function start() {
  const clock = { wall: 1_000, passed: 0, now: () => clock.wall, mono: () => clock.passed };
  return {
    clock,
    watch: createLeapWatch(clock),
    pass(ms: number) {
      clock.wall += ms;
      clock.passed += ms;
    },
  };
}

describe('createLeapWatch()', () => {
  it('sees nothing while both clocks go on alike', () => {
    const { watch, pass } = start();
    pass(100 * HOUR_MS);
    expect(watch.leapt()).toBe(false);
  });

  it('tells a clock that was set forward, once', () => {
    const { watch, clock, pass } = start();
    clock.wall += HOUR_MS;
    expect(watch.leapt()).toBe(true);
    pass(HOUR_MS);
    expect(watch.leapt()).toBe(false);
  });

  it.each([30_000, -HOUR_MS])('takes %d ms for no leap', (ms) => {
    const { watch, clock } = start();
    clock.wall += ms;
    expect(watch.leapt()).toBe(false);
  });

  it('tells the way back of a clock that was set back', () => {
    const { watch, clock } = start();
    clock.wall -= HOUR_MS;
    watch.leapt();
    clock.wall += HOUR_MS;
    expect(watch.leapt()).toBe(true);
  });

  it('adds up what creeps forward', () => {
    const { watch, clock } = start();
    clock.wall += 20_000;
    expect(watch.leapt()).toBe(false);
    clock.wall += 20_000;
    expect(watch.leapt()).toBe(true);
  });
});
