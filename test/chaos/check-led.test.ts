import { describe, expect, it } from 'vitest';
import { checkLed } from './check-led.ts';
import type { Life } from './draw-life.ts';
import type { Led } from './lead-life.ts';

const DAEMON = ['run'];
const ONCE = ['run', '--once', '--json'];

function check(args: readonly string[], end: Life['end'], given: Partial<Led>): readonly string[] {
  const life: Life = { args, end, moment: { kind: 'clock', ms: 0 }, pauseMs: 0 };
  const stoppedMs = end === 'kill' ? null : 100;
  return checkLed(life, { code: null, signal: null, out: '', err: '', livedMs: 1, stoppedMs, ...given });
}

describe('checkLed()', () => {
  it.each<[string, readonly string[], Life['end'], Partial<Led>]>([
    ['a daemon that was killed', DAEMON, 'kill', { signal: 'SIGKILL' }],
    ['a daemon that stopped', DAEMON, 'stop', { code: 0 }],
    ['a daemon stopped before it listened', DAEMON, 'stop', { signal: 'SIGTERM' }],
    ['a daemon stopped twice', DAEMON, 'stop-twice', { code: 143 }],
    ['a round that ended before it was killed', ONCE, 'kill', { code: 1 }],
    ['a round that reached nobody', ONCE, 'stop', { code: 4 }],
  ])('lets pass %s', (_, args, end, led) => {
    expect(check(args, end, led)).toEqual([]);
  });

  it.each<[string, readonly string[], Life['end'], Partial<Led>, string]>([
    ['a daemon that ended by itself', DAEMON, 'kill', { code: 0 }, 'run ended with 0'],
    ['a daemon that needs a person', DAEMON, 'stop', { code: 1 }, 'run ended with 1'],
    ['a ledger that is held', ONCE, 'kill', { code: 5 }, 'run --once --json ended with 5'],
    ['a ledger that is refused', ONCE, 'kill', { code: 78 }, 'run --once --json ended with 78'],
    ['one stop taken for two', DAEMON, 'stop', { code: 143 }, 'run ended with 143'],
    ['a crash', DAEMON, 'kill', { signal: 'SIGABRT' }, 'run ended with SIGABRT'],
    ['a slow stop', DAEMON, 'stop', { code: 0, stoppedMs: 25_001 }, 'I37 run took 25001 ms to stop'],
    ['a failure', DAEMON, 'kill', { signal: 'SIGKILL', err: 'x\n{"event":"failed"}\n' }, 'run said {"event":"failed"}'],
    ['a gap', DAEMON, 'kill', { signal: 'SIGKILL', err: '{"event":"ledger-gap"}' }, 'run said {"event":"ledger-gap"}'],
  ])('finds %s', (_, args, end, led, violation) => {
    expect(check(args, end, led).join('\n')).toContain(violation);
  });
});
