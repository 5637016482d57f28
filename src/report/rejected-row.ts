/** A row that did not parse. `key` is its id where that could be read, else a hash of the row. */
export interface RejectedRow {
  readonly key: string;
  /** Path of the first field that did not fit, such as `created_at`. */
  readonly path: string;
  /** A fixed word of ours. */
  readonly reason: string;
  readonly fingerprint: string;
}
