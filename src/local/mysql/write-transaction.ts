import type { RefusedCause, SendResult } from '../../http/outcome.ts';
import type { SendContext } from '../../http/send-context.ts';
import type { SqlValues } from './bind-statement.ts';
import { classifySqlWrite, classifyUnconnected, type Sent } from './classify-sql.ts';
import type { Connections, SqlResult, SqlSession } from './create-connections.ts';
import { doubleEncode } from './double-encoding.ts';
import { narrowText, WIDTHS, type Width } from './narrow-text.ts';
import { meaningOf, type SqlError, sqlError } from './sql-error.ts';

/** What a write says inside its transaction. */
export interface Writing {
  run(sql: string, values: SqlValues): Promise<SqlResult>;
  /** From here on a lost session may leave something behind: the statement is the deployment's own, its table any. */
  mayStay(): void;
}

/** Ends a transaction without writing anything: the reason is ours, not the server's. */
export class WriteRefusedError extends Error {
  override readonly name = 'WriteRefusedError';
  override readonly cause: RefusedCause;

  constructor(cause: RefusedCause) {
    super(cause);
    this.cause = cause;
  }
}

export interface WriteDeps {
  readonly connections: Connections;
  readonly isDoubleEncoded: boolean;
}

/** So often is begun anew what the server took back for the sake of another transaction. */
const TRIES = 3;

/**
 * Writes in one transaction and tells what became of it. What the server took back (a deadlock) is begun anew; text that a
 * column cannot hold is written out narrower (`narrowText`), never replaced by question marks.
 */
export async function writeTransaction<T>(
  deps: WriteDeps,
  work: (writing: Writing) => Promise<T>,
  { permit, stop }: SendContext,
): Promise<SendResult<T>> {
  try {
    let width = 0;
    for (let tries = 1; ; tries += 1) {
      const tried = await attempt(deps, { work, width: WIDTHS[width] ?? 'full' }, stop);
      if (tried.type === 'result') return tried.result;
      const meaning = meaningOf(tried.error);
      if (meaning === 'charset' && width + 1 < WIDTHS.length) width += 1;
      else if (meaning !== 'again' || tries >= TRIES) return classifySqlWrite(tried.error, tried.sent);
    }
  } finally {
    permit.release();
  }
}

type Tried<T> =
  | { readonly type: 'result'; readonly result: SendResult<T> }
  /** Taken back by the server. */
  | { readonly type: 'rolled-back'; readonly error: SqlError; readonly sent: Sent };

interface Attempt<T> {
  readonly work: (writing: Writing) => Promise<T>;
  readonly width: Width;
}

async function attempt<T>(deps: WriteDeps, task: Attempt<T>, stop: AbortSignal): Promise<Tried<T>> {
  const opened = await open(deps.connections, stop);
  if ('error' in opened) return { type: 'result', result: classifyUnconnected(opened.error) };
  const { session } = opened;
  let sent: Sent = 'revocable';
  try {
    const value = await task.work({
      run: (sql, values) => session.run(sql, encoded(values, task.width, deps.isDoubleEncoded)),
      mayStay() {
        sent = 'irrevocable';
      },
    });
    sent = 'commit';
    await session.run('COMMIT');
    session.release();
    return { type: 'result', result: { kind: 'done', value, status: 0 } };
  } catch (error) {
    // Closing the session takes back whatever is left of the transaction.
    session.drop();
    if (error instanceof WriteRefusedError) {
      return { type: 'result', result: { kind: 'refused', cause: error.cause, status: null } };
    }
    const known = sqlError(error);
    if (known === null) throw error;
    const result = classifySqlWrite(known, sent);
    const isTakenBack = known.errno !== null && result.kind !== 'doubt';
    return isTakenBack ? { type: 'rolled-back', error: known, sent } : { type: 'result', result };
  }
}

/** A session in which a transaction has begun. One that had gone stale is opened anew, once: nothing was said in it. */
async function open(
  connections: Connections,
  stop: AbortSignal,
): Promise<{ readonly session: SqlSession } | { readonly error: SqlError }> {
  for (let tries = 1; ; tries += 1) {
    let session: SqlSession | null = null;
    try {
      session = await connections.open(stop);
      await session.run('START TRANSACTION');
      return { session };
    } catch (error) {
      session?.drop();
      const known = sqlError(error);
      if (known === null) throw error;
      const isStale = session !== null && known.errno === null && !stop.aborted;
      if (!isStale || tries > 1) return { error: known };
    }
  }
}

function encoded(values: SqlValues, width: Width, isDoubleEncoded: boolean): SqlValues {
  if (isDoubleEncoded) return mapTexts(values, doubleEncode);
  return width === 'full' ? values : mapTexts(values, (text) => narrowText(text, width));
}

function mapTexts(values: SqlValues, change: (text: string) => string): SqlValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? change(value) : value]),
  );
}
