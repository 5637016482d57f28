import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const POLL_MS = 100;
const WAIT_MAX_MS = 15 * 60_000;

/**
 * Runs `work` while no other process runs it for the same `root`; waits for one that does, and takes over from one
 * that died. The lock is a directory that appears complete, by a rename, with its owner's process id inside.
 * @template T
 * @param {string} root
 * @param {() => T} work
 * @param {{ directory?: string, onWait?: (owner: number) => void }} [options]
 * @returns {T}
 */
export function withLock(root, work, { directory = tmpdir(), onWait = () => {} } = {}) {
  const lock = join(directory, `jembatan-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`);
  const claim = mkdtempSync(join(directory, 'jembatan-claim-'));
  writeFileSync(join(claim, 'pid'), String(process.pid));
  /** @type {string[]} */
  const graves = [];
  try {
    acquire({ lock, claim, graves, onWait });
    return work();
  } finally {
    // Moved away in one step before it is deleted: a half-deleted lock could be taken by another meanwhile.
    if (ownerOf(lock) === process.pid) moveUnless(lock, claim, ['ENOENT']);
    for (const path of [...graves, claim]) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * The remains of a dead owner stay until the lock is released: while they are there, nobody who read the same dead
 * process id can move the new lock away in its place.
 * @param {{ lock: string, claim: string, graves: string[], onWait: (owner: number) => void }} options
 */
function acquire({ lock, claim, graves, onWait }) {
  let waited = false;
  const deadline = Date.now() + WAIT_MAX_MS;
  while (!moveUnless(claim, lock, ['ENOTEMPTY', 'EEXIST'])) {
    const owner = ownerOf(lock);
    if (owner === null) continue;
    if (Date.now() > deadline) {
      throw new Error(`process ${owner} has held ${lock} for too long; if it is not at work here, delete that folder`);
    }
    if (isAlive(owner)) {
      if (!waited) onWait(owner);
      waited = true;
    } else if (moveUnless(lock, `${lock}.${owner}`, ['ENOTEMPTY', 'EEXIST', 'ENOENT'])) {
      graves.push(`${lock}.${owner}`);
      continue;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
  }
}

/**
 * True where it moved, false where one of the tolerated error codes forbade it.
 * @param {string} from
 * @param {string} to
 * @param {readonly string[]} tolerated
 */
function moveUnless(from, to, tolerated) {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, tolerated)) return false;
    throw error;
  }
}

/** @param {string} lock */
function ownerOf(lock) {
  try {
    return Number(readFileSync(join(lock, 'pid'), 'utf8'));
  } catch (error) {
    if (hasCode(error, ['ENOENT'])) return null;
    throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, ['EPERM']);
  }
}

/** @param {unknown} error @param {readonly string[]} codes */
function hasCode(error, codes) {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
