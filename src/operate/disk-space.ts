import { statfs } from 'node:fs/promises';
import type { DiskSpace } from '../watch/decide-findings.ts';

/** Room where a folder lies; `null` where nobody can measure it, or the folder is not there yet. */
export async function diskSpace(folder: string): Promise<DiskSpace | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    return null;
  }
}
