import { dirname } from 'node:path';
import { check } from './config/check.ts';
import { configSchema } from './config/config-schema.ts';
import { configWarnings } from './config/config-warnings.ts';
import { formatPath } from './config/format-path.ts';
import { type Environment, interpolate } from './config/interpolate.ts';
import { mapFiles } from './config/map-files.ts';
import { mapWarnings } from './config/map-warnings.ts';
import type { Finding, Problem } from './config/problem.ts';
import { readMaps } from './config/read-maps.ts';
import { type ReadFile, readYaml } from './config/read-yaml.ts';
import { type Config, toConfig } from './config/to-config.ts';
import { withEnvironmentDefaults } from './config/with-environment-defaults.ts';

export type LoadedConfig =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface ConfigSource {
  /** Path of the configuration file; what it names is relative to its folder. */
  readonly file: string;
  readonly env: Environment;
  readonly readFile: ReadFile;
}

/**
 * Reads the configuration and its five maps. Gives the frozen result, or every problem of every file at once. No
 * message repeats a value out of a file or the environment.
 */
export function loadConfig({ file, env, readFile }: ConfigSource): LoadedConfig {
  const read = readYaml(file, readFile);
  if (!read.ok) return read;
  const { value: document, findings: missing } = interpolate(withEnvironmentDefaults(read.value), env);
  const folder = dirname(file);
  const files = mapFiles(document, folder);
  const checked = check(configSchema, document);
  const maps = readMaps(files, readFile);
  const toProblem = ({ path, message }: Finding): Problem => ({ file, path: formatPath(path), message });

  if (missing.length === 0 && checked.ok && maps.ok) {
    const config = toConfig(checked.value, maps.maps, folder);
    return { ok: true, config, warnings: [...configWarnings(config).map(toProblem), ...mapWarnings(config, files)] };
  }
  const ownProblems = checked.ok ? missing : [...missing, ...besides(missing, checked.findings)];
  return { ok: false, problems: [...ownProblems.map(toProblem), ...(maps.ok ? [] : maps.problems)] };
}

/** A value that lacks its variable fails its check too; saying so twice would hide which of the two to mend. */
function besides(missing: readonly Finding[], findings: readonly Finding[]): readonly Finding[] {
  const told = new Set(missing.map(({ path }) => formatPath(path)));
  return findings.filter(({ path }) => !told.has(formatPath(path)));
}
