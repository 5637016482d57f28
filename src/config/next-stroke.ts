import { type Schedule, strokes } from './strokes.ts';

/** A schedule that strikes less often than that does not strike at all, for whoever waits for it. */
const FAR_MS = 8 * 86_400_000;

/** The first stroke of a schedule after `afterMs`, epoch ms; eight days later where none comes before. */
export function nextStroke(schedule: Schedule, afterMs: number): number {
  const end = afterMs + FAR_MS;
  for (const stroke of strokes(schedule, afterMs, end)) return stroke;
  return end;
}
