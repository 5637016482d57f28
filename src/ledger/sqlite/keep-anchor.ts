import type { Anchor } from '../anchor.ts';
import { openAnchorWriter, replaceAnchor } from './anchor-file.ts';
import { anchorReader } from './anchor-reader.ts';
import type { Database } from './database.ts';

/** Keeps the anchor beside an open ledger behind every commit, and before anybody is told of it. */
export interface AnchorKeeper {
  /** Read inside a transaction, this is what its commit will be noted as. */
  read(): Anchor;
  noteCommit(anchor: Anchor): void;
  close(): void;
}

export interface AnchorOptions extends Pick<Anchor, 'ledger' | 'binding'> {
  readonly file: string;
  /** The ledger that the file speaks of now, `null` where it can be read no more. That of another is replaced. */
  readonly found: string | null;
  /** The holder of the lock has records of its own; the commands beside it share one. */
  readonly isHolder: boolean;
}

export function keepAnchor(database: Database, options: AnchorOptions): AnchorKeeper {
  const { file, ledger, found, isHolder } = options;
  const read = anchorReader(database, options);
  /** Nobody commits meanwhile: of two commands, the one that read first could else write last. */
  const whileNobodyWrites = database.transaction((act: (anchor: Anchor) => void) => act(read()));

  if (found !== ledger) whileNobodyWrites.immediate((anchor) => replaceAnchor(file, anchor));
  const writer = openAnchorWriter(file, { isHolder });
  return {
    read,
    noteCommit(anchor) {
      if (isHolder) writer.write(anchor);
      else whileNobodyWrites.immediate((newest) => writer.write(newest));
    },
    close: () => writer.close(),
  };
}
