import type { Pool, PoolConnection } from 'mysql2/promise';
import { bindStatement, type SqlValue, type SqlValues } from './bind-statement.ts';
import { castValue, type SqlField } from './cast-value.ts';
import type { MysqlLocalOptions } from './mysql-local-options.ts';
import { StoppedError } from './sql-error.ts';

/** A row as the server wrote it: every value as text. */
export type SqlRow = Readonly<Record<string, string | null>>;

export interface SqlResult {
  readonly rows: readonly SqlRow[];
  /** Names of the columns whose values are whole numbers. */
  readonly integers: ReadonlySet<string>;
  /** Rows that a write found, changed or not. */
  readonly found: number;
  /** Number that the server gave a new row; `null`: none. */
  readonly insertId: string | null;
}

/** One session with the server. After a failure without an answer it must be dropped. */
export interface SqlSession {
  run(sql: string, values?: SqlValues): Promise<SqlResult>;
  /** Gives the session back for others. */
  release(): void;
  /** Ends it: whatever it had begun is taken back by the server. */
  drop(): void;
}

export interface Connections {
  /** Rejects with what the driver says where none comes about, and with `StoppedError` once `stop` aborts, then or later. */
  open(stop: AbortSignal): Promise<SqlSession>;
  close(): Promise<void>;
}

type Options = Pick<MysqlLocalOptions, 'address' | 'limits' | 'ca' | 'readOnly'> & {
  /** Of the session and of what a TIMESTAMP is read in, such as `+07:00`. */
  readonly offset: string;
};

const CONNECT_TIMEOUT_MS = 10_000;
const IDLE_MS = 60_000;
/** Types of the protocol that hold whole numbers. */
const INTEGERS: ReadonlySet<number | undefined> = new Set([1, 2, 3, 8, 9]);

/**
 * Sessions with one server, at most `limits.concurrency` at once. Connects when first asked. The driver is loaded then, too:
 * most deployments never need it.
 */
export function createConnections(options: Options): Connections {
  let loading: Promise<{ readonly pool: Pool; readonly quote: (value: SqlValue) => string }> | null = null;
  const ready = new WeakSet<object>();

  async function load() {
    // CommonJS: in the built program only its default export is there.
    const { default: driver } = await import('mysql2/promise');
    return { pool: driver.createPool(poolOptions(options)), quote: driver.escape };
  }

  return {
    async open(stop) {
      if (stop.aborted) throw new StoppedError();
      loading ??= load();
      const { pool, quote } = await loading;
      const connecting = pool.getConnection();
      const connection = await unlessStopped(connecting, stop, () => {
        void connecting.then((late) => late.release()).catch(() => undefined);
      });
      const session = createSession(connection, {
        quote,
        stop,
        timeoutMs: options.limits.timeoutMs,
        offset: options.offset,
      });
      const raw = connection.connection;
      if (ready.has(raw)) return session;
      try {
        for (const sql of sessionStatements(options)) await session.run(sql);
      } catch (error) {
        session.drop();
        throw error;
      }
      // A server that goes away while nobody asks it anything is told of by the next question.
      raw.on('error', () => undefined);
      ready.add(raw);
      return session;
    },
    async close() {
      const { pool } = (await loading?.catch(() => null)) ?? { pool: null };
      await pool?.end().catch(() => undefined);
    },
  };
}

function poolOptions({ address, limits, ca }: Options) {
  const { host, port, socketPath, user, password, database, tls } = address;
  return {
    ...(socketPath === null ? { host, port } : { socketPath }),
    ...(ca !== null || tls
      ? { ssl: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === null ? {} : { ca }) } }
      : {}),
    user,
    password,
    database,
    charset: 'utf8mb4',
    connectionLimit: limits.concurrency,
    maxIdle: 1,
    idleTimeout: IDLE_MS,
    connectTimeout: Math.min(CONNECT_TIMEOUT_MS, limits.timeoutMs),
    // Files are never asked for by a server that we did not tell to.
    flags: ['-LOCAL_FILES'],
  };
}

/**
 * What every session begins with: one character set, one time zone, strict writing (nothing is cut or replaced in silence),
 * backslashes that quote, and no long waiting for a lock.
 */
function sessionStatements({ offset, readOnly }: Options): readonly string[] {
  return [
    `SET NAMES utf8mb4, time_zone = '${offset}', sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', autocommit = 1, innodb_lock_wait_timeout = 5`,
    ...(readOnly ? ['SET SESSION TRANSACTION READ ONLY'] : []),
  ];
}

interface SessionOptions {
  readonly quote: (value: SqlValue) => string;
  readonly stop: AbortSignal;
  readonly timeoutMs: number;
  readonly offset: string;
}

function createSession(connection: PoolConnection, { quote, stop, timeoutMs, offset }: SessionOptions): SqlSession {
  const typeCast = (field: SqlField) => castValue({ type: field.type, buffer: () => field.buffer() }, offset);
  let over = false;

  function end(how: 'release' | 'destroy'): void {
    if (over) return;
    over = true;
    connection[how]();
  }

  return {
    async run(sql, values = {}) {
      const query = connection.query({ sql: bindStatement(sql, values, quote), timeout: timeoutMs, typeCast });
      const [result, fields] = await unlessStopped(query, stop, () => end('destroy'));
      if (!Array.isArray(result)) {
        const { affectedRows, insertId } = result;
        return {
          rows: [],
          integers: new Set(),
          found: affectedRows,
          insertId: insertId === 0 ? null : String(insertId),
        };
      }
      const integers = new Set(fields.filter(({ columnType }) => INTEGERS.has(columnType)).map(({ name }) => name));
      return { rows: result as readonly SqlRow[], integers, found: 0, insertId: null };
    },
    release: () => end('release'),
    drop: () => end('destroy'),
  };
}

/** What comes, or `StoppedError` as soon as `stop` aborts: the driver does not hear of it. */
async function unlessStopped<T>(coming: Promise<T>, stop: AbortSignal, onStop: () => void): Promise<T> {
  let onAbort: () => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    onAbort = () => {
      onStop();
      reject(new StoppedError());
    };
    stop.addEventListener('abort', onAbort, { once: true });
  });
  stopped.catch(() => undefined);
  coming.catch(() => undefined);
  if (stop.aborted) onAbort();
  try {
    return await Promise.race([coming, stopped]);
  } finally {
    stop.removeEventListener('abort', onAbort);
  }
}
