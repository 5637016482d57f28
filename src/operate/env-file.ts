import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `.env` beside the configuration file, or in the folder above it, where `init` puts `.env.example`; `null`: none. */
export function envFile(configFile: string): string | null {
  const folder = dirname(configFile);
  return [folder, dirname(folder)].map((place) => join(place, '.env')).find((file) => existsSync(file)) ?? null;
}
