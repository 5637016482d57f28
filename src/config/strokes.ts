import { createTask, parse } from 'node-cron';

const MINUTE_MS = 60_000;

export interface Schedule {
  /** As node-cron takes it. */
  readonly expression: string;
  readonly timezone: string;
}

/**
 * The strokes of a schedule after `afterMs` and before `untilMs`, epoch ms, in order. Of a schedule with seconds one stroke
 * a minute is given.
 */
export function* strokes({ expression, timezone }: Schedule, afterMs: number, untilMs: number): Generator<number> {
  const task = createTask(expression, () => undefined, { timezone });
  const [second = 0] = parse(expression).second;
  const first = Math.floor(afterMs / MINUTE_MS) * MINUTE_MS + second * 1_000;
  try {
    for (let at = first; at < untilMs; at += MINUTE_MS) if (at > afterMs && task.match(new Date(at))) yield at;
  } finally {
    void task.destroy();
  }
}
