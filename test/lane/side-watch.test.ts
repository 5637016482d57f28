import { describe, expect, it } from 'vitest';
import type { ReadFailure, SendResult } from '../../src/http/outcome.ts';
import type { SideWatchDeps } from '../../src/lane/side-watch.ts';
import { createSideWatch, readEvent, writeEvent } from '../../src/lane/side-watch.ts';
import type { SideHealth } from '../../src/ledger/side.ts';
import { healthySide } from '../../src/ledger/side.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { openTestLedger } from '../support/make-ledger.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PAUSE_MS = 65_000;

function failure(kind: ReadFailure['kind'], retryAfterMs: number | null = null): ReadFailure {
  return { kind, status: null, detail: 'detail', retryAfterMs };
}

const DONE: SendResult<string> = { kind: 'done', value: '9', status: 200 };
const DOUBT: SendResult<string> = { kind: 'doubt', cause: 'html', status: 200 };

/** A watch on a real ledger that knew `stored` of its side; counts what is written down. */
async function openWatch(stored: Partial<SideHealth> = {}, given: Partial<SideWatchDeps> = {}) {
  const { ledger } = openTestLedger();
  const clock = createFakeClock();
  await ledger.writeSide({ ...healthySide('national'), ...stored }, clock.now());
  const writes: SideHealth[] = [];
  const counting: SideWatchDeps['ledger'] = {
    readSide: ledger.readSide,
    writeSide(side, at) {
      writes.push(side);
      return ledger.writeSide(side, at);
    },
  };
  const deps = { ledger: counting, clock, random: () => 0.5, pauseMs: PAUSE_MS, impatient: false, ...given };
  return { watch: await createSideWatch('national', deps), kept: () => ledger.readSide('national'), clock, writes };
}

const START_MS = createFakeClock().now();

describe('createSideWatch()', () => {
  it('knows of the side what the ledger knows', async () => {
    const { watch, clock, writes } = await openWatch({ state: 'paused', until: START_MS + 1000, creates: 'single' });

    expect(watch.health()).toMatchObject({ name: 'national', state: 'paused', creates: 'single' });
    expect([watch.waits(), watch.creates()]).toEqual([true, 'single']);
    clock.advance(1000);
    expect(watch.waits()).toBe(false);
    await watch.save();
    expect(writes).toEqual([]);
  });

  it.each([
    ['a failure', failure('unreachable'), { state: 'down', until: START_MS + 1000 }],
    ['a pause', failure('throttled', 9000), { state: 'paused', until: START_MS + 9000 }],
    ['a refusal', failure('unauthorized'), { state: 'stopped', failures: 1 }],
  ])('writes down at once that there was %s', async (_, read, expected) => {
    const { watch, kept } = await openWatch();

    await watch.noteRead(read, false);

    expect(await kept()).toMatchObject(expected);
  });

  it('writes down every further doubt at once: the next process waits as long', async () => {
    const { watch, kept } = await openWatch();
    await watch.noteWrite(DOUBT, 'create');
    await watch.noteWrite(DOUBT, 'create');

    expect(await kept()).toMatchObject({
      creates: 'stopped',
      createDoubts: 2,
      createsUntil: START_MS + 2 * MINUTE_MS,
    });
  });

  it('writes down that a side answers once a minute: a round may take long', async () => {
    const { watch, kept, clock, writes } = await openWatch();
    for (let second = 0; second < 70; second += 1) {
      await watch.noteRead(null, false);
      clock.advance(1000);
    }

    expect(writes).toHaveLength(2);
    expect(await kept()).toMatchObject({ lastOkAt: START_MS + MINUTE_MS });
  });

  it('writes the time of further good answers down only when asked to', async () => {
    const { watch, kept, clock, writes } = await openWatch({ lastOkAt: START_MS });
    for (let i = 0; i < 5; i += 1) {
      clock.advance(1000);
      await watch.noteRead(null, i === 2);
    }
    expect(writes).toEqual([]);

    await watch.save();
    await watch.save();

    expect(writes).toHaveLength(1);
    expect(await kept()).toMatchObject({ lastOkAt: START_MS + 5000, lastNewAt: START_MS + 3000 });
  });

  it.each([
    ['a report that is not there', failure('not-found')],
    ['one that is not given', failure('refused')],
  ])('thinks nothing of the side for %s', async (_, read) => {
    const { watch } = await openWatch();
    const before = watch.health();

    await watch.noteRead(read, false);

    expect(watch.health()).toBe(before);
  });

  it('thinks nothing of the side for a write that we broke off', async () => {
    const { watch } = await openWatch();
    const before = watch.health();

    await watch.noteWrite({ kind: 'doubt', cause: 'stopped', status: null }, 'create');

    expect(watch.health()).toBe(before);
  });

  it('does not believe a wait that a wrong clock wrote', async () => {
    const { watch, clock } = await openWatch({ state: 'down', until: START_MS * 2, createsUntil: START_MS * 2 });

    clock.advance(HOUR_MS);
    expect(watch.creates()).not.toBe('stopped');
    clock.advance(5 * HOUR_MS);
    expect(watch.waits()).toBe(false);
  });
});

