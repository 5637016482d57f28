import { DateTime } from 'luxon';
import type * as z from 'zod';
import { isWebBase } from '../local/mysql/photo-source.ts';
import type { configSchema } from './config-schema.ts';
import { type DeepReadonly, deepFreeze } from './deep-freeze.ts';
import type { Maps } from './read-maps.ts';
import { resolvePath } from './resolve-path.ts';

type ConfigFile = z.output<typeof configSchema>;
type Policy = Omit<ConfigFile['policy'], 'since' | 'writeBack'> & {
  /** Epoch milliseconds of the first moment in scope; `null`: no report is too old. */
  sinceMs: number | null;
  /** Whether anything is written to the local application. */
  writeBack: boolean;
};

/**
 * The configuration as the rest of the bridge sees it: checked, with its defaults, durations in milliseconds, paths
 * made absolute where the configuration file's own path is, maps read. Frozen.
 */
export type Config = DeepReadonly<Omit<ConfigFile, 'maps' | 'policy'> & { maps: Maps; policy: Policy }>;

/** Puts a checked file and its maps together. `folder` is the configuration file's. */
export function toConfig(file: ConfigFile, maps: Maps, folder: string): Config {
  const resolved = (path: string | null) => (path === null ? null : resolvePath(folder, path));
  return deepFreeze({
    ...file,
    ledger:
      file.ledger.kind === 'sqlite' ? { ...file.ledger, path: resolvePath(folder, file.ledger.path) } : file.ledger,
    local: withResolvedFolders({ ...file.local, caFile: resolved(file.local.caFile) }, folder),
    national: { ...file.national, caFile: resolved(file.national.caFile) },
    log: { ...file.log, file: resolved(file.log.file) },
    encryption: { keyFile: resolved(file.encryption.keyFile) },
    policy: toPolicy(file),
    maps,
  });
}

function withResolvedFolders(local: ConfigFile['local'], folder: string): ConfigFile['local'] {
  if (local.kind === 'mysql') return { ...local, photoBase: resolvedPhotos(local.photoBase, folder) };
  if (local.kind !== 'folder') return local;
  return {
    ...local,
    inbox: resolvePath(folder, local.inbox),
    outbox: resolvePath(folder, local.outbox),
    rejected: resolvePath(folder, local.rejected),
  };
}

function resolvedPhotos(photoBase: string | null, folder: string): string | null {
  return photoBase === null || isWebBase(photoBase) ? photoBase : resolvePath(folder, photoBase);
}

function toPolicy({ policy, national, timezone }: ConfigFile): Policy {
  const { since, writeBack, ...rest } = policy;
  return {
    ...rest,
    sinceMs: since === null ? null : DateTime.fromISO(since, { zone: timezone }).toMillis(),
    // Outside production the numbers are not real ones: they must not reach the citizens' application by default.
    writeBack: writeBack ?? national.environment === 'production',
  };
}
