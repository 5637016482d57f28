import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../src/operate/host.ts';
import { createProgram } from '../../src/operate/program.ts';
// The program loads it when it is called for; that is not to be the time of the first test.
import '../../src/operate/run-command.ts';
import { systemClock } from '../../src/system-clock.ts';
import { openCity } from '../process/city.ts';
import { makeHost } from './make-host.ts';

type Options = NonNullable<Parameters<typeof openCity>[0]>;

/** A city whose commands run in this process, which takes a twentieth of the time. Its log is a file. */
export async function openCityHere(options: Options = {}) {
  const city = await openCity(options);
  const file = join(city.folder, 'jembatan.yaml');
  const change = (replace: (yaml: string) => string) => writeFileSync(file, replace(readFileSync(file, 'utf8')));
  const keepLog = () => change((yaml) => yaml.replace('log: {', 'log: { file: jembatan.log,'));
  keepLog();
  return {
    ...city,
    /** Writes the configuration anew. */
    configure(more: Options) {
      city.configure(more);
      keepLog();
    },
    change,
    /** Events of the log so far. */
    events: (): readonly string[] =>
      readFileSync(join(city.folder, 'jembatan.log'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).event),
    async run(args: readonly string[], given: Partial<Host> = {}) {
      const { host, out, err } = makeHost({
        cwd: city.folder,
        env: { RABEG_TOKEN: city.secrets.local, LAPOR_AUTH: city.secrets.auth, LAPOR_TOKEN: city.secrets.token },
        clock: systemClock,
        random: Math.random,
        randomBytes,
        ...given,
      });
      const [command = '', ...rest] = args;
      const code = await createProgram(host).run(['node', 'jembatan', command, '--config', 'jembatan.yaml', ...rest]);
      return { code, out: out(), err: err() };
    },
  };
}
