import { describe, expect, it } from 'vitest';
import type { Read, ReadFailure } from '../../src/http/outcome.ts';
import { rereadRows } from '../../src/intake/reread-rows.ts';
import type { Report } from '../../src/report/report.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { makeConfig } from '../support/make-config.ts';
import { openTestLedger } from '../support/make-ledger.ts';
import { makeReport } from '../support/make-report.ts';
import { openWatch } from '../support/open-watch.ts';

const HOUR_MS = 3_600_000;

function failed(kind: ReadFailure['kind'], detail = 'bad-row'): Read<never> {
  return { ok: false, failure: { kind, status: null, detail, retryAfterMs: null } };
}

/** Rows 1 and 2, and one without an id, that could not be read a little more than an hour ago. */
async function start() {
  const clock = createFakeClock();
  const { ledger } = openTestLedger();
  const watch = await openWatch('local', clock);
  const halt = new AbortController();
  const row = { path: 'created_at', reason: 'not-a-time', fingerprint: 'hash' };
  const rejected = ['1', '2', 'hash'].map((key) => ({ ...row, key }));
  await ledger.recordLocalPage({ rows: [], rejected, position: null, at: clock.now(), dueAt: () => null }, () => []);
  clock.advance(HOUR_MS + 1);
  const asked: string[] = [];
  return {
    clock,
    ledger,
    watch,
    halt,
    asked,
    reread: (answer: (id: string) => Read<Report | null>) =>
      rereadRows({
        ledger,
        config: makeConfig(),
        clock,
        watch,
        halt: halt.signal,
        local: {
          async readReport(id) {
            asked.push(id);
            return answer(id);
          },
        },
      }),
    left: async () => (await ledger.readAttention()).quarantined.map(({ key }) => key),
  };
}

describe('rereadRows()', () => {
  it('takes in what can be read now, forgets what is gone, and leaves what has no id', async () => {
    const stage = await start();

    const counts = await stage.reread((id) => ({ ok: true, value: id === '1' ? makeReport({ localId: '1' }) : null }));

    expect(counts).toEqual({ new: 1, changed: 0 });
    expect(stage.asked).toEqual(['1', '2']);
    expect(await stage.left()).toEqual(['hash']);
    expect(await stage.ledger.findCase('1')).toMatchObject({ localId: '1' });
  });

  it('asks again after an hour for what still cannot be read, and not before', async () => {
    const stage = await start();

    await stage.reread(() => failed('malformed'));
    await stage.reread(() => failed('malformed'));
    expect(stage.asked).toEqual(['1', '2']);
    stage.clock.advance(HOUR_MS + 1);
    await stage.reread(() => failed('refused'));

    expect(stage.asked).toEqual(['1', '2', '1', '2']);
    expect(await stage.left()).toEqual(['1', '2', 'hash']);
    expect(stage.watch.health().state).toBe('up');
  });

  it('stops at a side that does not answer, which says nothing of the row', async () => {
    const stage = await start();

    expect(await stage.reread(() => failed('unreachable'))).toEqual({ new: 0, changed: 0 });

    expect(stage.asked).toEqual(['1']);
    expect(stage.watch.health().state).toBe('down');
    expect(await stage.left()).toEqual(['1', '2', 'hash']);
  });

  it('takes no note of an answer that comes after the halt', async () => {
    const stage = await start();

    await stage.reread(() => {
      stage.halt.abort();
      return { ok: true, value: null };
    });

    expect(await stage.left()).toEqual(['1', '2', 'hash']);
  });
});
