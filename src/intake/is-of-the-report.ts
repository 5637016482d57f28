import type { ReadFailure } from '../http/outcome.ts';

/** The side answered, and what it said of this one report cannot be used. */
export function isOfTheReport({ kind, detail }: ReadFailure): boolean {
  return kind === 'refused' || (kind === 'malformed' && (detail === 'bad-row' || detail === 'other-id'));
}
