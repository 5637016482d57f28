import { dirname } from 'node:path';
import { complain } from './complain.ts';
import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { localeOf } from './locale-of.ts';
import { ledgerFile, openConfig } from './open-bridge.ts';

/** Tells what stopped a command that was called with this configuration file, in its language, as far as it can be read. */
export function complainOf(host: Host, error: unknown, configFile: string): ExitCode {
  return complain(host, error, { locale: localeOf(host, configFile), folder: storageFolder(host, configFile) });
}

/** Where the command writes; the working directory where no configuration can say. */
function storageFolder(host: Host, configFile: string): string {
  try {
    return dirname(ledgerFile(openConfig(host, configFile).config));
  } catch {
    return host.cwd;
  }
}
