import type { LocalSystem, LocalWrite } from '../local-system.ts';
import { createOpen311Reads } from './create-open311-reads.ts';
import { createOpen311Writes } from './create-open311-writes.ts';
import type { Open311Deps } from './open311-client.ts';

const WRITES: readonly LocalWrite[] = ['report', 'write-back', 'response'];

/** The local side as a server of Open311 GeoReport v2 (local contract, section 4). Creating it asks nothing of the server. */
export function createOpen311Local(deps: Open311Deps): LocalSystem {
  const { client, options } = deps;
  const reads = createOpen311Reads(deps);
  const { readPage, readReport, findByExternalRef, fetchAttachment } = reads;
  const mayWrite = options.updates && options.apiKey !== null;
  return {
    gate: client.gate,
    lacks: new Set(mayWrite ? [] : WRITES),
    readPage,
    readReport,
    findByExternalRef,
    fetchAttachment,
    ...createOpen311Writes(deps, reads),
    close: () => client.close(),
  };
}
