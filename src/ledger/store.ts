import type { Verb } from './verb.ts';

/** Runs verbs on a database. Each `write` is one transaction that is durable when its promise resolves; they take effect in order. */
export interface Store {
  write<T>(verb: () => Verb<T>): Promise<T>;
  read<T>(verb: () => Verb<T>): Promise<T>;
  close(): Promise<void>;
}
