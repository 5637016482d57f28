import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own, gone with its test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jembatan-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
