import { describe, expect, it } from 'vitest';
import type { Read } from '../../../src/http/outcome.ts';
import { createUpdates } from '../../../src/local/open311/create-updates.ts';
import type { Span } from '../../../src/local/open311/create-window-reader.ts';
import type { Open311Rows } from '../../../src/local/open311/open311-rows.ts';
import type { UpdateRow } from '../../../src/local/open311/open311-wire.ts';
import { createLatch } from '../../support/create-latch.ts';
import { NEVER } from '../contract/local-stage.ts';

const DAY_MS = 86_400_000;
const NOW = 1_000 * DAY_MS;

function row(id: string, at: number): UpdateRow {
  return { id, requestId: '7', text: 'x', mark: null, attachments: [], at };
}

function answer(rows: readonly UpdateRow[]): Read<Open311Rows<UpdateRow>> {
  return { ok: true, value: { rows: new Map(rows.map((one) => [one.id, one])), rejected: [], count: rows.length } };
}

describe('createUpdates()', () => {
  it('never takes for known what was forgotten while it was read', async () => {
    const all = [row('1', 10 * DAY_MS), row('2', NOW)];
    const within = ({ from, to }: Span) => answer(all.filter(({ at }) => at >= from && at <= to));
    const latch = createLatch();
    let asked = 0;
    const updates = createUpdates(
      async (span) => {
        asked += 1;
        if (asked === 2) await latch.opened;
        return within(span);
      },
      () => NOW,
    );
    await updates.know(0, NEVER);
    const slow = updates.know(0, NEVER);
    updates.forget();
    const next = updates.know(NOW, NEVER);
    latch.open();
    await slow;
    await next;
    const known = await updates.know(0, NEVER);
    expect(
      known.ok &&
        known.value
          .of('7')
          ?.map(({ id }) => id)
          .toSorted(),
    ).toEqual(['1', '2']);
  });

  it('forgets that an update could not be read once it can be', async () => {
    const bad = { key: '1', path: 'update_id', reason: 'bad-id', fingerprint: 'f', requestId: '7', mark: null };
    let isMended = false;
    const updates = createUpdates(
      async () =>
        isMended ? answer([row('1', NOW)]) : { ok: true, value: { rows: new Map(), rejected: [bad], count: 1 } },
      () => NOW,
    );
    const first = await updates.know(NOW, NEVER);
    isMended = true;
    const second = await updates.know(NOW, NEVER);
    expect([first, second].map((read) => read.ok && [...read.value.rejected.keys()])).toEqual([['7'], []]);
  });
});
