import { describe, expect, it } from 'vitest';
import { createBell } from '../../src/cycle/create-bell.ts';

/** Whether it was heard by the time that all that can happen has happened. */
async function isHeard(heard: Promise<void>): Promise<boolean> {
  let came = false;
  void heard.then(() => {
    came = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return came;
}

describe('createBell()', () => {
  it('is heard by one who waits, once', async () => {
    const bell = createBell();
    const heard = bell.heard();
    expect(await isHeard(heard)).toBe(false);
    bell.ring();
    expect(await isHeard(heard)).toBe(true);
    expect(await isHeard(bell.heard())).toBe(false);
  });

  it('is heard by the next who waits where nobody did, however often it rang', async () => {
    const bell = createBell();
    bell.ring();
    bell.ring();
    expect(await isHeard(bell.heard())).toBe(true);
    expect(await isHeard(bell.heard())).toBe(false);
  });

  it('rings when it is over', async () => {
    const bell = createBell();
    const heard = bell.heard();
    expect(bell.isOver()).toBe(false);
    bell.end();
    expect(bell.isOver()).toBe(true);
    expect(await isHeard(heard)).toBe(true);
  });
});
