import type { Verb } from './verb.ts';

/** Runs verbs on a database. Each `write` is one transaction that is durable when its promise resolves; they take effect in order. */
export interface Store {
  /** Aborted once nothing more can be read or written: the disk failed, or the file is damaged. */
  readonly failed: AbortSignal;
  write<T>(verb: () => Verb<T>): Promise<T>;
  read<T>(verb: () => Verb<T>): Promise<T>;
  /** Empties the write-ahead log where it is longer than this. Gives its bytes afterwards; 0 where there is none. */
  trimLog(aboveBytes: number): Promise<number>;
  close(): Promise<void>;
}
