import type { ReadFailure, SendResult } from '../../src/http/outcome.ts';
import type { Answer, TestServer } from '../http/start-server.ts';

/** What came of reading what the other side gives, seen from outside: through intake, into a real ledger. */
export interface Seen {
  /** Detail of the failure that ended the reading, `null` where none did. */
  readonly refused: ReadFailure['detail'] | null;
  /** Whether the next reading begins later than this one did: a cursor that moved, a case that counts as read. */
  readonly moved: boolean;
  /** Ids of rows that the ledger took. */
  readonly known: readonly string[];
  /** Texts of the rows that the adapter gave, by id. */
  readonly texts: Readonly<Record<string, string>>;
  /** Number of rows that were set apart and are shown to a person. */
  readonly apart: number;
  readonly alarms: readonly string[];
  /** Number of rows that were new or said something new. */
  readonly news: number;
}

/** One adapter over the real client and a real socket, with a real ledger behind it. */
export interface Stage {
  readonly server: TestServer;
  /** What the server says from now on; `good` is a proper body for the request that came. */
  answer(how: (good: string, ...request: Parameters<Answer>) => void): void;
  /** A proper body with these rows. */
  page(rows: readonly unknown[]): string;
  /** A row with this id, whose text says `text`. */
  row(id: unknown, text?: string): Readonly<Record<string, unknown>>;
  read(): Promise<Seen>;
  /** A write that must arrive once: a report there, an answer here. */
  write(): Promise<SendResult<string | null>>;
}
