import type { Side } from '../delivery.ts';
import type { Verb } from '../verb.ts';
import { run } from '../verb.ts';
import { appendHistory } from './append-history.ts';
import { noteCompared } from './comparison.ts';
import { noteScanned } from './ledger-gap.ts';
import { readCursor } from './overview.ts';

/** Notes a complete scan. The cursor only goes forward; where it does, the history says so. */
export function* moveCursor(stream: Side, position: number, at: number): Verb<void> {
  const before = yield* readCursor(stream);
  const next = Math.max(before ?? 0, position);
  yield* run(
    `insert into cursor (stream, position, completed_at) values (:stream, :position, :at)
     on conflict (stream) do update set position = excluded.position, completed_at = excluded.completed_at`,
    { stream, position: next, at },
  );
  if (stream === 'local' && before === null) {
    yield* noteScanned();
    yield* noteCompared(null, at);
  }
  if (next === before) return;
  yield* appendHistory({
    at,
    caseId: null,
    deliveryId: null,
    event: 'cursor-moved',
    actor: 'bridge',
    data: { stream, position: next },
  });
}
