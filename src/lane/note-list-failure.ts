import type { ReadFailure } from '../http/outcome.ts';
import { type AskDeps, askNational } from './ask-national.ts';

/**
 * What a list that could not be read says of its side. LAPOR! is known to have none, so that the path may be wrong or not
 * open to us: unless the side asked for a pause, something else tells how it is.
 */
export async function noteListFailure(deps: AskDeps, failure: ReadFailure): Promise<void> {
  await (failure.kind === 'throttled' ? deps.watch.noteRead(failure, false) : askNational(deps));
}
