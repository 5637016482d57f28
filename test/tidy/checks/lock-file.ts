import type { SourceFile } from '../source-file.ts';

/** Holds that the lock file names no registry: it must install from any mirror. */
export function lockFile({ path, text }: SourceFile): readonly string[] {
  const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, { resolved?: string }>> };
  return Object.entries(packages).flatMap(([name, { resolved }]) =>
    resolved?.includes('://') ? [`${path}: ${name} names the registry it came from`] : [],
  );
}
