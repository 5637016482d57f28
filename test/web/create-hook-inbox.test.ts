import { describe, expect, it } from 'vitest';
import { createHookInbox } from '../../src/web/create-hook-inbox.ts';
import { createFakeClock } from '../support/fake-clock.ts';

function start() {
  const clock = createFakeClock();
  const halt = new AbortController();
  let rings = 0;
  const inbox = createHookInbox({ clock, ring: () => (rings += 1), halt: halt.signal });
  /** Lets what is due happen. */
  const settled = async (ms = 0) => {
    clock.advance(ms);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    return rings;
  };
  return { inbox, settled };
}

describe('createHookInbox()', () => {
  it('has the first hook begin a round at once, with what it names', async () => {
    const { inbox, settled } = start();
    inbox.accept('1042');
    expect(await settled()).toBe(1);
    expect(inbox.take()).toEqual(['1042']);
    expect(inbox.take()).toEqual([]);
  });

  it('makes one round of a flood, ten seconds after the one before', async () => {
    const { inbox, settled } = start();
    inbox.take();
    for (let index = 0; index < 1_000; index += 1) inbox.accept(String(index % 150));
    inbox.accept(null);
    expect(await settled()).toBe(0);
    expect(await settled(9_999)).toBe(0);
    expect(await settled(1)).toBe(1);
    expect(inbox.take()).toHaveLength(100);
    inbox.accept('7');
    expect(await settled(9_999)).toBe(1);
    expect(await settled(1)).toBe(2);
  });

  it('begins none where another round has taken it meanwhile', async () => {
    const { inbox, settled } = start();
    inbox.take();
    inbox.accept('1');
    await settled(5_000);
    expect(inbox.take()).toEqual(['1']);
    expect(await settled(60_000)).toBe(0);
  });
});
