import { describe, expect, it } from 'vitest';
import { createProgressLine } from '../../src/operate/progress-line.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { makeHost } from './make-host.ts';

const CLEAR = '\r\u001b[2K';

function openLine(stderrIsTerminal: boolean) {
  const clock = createFakeClock();
  const { host, out, err } = makeHost({ clock, stderrIsTerminal });
  return { line: createProgressLine(host, 'en'), clock, out, err };
}

describe('createProgressLine()', () => {
  it('writes over itself on stderr, five times a second at most', () => {
    const { line, clock, out, err } = openLine(true);
    line.show({ step: 'local', count: 100 });
    clock.advance(199);
    line.show({ step: 'local', count: 200 });
    clock.advance(1);
    line.show({ step: 'national', count: 3 });
    expect(err()).toBe(`${CLEAR}reading the local application: 100${CLEAR}asking LAPOR!: 3`);
    expect(out()).toBe('');
  });

  it('is gone once, and comes back where more is to be shown', () => {
    const { line, clock, err } = openLine(true);
    line.show({ step: 'delivered', count: 1 });
    line.clear();
    line.clear();
    expect(err()).toBe(`${CLEAR}sending: 1${CLEAR}`);
    clock.advance(200);
    line.show({ step: 'delivered', count: 2 });
    expect(err()).toBe(`${CLEAR}sending: 1${CLEAR}${CLEAR}sending: 2`);
  });

  it('clears nothing where nothing was shown', () => {
    const { line, err } = openLine(true);
    line.clear();
    expect(err()).toBe('');
  });

  it('is silent where stderr is no terminal', () => {
    const { line, err } = openLine(false);
    line.show({ step: 'local', count: 100 });
    line.clear();
    expect(err()).toBe('');
  });
});
