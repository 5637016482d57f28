import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLogger, type LogEvent } from '../src/logger.ts';
import { MONDAY_MS } from './support/fake-clock.ts';
import { makeFolder } from './support/make-folder.ts';

const DELIVERY = { event: 'delivery', case: 1, delivery: 2, kind: 'create', cause: null, status: 200 } as const;

/** One event of every kind, and the level it is told at. */
const EVENTS: readonly (readonly [LogEvent, number])[] = [
  [{ event: 'started', version: '1.2.3', site: 'kota-contoh', mode: 'once/live', environment: 'production' }, 30],
  [{ event: 'stopping', signal: 'SIGTERM' }, 30],
  [{ event: 'stopped', exit: 0 }, 30],
  [{ event: 'recovered', deliveries: 2 }, 40],
  [
    {
      event: 'cycle',
      seen: 1,
      new: 2,
      changed: 3,
      quarantined: 4,
      polled: 5,
      moved: 6,
      filed: 7,
      answered: 8,
      written: 9,
      attention: 10,
      requestsLocal: 11,
      requestsNational: 12,
      durationMs: 13,
    },
    30,
  ],
  [{ event: 'cycle-skipped' }, 20],
  [{ event: 'side-changed', side: 'national', state: 'down', creates: 'open', reason: 'unreachable' }, 40],
  [{ ...DELIVERY, outcome: 'done' }, 20],
  [{ ...DELIVERY, outcome: 'not-sent' }, 20],
  [{ ...DELIVERY, outcome: 'doubt', cause: 'timeout', status: null }, 40],
  [{ ...DELIVERY, outcome: 'refused', cause: 'content', status: 422 }, 40],
  [{ event: 'configuration-warning', file: 'jembatan.yaml', path: 'local.baseUrl' }, 40],
  [{ event: 'running-as-root' }, 40],
  [{ event: 'failed', error: 'Error', code: 'SQLITE_FULL' }, 50],
];

function linesOf(level: string): readonly Record<string, unknown>[] {
  const file = join(makeFolder(), 'jembatan.log');
  const log = createLogger({ level, file, now: () => MONDAY_MS });
  for (const [event] of EVENTS) log(event);
  const text = readFileSync(file, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('createLogger()', () => {
  it('writes each event as one line of JSON with its level and time, and nothing more', () => {
    const time = new Date(MONDAY_MS).toISOString();
    expect(linesOf('debug')).toEqual(EVENTS.map(([event, level]) => ({ level, time, ...event })));
  });

  it.each([
    ['debug', 20],
    ['info', 30],
    ['warn', 40],
    ['error', 50],
  ])('leaves out what is below %s', (name, least) => {
    const told = EVENTS.filter(([, level]) => level >= least).map(([{ event }]) => event);
    expect(linesOf(name).map(({ event }) => event)).toEqual(told);
  });

  it('has written an event when it comes back', () => {
    const file = join(makeFolder(), 'jembatan.log');
    const log = createLogger({ level: 'info', file, now: () => MONDAY_MS });
    log({ event: 'running-as-root' });
    expect(readFileSync(file, 'utf8')).toMatch(/^\{.*"event":"running-as-root".*\}\n$/);
  });
});
