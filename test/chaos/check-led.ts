import type { Life } from './draw-life.ts';
import type { Led } from './lead-life.ts';

/** After the first stop signal. */
const STOP_MAX_MS = 25_000;
/** Done, a person is needed, a side could not be reached. */
const ENDS = [0, 1, 4];
const STOPPED_AT_ONCE = 143;
/** What a process says only where something is wrong with it or its ledger; a kill is no reason. */
const COMPLAINT = /^.*"event":"(?:failed|ledger-gap)".*$/m;

/** Whether a process ended as it should, whatever it was struck by. */
export function checkLed({ args, end }: Life, led: Led): readonly string[] {
  const name = args.join(' ');
  const complaint = COMPLAINT.exec(led.err)?.[0];
  const violations = complaint === undefined ? [] : [`${name} said ${complaint}`];
  if (led.stoppedMs !== null && led.stoppedMs > STOP_MAX_MS)
    violations.push(`I37 ${name} took ${led.stoppedMs} ms to stop`);
  return hasEndedWell(led, { isDaemon: !args.includes('--once'), end })
    ? violations
    : [...violations, endOf(name, led)];
}

function hasEndedWell(
  { code, signal }: Led,
  { isDaemon, end }: { readonly isDaemon: boolean; readonly end: Life['end'] },
): boolean {
  // The signal came before the process could listen to it.
  if (signal !== null) return signal === (end === 'kill' ? 'SIGKILL' : 'SIGTERM');
  if (code === null) return false;
  if (end === 'stop-twice' && code === STOPPED_AT_ONCE) return true;
  return isDaemon ? end !== 'kill' && code === 0 : ENDS.includes(code);
}

function endOf(name: string, { code, signal, err }: Led): string {
  return `${name} ended with ${signal ?? code}: ${err.split('\n').slice(-3).join(' ')}`;
}
