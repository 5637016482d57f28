import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { envFile } from './env-file.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The environment, and what it lacks from the `.env` of a configuration file, so that every command works alone. */
export function withEnvFile(env: Env, configFile: string): Env {
  const file = envFile(configFile);
  return file === null ? env : { ...parseEnv(readFileSync(file, 'utf8')), ...env };
}
