/** What a driver's error is known by. Its text is never looked at: it can hold anything. */
export interface SqlError {
  /** The server's number of it; `null`: no answer of the server. */
  readonly errno: number | null;
  /** The driver's or system's code: `ECONNREFUSED`, `PROTOCOL_CONNECTION_LOST`. */
  readonly code: string;
}

/** What we broke off ourselves. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
  readonly code = 'STOPPED';
}

/** Reads an error that was caught; `null`: it is not the driver's, so a bug. */
export function sqlError(error: unknown): SqlError | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const errno = 'errno' in error && typeof error.errno === 'number' && error.errno > 0 ? error.errno : null;
  return { errno, code: error.code };
}

type Meaning = 'credentials' | 'busy' | 'again' | 'read-only' | 'too-large' | 'charset' | 'statement' | 'duplicate';

/**
 * Numbers of MySQL and MariaDB that mean more than "refused" (server error reference of both). `again`: the transaction was
 * taken back for the sake of another, or the server was not ready.
 */
const MEANINGS: ReadonlyMap<number, Meaning> = new Map([
  ...each('credentials', [1044, 1045, 1049, 1129, 1130, 1227, 1251, 1698, 1820, 1862, 3118, 4151]),
  ...each('busy', [1040, 1041, 1203, 1226]),
  ...each('again', [1020, 1047, 1053, 1205, 1213, 1317, 1614, 1637, 1927, 1969, 3024, 3572]),
  ...each('read-only', [1142, 1143, 1290, 1370, 1792, 1836]),
  ...each('too-large', [1153, 1301]),
  ...each('charset', [1366, 3854, 3988]),
  ...each('statement', [1054, 1060, 1064, 1146, 1267, 1305, 1318, 1582]),
  ...each('duplicate', [1062, 1586]),
]);

function each(meaning: Meaning, numbers: readonly number[]): readonly (readonly [number, Meaning])[] {
  return numbers.map((number) => [number, meaning] as const);
}

/** What the server's answer means; `null`: that it refuses this statement, or that it did not answer. */
export function meaningOf({ errno }: SqlError): Meaning | null {
  return errno === null ? null : (MEANINGS.get(errno) ?? null);
}
