import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { initFiles, SHIPPED_FILES } from '../config/init-files.ts';
import { loadConfig } from '../config.ts';
import { dateInZone } from '../report/format-time.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { say } from './say.ts';

export interface InitCommandOptions {
  /** Where the configuration file is to be; its maps come beside it, `.env.example` into the current folder. */
  readonly config: string;
  readonly site: string;
}

const ZONE = 'Asia/Jakarta';

/** `jembatan init`: writes a commented configuration with its maps; an existing file is left alone. */
export function initCommand(host: Host, { config, site }: InitCommandOptions): ExitCode {
  const shipped = Object.fromEntries(
    SHIPPED_FILES.map((name) => [name, readFileSync(shippedPath(host, name), 'utf8')]),
  );
  const target = resolve(host.cwd, config);
  const files = initFiles({ site, today: dateInZone(host.clock.now(), ZONE), shipped }).map(({ path, text }) => ({
    path: targetPath(host, target, path),
    text,
  }));
  const problems = siteProblems(files, target);
  if (problems.length > 0) {
    host.err(`${problems.join('\n')}\n`);
    return EXIT.usage;
  }
  const existing = files.filter(({ path }) => existsSync(path));
  const written = files.filter((file) => !existing.includes(file));
  for (const { path, text } of written) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  }
  const list = (some: typeof files) => some.map(({ path }) => path).join(', ');
  if (written.length > 0) host.out(`${say('id', 'init.written', { files: list(written) })}\n`);
  if (existing.length > 0) host.out(`${say('id', 'init.exists', { files: list(existing) })}\n`);
  host.out(`${say('id', 'init.next')}\n`);
  return EXIT.done;
}

function shippedPath(host: Host, name: string): string {
  return name.startsWith('.') ? join(host.packageFolder, name) : join(host.packageFolder, 'config', name);
}

function targetPath(host: Host, configFile: string, name: string): string {
  if (name === '.env.example') return join(host.cwd, name);
  return name === 'jembatan.yaml' ? configFile : join(dirname(configFile), name);
}

/** Only the site's name is the user's own here: what is wrong with it is told before anything is written. */
function siteProblems(
  files: readonly { readonly path: string; readonly text: string }[],
  target: string,
): readonly string[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const readFile = (path: string) => texts.get(path) ?? '';
  const loaded = loadConfig({ file: target, env: {}, readFile });
  return loaded.ok
    ? []
    : loaded.problems.filter(({ path }) => path === 'site').map(({ path, message }) => `${path}: ${message}`);
}
