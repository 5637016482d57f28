import nock from 'nock';
import { afterAll, afterEach, beforeEach } from 'vitest';

/**
 * Call once at the top of a test file. No request leaves the machine, and a test fails by what it promised and nobody
 * asked for (unused) as well as by what was asked for and nobody promised (unmatched): the code under test may well have
 * swallowed the error of the latter.
 */
export function useNock(): void {
  let end = (): readonly string[] => [];

  beforeEach(() => {
    end = watchNock();
  });

  afterEach(() => {
    const faults = end();
    if (faults.length > 0) throw new Error(faults.join('\n'));
  });

  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });
}

/** Watches until the function it gives is called, which takes all promises back and tells what was wrong. */
export function watchNock(): () => readonly string[] {
  const unmatched: string[] = [];
  const note = (request: { readonly method?: string; readonly path?: string }) => {
    unmatched.push(`unmatched: ${request.method ?? '?'} ${request.path ?? '?'}`);
  };
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
  nock.emitter.on('no match', note);
  return () => {
    const unused = nock.pendingMocks().map((mock) => `unused: ${mock}`);
    nock.emitter.off('no match', note);
    nock.abortPendingRequests();
    nock.cleanAll();
    return [...unused, ...unmatched];
  };
}
