import type { SendResult } from '../../http/outcome.ts';
import type { SendContext } from '../../http/send-context.ts';
import type { LocalSystem } from '../local-system.ts';
import type { Written } from './folder-entry-wire.ts';
import { folderFailed } from './folder-failed.ts';
import { JournalDoubtError } from './folder-journal.ts';
import type { FolderState } from './folder-state.ts';
import type { FolderStore } from './folder-store.ts';

type Writes = Pick<LocalSystem, 'createReport' | 'writeBack' | 'addResponse'>;

/** What a write comes to: a line of the journal, or an outcome without one. */
type Decided<T> = SendResult<T> | { readonly kind: 'note'; readonly entry: Written; readonly value: T };

const NOT_FOUND = { kind: 'refused', status: 404, cause: 'not-found' } as const;

/**
 * The writes of the folder form. A write is done when the journal has it; it goes into a file of the outbox with the next
 * ones. What is noted already is not noted again.
 */
export function createFolderWrites(store: FolderStore): Writes {
  async function write<T>({ permit, stop }: SendContext, decide: (state: FolderState) => Decided<T>) {
    try {
      if (stop.aborted) return { kind: 'not-sent', cause: 'stopped' } as const;
      const decided = decide(await store.state());
      if (decided.kind !== 'note') return decided;
      await store.write(decided.entry);
      return done(decided.value);
    } catch (error) {
      if (error instanceof JournalDoubtError) return { kind: 'doubt', cause: 'broken-answer', status: null } as const;
      folderFailed(error);
      return { kind: 'not-sent', cause: 'unreachable' } as const;
    } finally {
      permit.release();
    }
  }

  return {
    createReport: (report, context) =>
      write<string>(context, (state) => {
        const value = report.externalRef;
        if (state.made.has(value)) return done(value);
        return { kind: 'note', entry: { kind: 'report', at: store.moment(state), report: plain(report) }, value };
      }),
    writeBack: (localId, values, context) =>
      write<null>(context, (state) => {
        if (!isKnown(state, localId)) return NOT_FOUND;
        const entry = { kind: 'write-back', at: store.moment(state), localId, values: plain(values) } as const;
        return isWritten(state, entry) ? done(null) : { kind: 'note', entry, value: null };
      }),
    addResponse: (localId, response, context) =>
      write<string | null>(context, (state) => {
        if (!isKnown(state, localId)) return NOT_FOUND;
        const value = response.externalRef;
        const ours = state.responses.get(localId) ?? [];
        if (ours.some((one) => one.response.externalRef === value)) return done(value);
        const entry = { kind: 'response', at: store.moment(state), localId, response: plain(response) } as const;
        return { kind: 'note', entry, value };
      }),
  };
}

function done<T>(value: T) {
  return { kind: 'done', value, status: 200 } as const;
}

function isKnown({ rows, made }: FolderState, localId: string): boolean {
  return rows.has(localId) || made.has(localId);
}

/** The same was written last, and the city has told no other version of the report since. */
function isWritten(state: FolderState, { localId, values }: Extract<Written, { kind: 'write-back' }>): boolean {
  const before = state.writtenBack.get(localId);
  if (before === undefined || before.line < (state.rows.get(localId)?.line ?? 0)) return false;
  return JSON.stringify(before.values) === JSON.stringify(values);
}

/** As the journal keeps it. */
function plain<T>(value: T): Mutable<T> {
  return JSON.parse(JSON.stringify(value)) as Mutable<T>;
}

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;
