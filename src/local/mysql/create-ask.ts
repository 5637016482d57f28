import type { Gate } from '../../http/gate.ts';
import type { Read } from '../../http/outcome.ts';
import { readFailed } from '../rest/read-failed.ts';
import { classifySqlRead } from './classify-sql.ts';
import type { Connections, SqlSession } from './create-connections.ts';
import { sqlError } from './sql-error.ts';

/** Asks the database something, in one session and as one request of the side's limits. */
export type Ask = <T>(stop: AbortSignal, question: (session: SqlSession) => Promise<Read<T>>) => Promise<Read<T>>;

const STALE: ReadonlySet<string> = new Set(['PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'EPIPE']);

/** A session that had gone stale is opened anew, once: servers close what nobody used for a while. */
export function createAsk({ connections, gate }: { readonly connections: Connections; readonly gate: Gate }): Ask {
  return async (stop, question) => {
    const permit = await gate.enter(stop);
    if (permit === null) return readFailed('unreachable', 'stopped');
    try {
      const read = await tryToAsk(connections, stop, question);
      if (read !== 'stale') return read;
      const again = await tryToAsk(connections, stop, question);
      return again === 'stale' ? readFailed('unreachable', 'reset') : again;
    } finally {
      permit.release();
    }
  };
}

async function tryToAsk<T>(
  connections: Connections,
  stop: AbortSignal,
  question: (session: SqlSession) => Promise<Read<T>>,
): Promise<Read<T> | 'stale'> {
  let session: SqlSession | null = null;
  try {
    session = await connections.open(stop);
    const read = await question(session);
    session.release();
    return read;
  } catch (error) {
    session?.drop();
    const known = sqlError(error);
    if (known === null) throw error;
    if (session !== null && STALE.has(known.code) && !stop.aborted) return 'stale';
    return { ok: false, failure: classifySqlRead(known) };
  }
}
