import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { parseResolutions, type Resolution } from './parse-resolutions.ts';
import { withLedger } from './with-ledger.ts';

export interface ResolveOptions {
  readonly config: string;
  readonly ids: readonly string[];
  /** The number at LAPOR!, for one id. */
  readonly tracking?: string;
  /** None of the ids is at LAPOR!. */
  readonly absent: boolean;
  readonly file?: string;
  /** One delivery of one id, by its key. */
  readonly only?: string;
  /** Takes `absent` although what was sent may still turn up. */
  readonly force: boolean;
}

const USAGE =
  'resolve: give ids with --absent, one id with --tracking (or either with --only), or --file with lines of `<id> <number | absent>`';

/** `jembatan resolve`: settles what is in doubt by what a person found at LAPOR!. */
export async function resolveCommand(host: Host, options: ResolveOptions): Promise<ExitCode> {
  const resolutions = resolutionsOf(host, options);
  if (resolutions === null || resolutions.length === 0) {
    host.err(`${USAGE}\n`);
    return EXIT.usage;
  }
  return await withLedger(host, options.config, async ({ perform }) => {
    const { only, force } = options;
    for (const { id, tracking } of resolutions) await perform({ type: 'resolve', id, only, tracking, force });
  });
}

/** What is to be settled, told in exactly one of the three ways; null if it is not. */
function resolutionsOf(
  host: Host,
  { ids, tracking, absent, file, only }: ResolveOptions,
): readonly Resolution[] | null {
  if ([tracking !== undefined, absent, file !== undefined].filter((given) => given).length !== 1) return null;
  if (file !== undefined) return ids.length > 0 ? null : readResolutions(resolve(host.cwd, file));
  if ((tracking !== undefined || only !== undefined) && ids.length !== 1) return null;
  return ids.map((id) => ({ id, tracking: tracking ?? null }));
}

function readResolutions(path: string): readonly Resolution[] | null {
  return existsSync(path) ? parseResolutions(readFileSync(path, 'utf8')) : null;
}
