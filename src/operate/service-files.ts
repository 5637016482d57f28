/** Where things lie on the machine that the units are for; absolute paths. */
export interface ServicePlace {
  readonly node: string;
  /** The command line's program, `dist/main.js`. */
  readonly main: string;
  readonly config: string;
  /** `.env`, whether it is there or not. */
  readonly envFile: string;
  /** `encryption.keyFile`; `null`: the key lies beside the ledger. */
  readonly keyFile: string | null;
  readonly user: string;
  /** Folders that the bridge writes to. */
  readonly writes: readonly string[];
}

/** The shipped files of `deploy/`, by name. */
export type ShippedUnits = Readonly<
  Record<'jembatan.service' | 'jembatan-once.service' | 'jembatan-once.timer' | 'sysusers.conf', string>
>;

/** The folder that systemd itself makes for the service (`StateDirectory=`). */
const STATE_FOLDER = '/var/lib/jembatan';
export const SERVICE_USER = 'jembatan';

/**
 * What `service install` writes, as paths from the root of the file system: the shipped units with the paths of this
 * machine. With `timer` each round is a process of its own.
 */
export function serviceFiles(
  shipped: ShippedUnits,
  place: ServicePlace,
  timer: boolean,
): readonly { readonly path: string; readonly text: string }[] {
  const units = timer ? (['jembatan-once.service', 'jembatan-once.timer'] as const) : (['jembatan.service'] as const);
  return [
    ...units.map((name) => ({
      path: `/etc/systemd/system/${name}`,
      text: name.endsWith('.service') ? filled(shipped[name], place) : shipped[name],
    })),
    ...(place.user === SERVICE_USER ? [{ path: '/etc/sysusers.d/jembatan.conf', text: shipped['sysusers.conf'] }] : []),
  ];
}

function filled(unit: string, place: ServicePlace): string {
  const { node, main, config, envFile, keyFile, user } = place;
  const others = place.writes.filter((folder) => folder !== STATE_FOLDER);
  const keepsState = others.length < place.writes.length;
  const inHome = [node, main, config, ...others].some((path) => /^\/(home|root)\//.test(path));
  return unit
    .split('\n')
    .flatMap((line) => {
      const [setting = '', value = ''] = line.split(/=(.*)/s);
      switch (setting) {
        case 'ExecStart': {
          const options = / run( --once)? /.exec(value)?.[1] ?? '';
          return `ExecStart=${quoted(node)} ${quoted(main)} run${options} --config ${quoted(config)}`;
        }
        case 'User':
        case 'Group':
          return `${setting}=${user}`;
        case 'EnvironmentFile':
          return `EnvironmentFile=-${escaped(envFile)}`;
        case 'LoadCredential':
          return keyFile === null ? [] : `LoadCredential=jembatan-key:${escaped(keyFile)}`;
        case 'StateDirectory':
          return [
            ...(keepsState ? [line] : []),
            ...(others.length === 0 ? [] : [`ReadWritePaths=${others.map(quoted).join(' ')}`]),
          ];
        case 'StateDirectoryMode':
          return keepsState ? line : [];
        case 'ProtectHome':
          return inHome ? 'ProtectHome=read-only' : line;
        default:
          return line;
      }
    })
    .join('\n');
}

/** `%` begins a specifier (systemd.unit(5)). */
function escaped(path: string): string {
  return path.replaceAll('%', '%%');
}

/** As one word of a list (systemd.syntax(7)); `$` names a variable in a command line (systemd.service(5)). */
function quoted(path: string): string {
  const safe = escaped(path).replaceAll('$', '$$$$');
  return /[\s"'\\;]/.test(safe) ? `"${safe.replace(/["\\]/g, '\\$&')}"` : safe;
}
