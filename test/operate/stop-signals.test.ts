import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/operate/host.ts';
import { stopSignals } from '../../src/operate/stop-signals.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { makeHost } from './make-host.ts';

/** Signals of a process that is none. */
function listen(given: Partial<Host> = {}) {
  const clock = createFakeClock();
  const listeners = new Set<(signal: string) => void>();
  const onStopSignal: Host['onStopSignal'] = (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const { host, err } = makeHost({ clock, onStopSignal, ...given });
  const logged: unknown[] = [];
  const signals = stopSignals(host, { locale: 'en', log: (event) => logged.push(event) });
  const send = (signal: string) => {
    for (const listener of listeners) listener(signal);
  };
  return { signals, clock, err, logged, listeners, send };
}

/** What waited for the clock goes on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('stopSignals()', () => {
  it('begins nothing more at the first signal, and breaks off what is in flight twenty seconds later', async () => {
    const { signals, clock, logged, err, send } = listen();
    expect([signals.halt.aborted, signals.stop.aborted]).toEqual([false, false]);

    send('SIGTERM');
    clock.advance(19_999);
    await settled();
    expect([signals.halt.aborted, signals.stop.aborted]).toEqual([true, false]);
    clock.advance(1);
    await settled();

    expect(signals.stop.aborted).toBe(true);
    expect(logged).toEqual([{ event: 'stopping', signal: 'SIGTERM' }]);
    expect(err()).toBe('');
  });

  it('says so where somebody looks', () => {
    const { err, send } = listen({ stderrIsTerminal: true });
    send('SIGINT');
    expect(err()).toMatch(/^\n.*\S.*\n$/);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ])('ends the process at once at a second one: %s', (signal, code) => {
    const { send } = listen();
    send('SIGTERM');
    expect(() => send(signal)).toThrow(`exit ${code}`);
  });

  it('listens no more once it is released', () => {
    const { signals, listeners } = listen();
    signals.release();
    expect(listeners.size).toBe(0);
  });
});
