import querystring from 'node:querystring';

/** Where a MySQL or MariaDB server is, and how it is spoken to. */
export interface MysqlAddress {
  readonly host: string;
  readonly port: number;
  /** Unix socket; in place of host and port. */
  readonly socketPath: string | null;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Encrypted with the usual authorities even where no `caFile` is given. */
  readonly tls: boolean;
  /** The application speaks latin1 and writes the bytes of UTF-8 (`undoDoubleEncoding`). */
  readonly isDoubleEncoded: boolean;
}

const DEFAULT_PORT = 3306;
const PARAMETERS = new Set(['socket', 'ssl', 'charset']);
const CHARSETS = new Set(['latin1', 'utf8', 'utf8mb4']);

/**
 * Reads `mysql://user:password@host:port/database?socket=…&ssl=true&charset=latin1` (`mariadb://` is the same). `null`: no
 * database is named, or a part is none of these.
 */
export function parseMysqlUrl(text: string): MysqlAddress | null {
  if (!/^(?:mysql|mariadb):\/\//.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const database = querystring.unescape(url.pathname.slice(1));
  const parameters = url.searchParams;
  if (database === '' || database.includes('/') || url.hash !== '') return null;
  if ([...parameters.keys()].some((name) => !PARAMETERS.has(name))) return null;
  const charset = parameters.get('charset') ?? 'utf8mb4';
  const ssl = parameters.get('ssl') ?? 'false';
  if (!CHARSETS.has(charset) || !/^(?:true|false)$/.test(ssl)) return null;
  return {
    host: url.hostname.replace(/^\[|\]$/g, '') || '127.0.0.1',
    port: url.port === '' ? DEFAULT_PORT : Number(url.port),
    socketPath: parameters.get('socket'),
    user: querystring.unescape(url.username),
    password: querystring.unescape(url.password),
    database,
    tls: ssl === 'true',
    isDoubleEncoded: charset === 'latin1',
  };
}
