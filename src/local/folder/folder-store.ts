import type { Clock } from '../../clock.ts';
import { restRowReader } from '../rest/rest-row.ts';
import type { FolderEntry } from './folder-entry-wire.ts';
import { folderJournal, journalPlace } from './folder-journal.ts';
import type { FolderLocalOptions } from './folder-local-options.ts';
import { applyEntry, emptyState, type FolderState } from './folder-state.ts';
import { createInbox } from './inbox.ts';
import { createOutbox } from './outbox.ts';
import { takeFile } from './take-file.ts';

/** What the folders hold, kept in memory and in the journal. Its verbs throw where a folder does not do what it should. */
export interface FolderStore {
  /** What is known; read from the journal first. */
  state(): Promise<FolderState>;
  /** Takes the files of the inbox that are whole, and puts out what waits for it. */
  renew(): Promise<void>;
  /** Notes a write, durably. Throws `JournalDoubtError` where it may be noted. */
  write(entry: FolderEntry): Promise<void>;
  /** Puts out what this store has written. Where it wrote nothing another process may be about to. */
  publishOwn(): Promise<void>;
  /** A moment for the next line: never before that of the last. */
  moment(state: FolderState): number;
}

/** Opens nothing before the first verb. Only one of them may run at a time. */
export function createFolderStore(options: FolderLocalOptions, clock: Clock): FolderStore {
  const place = journalPlace(options);
  const journal = folderJournal(place);
  const inbox = createInbox({ ...options, folder: options.inbox, taken: place.taken, clock });
  const outbox = createOutbox({ ...options, folder: options.outbox });
  // Who says where the flag is says that there is one; then an answer without it tells nothing.
  const saysInternal = Object.values(options.columns).includes('tanggapan.internal');
  const fields: Readonly<Record<string, string>> = saysInternal ? { 'tanggapan.internal': 'internal' } : {};
  const readRow = restRowReader({ fields, zone: options.zone });
  let known: FolderState | null = null;
  let isFinished = false;
  let wrote = false;

  async function state(): Promise<FolderState> {
    if (known !== null) return known;
    const read = emptyState();
    for (const entry of await journal.read()) applyEntry(read, entry, readRow);
    known = read;
    return read;
  }

  async function note(entry: FolderEntry): Promise<void> {
    const current = await state();
    if (!options.looksOnly) {
      // Until it is written nobody knows what is in the file.
      known = null;
      await journal.append(entry);
      known = current;
    }
    applyEntry(current, entry, readRow);
  }

  const moment = ({ lastAt }: FolderState) => Math.max(clock.now(), lastAt);

  async function publish(): Promise<void> {
    if (options.looksOnly) return;
    const current = await state();
    if (!isFinished) await outbox.finish(current);
    isFinished = false;
    const cityIds = new Map([...current.takenOver].map(([cityId, localId]) => [localId, cityId]));
    const cityIdOf = (localId: string) => cityIds.get(localId) ?? localId;
    await outbox.publish(current, { ...options, cityIdOf, at: moment(current) }, note);
    isFinished = true;
  }

  async function takeAll(): Promise<void> {
    for (const file of await inbox.settled()) {
      const current = await state();
      const at = moment(current);
      if (!current.hashes.has(file.hash)) {
        const rejectedFolder = options.looksOnly ? null : options.rejected;
        await note(await takeFile(file, { ...options, state: current, readRow, rejectedFolder, at }));
      }
      if (!options.looksOnly) await inbox.putAside(file, `${at}-${file.hash.slice(0, 8)}`);
    }
  }

  return {
    state,
    moment,
    async publishOwn() {
      if (wrote) await publish();
    },
    async renew() {
      await publish();
      await takeAll();
    },
    async write(entry) {
      if (options.looksOnly) throw new Error('who only looks writes nothing');
      wrote = true;
      await note(entry);
    },
  };
}