describe('creates', () => {
  it('go one at a time until one of this run succeeded', async () => {
    const { watch } = await openWatch();

    expect(watch.creates()).toBe('single');
    await watch.noteRead(null, false);
    await watch.noteWrite(DONE, 'reject');
    await watch.noteWrite({ kind: 'refused', status: 422, cause: 'content' }, 'create');
    expect(watch.creates()).toBe('single');
    await watch.noteWrite(DONE, 'create');
    expect(watch.creates()).toBe('open');
  });

  it.each([
    ['a read', failure('unreachable')],
    ['a page that is no data', failure('malformed')],
    ['a refusal', failure('unauthorized')],
  ])('go one at a time again after %s failed', async (_, read) => {
    const { watch } = await openWatch();
    await watch.noteWrite(DONE, 'create');

    await watch.noteRead(read, false);
    await watch.noteRead(null, false);
    expect(watch.creates()).toBe('single');
    await watch.noteWrite(DONE, 'create');
    expect(watch.creates()).toBe('open');
  });

  it('wait out what follows from doubts in a row, though the side reads well', async () => {
    const { watch, clock } = await openWatch();
    for (let doubt = 0; doubt < 2; doubt += 1) {
      await watch.noteWrite(DOUBT, 'create');
      await watch.noteRead(null, false);
    }

    expect(watch.creates()).toBe('stopped');
    clock.advance(2 * MINUTE_MS);
    expect(watch.creates()).toBe('single');
    await watch.noteWrite(DONE, 'create');
    expect(watch.creates()).toBe('open');
  });

  it('are over for this run after three doubts', async () => {
    const { watch, clock } = await openWatch();
    for (let doubt = 0; doubt < 3; doubt += 1) {
      expect(watch.creates()).not.toBe('stopped');
      await watch.noteWrite(DOUBT, 'create');
      clock.advance(HOUR_MS);
      await watch.noteRead(null, false);
    }

    expect(watch.health().creates).toBe('single');
    expect(watch.creates()).toBe('stopped');
  });
});

describe('a run by hand', () => {
  const impatient = { impatient: true };

  it('tries a side that failed, and creates that wait', async () => {
    for (const state of ['down', 'stopped'] as const) {
      const { watch } = await openWatch(
        { state, until: START_MS + HOUR_MS, createsUntil: START_MS + HOUR_MS },
        impatient,
      );

      expect([watch.waits(), watch.creates()]).toEqual([false, 'single']);
    }
  });

  it('keeps a pause that the side asked for', async () => {
    const { watch } = await openWatch({ state: 'paused', until: START_MS + HOUR_MS }, impatient);

    expect(watch.waits()).toBe(true);
  });

  it('does not wait between doubts, but has three of them like any other', async () => {
    const { watch } = await openWatch({}, impatient);
    for (let doubt = 0; doubt < 3; doubt += 1) {
      expect(watch.creates()).toBe('single');
      await watch.noteWrite(DOUBT, 'create');
      await watch.noteRead(null, false);
    }

    expect(watch.creates()).toBe('stopped');
  });
});

describe('readEvent()', () => {
  it.each([
    [failure('unreachable'), { type: 'unreachable', reason: 'unreachable' }],
    [failure('malformed'), { type: 'unreachable', reason: 'malformed' }],
    [failure('throttled', 9000), { type: 'pause', ms: 9000, reason: 'throttled' }],
    [failure('throttled'), { type: 'pause', ms: PAUSE_MS, reason: 'throttled' }],
    [failure('throttled', 0), { type: 'pause', ms: 0, reason: 'throttled' }],
    [failure('unauthorized'), { type: 'refuses-us', reason: 'unauthorized' }],
    [failure('not-found'), null],
    [failure('refused'), null],
  ])('takes %o for %o', (read, event) => {
    expect(readEvent(read, PAUSE_MS)).toEqual(event);
  });
});

describe('writeEvent()', () => {
  it.each([
    [DONE, 'create', { type: 'write-ok', create: true }],
    [DONE, 'reject', { type: 'write-ok', create: false }],
    [{ kind: 'refused', status: 422, cause: 'content' }, 'create', { type: 'write-ok', create: false }],
    [{ kind: 'not-sent', cause: 'tls' }, 'create', { type: 'unreachable', reason: 'not-sent' }],
    [{ kind: 'not-sent', cause: 'stopped' }, 'create', null],
    [notReached('throttled', 9000), 'create', { type: 'pause', ms: 9000, reason: 'throttled' }],
    [notReached('suspended', null), 'create', { type: 'pause', ms: PAUSE_MS, reason: 'suspended' }],
    [notReached('credentials', null), 'create', { type: 'refuses-us', reason: 'credentials' }],
    [notReached('blocked', 9000), 'create', { type: 'refuses-us', reason: 'blocked' }],
    [notReached('wrong-path', null), 'create', { type: 'refuses-us', reason: 'wrong-path' }],
    [DOUBT, 'create', { type: 'create-in-doubt' }],
    [DOUBT, 'follow-up', { type: 'unreachable', reason: 'lost-answer' }],
    [{ kind: 'doubt', cause: 'stopped', status: null }, 'create', null],
  ] as const)('takes %o of a %s for %o', (result, kind, event) => {
    expect(writeEvent(result, kind, PAUSE_MS)).toEqual(event);
  });
});

function notReached(
  cause: 'throttled' | 'suspended' | 'credentials' | 'blocked' | 'wrong-path',
  retryAfterMs: number | null,
) {
  return { kind: 'not-reached', cause, status: 429, retryAfterMs } as const;
}
