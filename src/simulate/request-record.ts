import type { Operation, Side } from './operation.ts';

/** One request as it was received, whole, so that a test can search every byte that left the bridge. */
export interface RequestRecord {
  /** Epoch milliseconds of the complete arrival. */
  readonly at: number;
  readonly side: Side;
  /** `null`: no such path. */
  readonly operation: Operation | null;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** Names and values alternating, as received. */
  readonly headers: readonly string[];
  readonly body: Buffer;
  /** Kind and id of what it brought about (`create 9165816`), `null` for nothing. */
  readonly effect: string | null;
}
