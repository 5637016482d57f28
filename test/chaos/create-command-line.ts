import type { City, Ended } from '../process/create-city.ts';

export interface CommandLineOptions {
  readonly random: () => number;
  /** Told of everything that ended as it should not. */
  readonly fail: (violation: string) => void;
  readonly onEnded: (args: readonly string[], ended: Ended) => void;
}

/** The commands beside the daemon, of which some are killed by chance. */
export interface CommandLine {
  /** Runs one. `null`: it was killed. */
  command(...args: string[]): Promise<Ended | null>;
  /** How many were killed. */
  killed(): number;
}

const KILLED_SHARE = 0.15;
const KILL_MAX_MS = 500;

export function createCommandLine(city: City, { random, fail, onEnded }: CommandLineOptions): CommandLine {
  let killed = 0;

  async function command(...args: string[]): Promise<Ended | null> {
    const { child, ended } = city.start(...args);
    const timer = random() < KILLED_SHARE ? setTimeout(() => child.kill('SIGKILL'), random() * KILL_MAX_MS) : undefined;
    const how = await ended;
    clearTimeout(timer);
    onEnded(args, how);
    if (how.signal === 'SIGKILL') killed += 1;
    else if (how.code !== 0 && how.code !== 1) fail(`jembatan ${args.join(' ')} ended with ${how.code}: ${how.err}`);
    return how.signal === null ? how : null;
  }

  return { command, killed: () => killed };
}
