import { chmod, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes a whole file beside its place, makes it durable, and moves it there: nobody ever sees a part of it. */
export async function atomicFile(path: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.tmp`);
  await durableFile(beside, bytes);
  await moveFile(beside, path);
}

/** Writes a file and waits until it is on the disk; what was there before is replaced. Whoever may read `folder` may read it. */
export async function durableFile(path: string, bytes: Uint8Array, folder = dirname(path)): Promise<void> {
  await rm(path, { force: true });
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(path, (await stat(folder)).mode & 0o666);
}

/** Moves a file within one disk, durably. */
export async function moveFile(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncFolder(dirname(to));
  if (dirname(from) !== dirname(to)) await syncFolder(dirname(from));
}

/** Makes the names in a folder durable; a file system that has no such thing (a network share) keeps its own promises. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // EINVAL, EISDIR or EPERM: nothing more can be done here.
  }
}
