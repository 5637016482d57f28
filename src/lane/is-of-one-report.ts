import type { ReadFailure } from '../http/outcome.ts';
import { type AskDeps, askNational } from './ask-national.ts';

/**
 * Whether it is the fault of this report that LAPOR! did not give it: LAPOR! says so, its pages do not end, or something
 * cheap is answered all the same. Otherwise what the failure says of the side is noted.
 */
export async function isOfOneReport(deps: AskDeps, { failure, asks }: Failed): Promise<boolean> {
  if (failure.kind === 'refused' || failure.kind === 'not-found' || neverEnds(failure)) return true;
  if (failure.kind === 'throttled' || failure.kind === 'unauthorized' || !asks) {
    await deps.watch.noteRead(failure, false);
    return false;
  }
  await askNational(deps);
  return !deps.halt.aborted && deps.watch.health().state === 'up';
}

export interface Failed {
  readonly failure: ReadFailure;
  /** Whether it is worth asking how the side is. */
  readonly asks: boolean;
}

/** Every page arrived whole, and more is announced for ever. */
export function neverEnds({ kind, detail }: ReadFailure): boolean {
  return kind === 'malformed' && detail === 'endless';
}
