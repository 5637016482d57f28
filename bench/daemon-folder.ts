import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configText } from './bench-config.ts';

/** A folder in which the built bridge runs as a process of its own. */
export interface DaemonFolder {
  readonly folder: string;
  /** Arguments of `node` for a command of the bridge. */
  args(...command: readonly string[]): readonly string[];
  remove(): void;
}

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

export function daemonFolder(baseUrl: string): DaemonFolder {
  const folder = mkdtempSync(join(tmpdir(), 'jembatan-bench-'));
  const config = join(folder, 'jembatan.yaml');
  writeFileSync(config, configText(baseUrl));
  return {
    folder,
    args: (...command) => [MAIN, ...command, '--config', config],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
