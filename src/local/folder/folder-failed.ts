import type { Read } from '../../http/outcome.ts';
import { readFailed } from '../rest/read-failed.ts';
import { JournalError } from './folder-journal.ts';

/** A folder that is away, full or not ours to use; or a journal that is not what it was. A bug is thrown on. */
export function folderFailed(error: unknown): Read<never> {
  if (error instanceof JournalError) return readFailed('malformed', 'journal');
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code))
    return readFailed('unreachable', 'folder');
  throw error;
}
