import type { Clock } from '../clock.ts';
import type { Watchdog } from '../watch/create-watchdog.ts';
import type { ExitCode } from './exit-code.ts';

/** What a command is given of the process it runs in; `main.ts` alone knows the process itself. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Folder of the package: what is shipped lies in its `config/`. */
  readonly packageFolder: string;
  readonly version: string;
  readonly pid: number;
  /** The program that runs this one. */
  readonly nodePath: string;
  readonly hostName: string;
  readonly isRoot: boolean;
  readonly stderrIsTerminal: boolean;
  readonly clock: Clock;
  readonly random: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
  /** Results. */
  readonly out: (text: string) => void;
  /** Logs, progress and complaints. */
  readonly err: (text: string) => void;
  /** Calls back with each SIGTERM or SIGINT; gives the way to stop listening. */
  readonly onStopSignal: (listener: (signal: string) => void) => () => void;
  /** Ends the process at what nobody caught, with the code that the listener gives; gives the way to stop listening. */
  readonly onUncaught: (listener: (error: unknown) => ExitCode) => () => void;
  /** Watches that the process goes on, and ends it otherwise; `logFile` as the log has it. */
  readonly watch: (logFile: string | null) => Watchdog;
  /** Runs a command of the system, which speaks for itself; false: it failed, or is not there. */
  readonly execute: (command: string, args: readonly string[]) => Promise<boolean>;
  /** Ends the process now: for a second stop signal only. */
  readonly exitNow: (code: number) => never;
}
