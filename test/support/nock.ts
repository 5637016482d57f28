import nock from 'nock';
import { afterAll, afterEach, beforeEach } from 'vitest';

/**
 * Call once at the top of a test file. No request leaves the machine, and a test fails by what it promised and nobody
 * asked for (unused) as well as by what was asked for and nobody promised (unmatched): the code under test may well have
 * swallowed the error of the latter.
 */
export function useNock(): void {
  const unmatched: string[] = [];
  const note = (request: { readonly method?: string; readonly path?: string }) => {
    unmatched.push(`${request.method ?? '?'} ${request.path ?? '?'}`);
  };

  beforeEach(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
    nock.emitter.on('no match', note);
  });

  afterEach(() => {
    const unused = nock.pendingMocks();
    const unexpected = unmatched.splice(0);
    nock.abortPendingRequests();
    nock.cleanAll();
    nock.emitter.off('no match', note);
    if (unused.length + unexpected.length === 0) return;
    throw new Error(['unused:', ...unused, 'unmatched:', ...unexpected].join('\n  '));
  });

  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });
}
