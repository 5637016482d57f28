import { copyFileSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { anchorFile } from '../../src/ledger/sqlite/anchor-file.ts';
import { makeLocation } from '../ledger/make-location.ts';
import { copyFiles, oneCommit } from './copy-files.ts';
import { verdictOn } from './rolled-back-by.ts';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

/** Where a write-ahead log can be torn: at every edge of a frame, and at 64 places inside its last 20 frames. */
function tears(wal: Buffer): readonly number[] {
  const frameBytes = FRAME_HEADER_BYTES + wal.readUInt32BE(8);
  const frames = Math.floor((wal.length - HEADER_BYTES) / frameBytes);
  const edges = Array.from({ length: frames }, (_, index) => HEADER_BYTES + index * frameBytes);
  const from = HEADER_BYTES + Math.max(0, frames - 20) * frameBytes;
  const inside = Array.from(
    { length: 64 },
    (_, index) => from + Math.floor(((index + 0.5) * (wal.length - from)) / 64),
  );
  return [0, ...edges, ...inside];
}

/** A ledger whose log is torn at places that `choose` picks of all: what opening says, with the anchor of its end and of its middle. */
export async function tornBy(commits: number, choose: (all: readonly number[]) => readonly number[]) {
  const location = makeLocation();
  const kept = join(location.file, '..', 'kept', 'ledger.sqlite');
  const anchors = [`${kept}.middle`, `${kept}.end`];
  const ledger = await openLedger(location, { create: true });
  const middle = Math.floor(commits / 2);
  let middleBytes = 0;
  for (let step = 0; step < commits; step += 1) {
    await oneCommit(ledger, step);
    if (step !== middle) continue;
    copyFiles(location.file, kept);
    copyFileSync(anchorFile(location.file), anchors[0] ?? '');
    middleBytes = readFileSync(`${kept}-wal`).length;
  }
  copyFiles(location.file, kept);
  copyFileSync(anchorFile(location.file), anchors[1] ?? '');
  await ledger.close();
  const verdicts: { at: number; isBeforeMiddle: boolean; middle: string; end: string }[] = [];
  for (const at of choose(tears(readFileSync(`${kept}-wal`)))) {
    const said: string[] = [];
    for (const anchor of anchors) {
      copyFiles(kept, location.file);
      truncateSync(`${location.file}-wal`, at);
      copyFileSync(anchor, anchorFile(location.file));
      said.push(await verdictOn(location));
    }
    verdicts.push({ at, isBeforeMiddle: at < middleBytes, middle: said[0] ?? '', end: said[1] ?? '' });
  }
  return verdicts;
}
